import { Hono } from 'hono';
import { listRecords, readRecord } from './listRecords.ts';
import type { Company } from './openCompany.ts';

const PAGE_SIZE = 25;

/** A company's records, as lists and one by one. */
export function recordRoutes(company: Company): Hono {
  const { entities } = company.scenario.schema;
  const routes = new Hono();
  routes.get('/', async (context) => {
    const counts: Record<string, number> = {};
    for (const entity of Object.keys(entities)) {
      counts[entity] = (await listRecords(company, entity, {})).total;
    }
    return context.json(counts);
  });
  routes.get('/:entity', async (context) => {
    const entity = context.req.param('entity');
    if (!Object.hasOwn(entities, entity))
      return context.json({ error: { message: 'There is no such list.' } }, 404);
    const { search, ids, import: importId, parent, page, ...choices } = context.req.query();
    const list = await listRecords(company, entity, {
      choices,
      ...(search && { search }),
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
    const record = Object.hasOwn(entities, entity) ? await readRecord(company, entity, id) : null;
    if (record === null)
      return context.json({ error: { message: 'There is no such record.' } }, 404);
    return context.json(record);
  });
  return routes;
}
