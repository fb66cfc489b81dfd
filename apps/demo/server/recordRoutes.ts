import { Hono } from 'hono';
import { crm } from '../scenarios/fortnox-crm/schema.ts';
import { isEntity, listRecords, readRecord } from './listRecords.ts';
import type { Database } from './openDatabase.ts';
import { signedInOnly } from './sessionRoutes.ts';

const PAGE_SIZE = 25;

/** Companies and contacts, as lists and one by one. */
export function recordRoutes(database: Database): Hono {
  const routes = new Hono();
  routes.use(signedInOnly);
  routes.get('/', async (context) => {
    const counts: Record<string, number> = {};
    for (const entity of Object.keys(crm.entities)) {
      if (isEntity(entity)) counts[entity] = (await listRecords(database, entity, {})).total;
    }
    return context.json(counts);
  });
  routes.get('/:entity', async (context) => {
    const entity = context.req.param('entity');
    if (!isEntity(entity))
      return context.json({ error: { message: 'There is no such list.' } }, 404);
    const { search, ids, segment, import: importId, parent, page } = context.req.query();
    const list = await listRecords(database, entity, {
      ...(search && { search }),
      ...(segment && { segment }),
      ...(importId && { importId }),
      ...(parent && { parent }),
      ...(ids !== undefined && { ids: ids.split(',').filter(Boolean) }),
      offset: (Math.max(1, Number(page) || 1) - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    });
    return context.json({ ...list, pageSize: PAGE_SIZE });
  });
  routes.get('/:entity/:id', async (context) => {
    const { entity, id } = context.req.param();
    const record = isEntity(entity) ? await readRecord(database, entity, id) : null;
    if (record === null)
      return context.json({ error: { message: 'There is no such record.' } }, 404);
    return context.json(record);
  });
  return routes;
}
