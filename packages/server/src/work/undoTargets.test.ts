import { defineSchema, type AdapterContext } from '@importera/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  crm,
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';

const schema = defineSchema({
  ...crm,
  settings: {
    note: { type: 'text', label: 'Note' },
    owner: { type: 'people', label: 'Owner', options: [{ value: 'ann', label: 'Ann' }] },
  },
});

let api: Api;
beforeAll(async () => {
  api = await openApi(await pgliteServerDatabase(), { schemas: [schema] });
}, 120_000);
afterAll(async () => {
  await api.close();
  await (await pglite()).close();
});

test('an undo is told what the import was, with the answers nobody was asked for too', async () => {
  const told: Record<'write' | 'undo', AdapterContext[]> = { write: [], undo: [] };
  const { adapter } = api;
  const worker = api.worker({
    schemas: [schema],
    adapter: {
      ...adapter,
      write: (batch, context) => {
        told.write.push(context);
        return adapter.write(batch, context);
      },
      undo: (importId, context) => {
        told.undo.push(context);
        return adapter.undo(importId, context);
      },
    },
  });
  await worker.start();
  const id = await api.start(CUSTOMERS, { ...recipe, settings: { note: 'From the fair' } });
  await api.until(id, 'completed');
  expect(await api.json('GET', `/${id}/undo`)).toEqual({ reversed: 5, kept: 0, failed: 0 });
  await api.json('POST', `/${id}/undo`, {});
  expect((await api.until(id, 'undone')).undo).toEqual({ reversed: 5, kept: 0, failed: 0 });
  const [written] = told.write;
  const [undone] = told.undo;
  expect(undone).toMatchObject({ importId: id, user: 'ann' });
  expect(Object.keys(undone?.settings ?? {}).sort()).toEqual(['note', 'owner']);
  expect(undone?.settings).toEqual(written?.settings);
});
