import {
  createImporter,
  type Importer,
  type PersistenceAdapter,
  type PlanSummary,
  type ResultState,
  type RowPage,
} from '@importera/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverSession } from '../client/serverSession.ts';
import {
  crm,
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';
import type { ServerImport } from '../store/ServerImport.ts';

let api: Api;
/** Awaited by the next plan that is made. */
let late: Promise<void> | null = null;
let asked = (): void => {};

beforeAll(async () => {
  api = await openApi(await pgliteServerDatabase(), {
    adapter: (): PersistenceAdapter => ({
      ...api.adapter,
      async lookup(request, context) {
        const wait = late;
        late = null;
        if (wait !== null) asked();
        await wait;
        return await api.adapter.lookup(request, context);
      },
    }),
  });
  await api.worker().start();
}, 120_000);
afterAll(async () => {
  await api.close();
  await (await pglite()).close();
});

const corrected = { ...recipe, edits: [{ row: 4, column: 2, value: 'cia@beta.se' }] };
const look = async (id: string): Promise<ServerImport> => await api.json('GET', `/${id}`);
const errorFile = async (id: string): Promise<string> =>
  await (await api.call('GET', `/${id}/errors/csv`)).text();
const rows = async (id: string, query: object = {}): Promise<RowPage['rows']> =>
  (await api.json<RowPage>('POST', `/${id}/rows`, query)).rows;

test('what is decided while a plan is made stays, and whoever planned is told', async () => {
  const id = await api.upload(CUSTOMERS);
  let go = (): void => {};
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  late = new Promise((resolve) => (go = resolve));
  const plan = api.call('POST', `/${id}/plan`, { recipe });
  await isAsked;
  await api.json('PATCH', `/${id}`, { recipe: corrected });
  go();
  const answer = await plan;
  expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'recipe-changed' }]);
  expect((await look(id)).recipe?.edits).toEqual(corrected.edits);
  // One of the recipe that is kept meanwhile is as good as any.
  await api.json('POST', `/${id}/plan`, { recipe: corrected });
  expect((await look(id)).rows).toBe(4);
}, 60_000);

test('a plan of which nothing is to be kept leaves the import as it is, and its rows can be seen', async () => {
  const id = await api.start(renamed('Gamma'));
  const done = await api.until(id, 'completed');
  const [errors, before] = [await errorFile(id), await rows(id)];
  const { summary } = await api.json<{ summary: PlanSummary }>('POST', `/${id}/plan`, {
    recipe: corrected,
    keep: false,
  });
  expect(summary.statuses.reject).toBe(0);
  expect(await look(id)).toEqual(done);
  expect(await errorFile(id)).toBe(errors);
  expect(await rows(id)).toEqual(before);
  const [, , seen] = await rows(id, { recipe: corrected });
  expect(seen).toMatchObject({ row: 4, edited: [2], planned: { status: 'create' } });
  expect(await look(id)).toEqual(done);
}, 60_000);

test('AP11 a cell put right in the result changes the import only once it is imported again', async () => {
  const importer = await ended(renamed('Delta'));
  const { importId } = importer.getState();
  const [done, errors] = [await look(importId), await errorFile(importId)];
  importer.dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@beta.se' });
  await importer.actions.replan();
  expect((await importer.rows({ offset: 2, limit: 1 })).rows[0]).toMatchObject({
    cells: ['Delta 2', 'Lund', 'cia@beta.se', 'Cia'],
    planned: { status: 'create' },
    outcome: { status: 'rejected' },
  });
  expect(await look(importId)).toEqual(done);
  expect(await errorFile(importId)).toBe(errors);
  await importer.actions.start();
  expect(result(importer).report).toMatchObject({ rows: 4, rejected: 0 });
  expect((await look(importId)).recipe?.edits).toEqual(corrected.edits);
}, 60_000);

test('a row that is written is shown as it was written, whatever is decided and run after it', async () => {
  const id = await api.start(renamed('Eta'));
  await api.until(id, 'completed');
  const [before] = await rows(id);
  const lie = { row: 2, column: 0, value: 'A lie' };
  const said = { ...corrected, edits: [lie, ...corrected.edits] };
  await api.json('POST', `/${id}/plan`, { recipe: said });
  expect((await rows(id))[0]).toEqual(before);
  await api.json('POST', `/${id}/start`, {});
  expect((await api.until(id, 'completed')).report).toMatchObject({ rejected: 0 });
  const [first, , third] = await rows(id);
  expect(first).toEqual(before);
  expect(third).toMatchObject({ cells: { 2: 'cia@beta.se' }, outcome: { status: 'written' } });
  // What the second run wrote is shown as that one took it.
  const again = { ...said, edits: [{ row: 4, column: 2, value: 'other@beta.se' }] };
  await api.json('PATCH', `/${id}`, { recipe: again });
  expect(await rows(id)).toMatchObject([before, {}, { cells: { 2: 'cia@beta.se' } }, {}]);
}, 60_000);

test('what a plan or a page is asked of must be what it takes', async () => {
  const id = await api.upload(CUSTOMERS);
  const wrong = { ...recipe, columns: recipe.columns.slice(1) };
  const cases = [
    ['plan', { recipe, keep: 'no' }, 400],
    ['plan', { recipe: wrong }, 422],
    ['rows', { recipe: { columns: 1 } }, 422],
    ['rows', { recipe: wrong }, 422],
  ] as const;
  for (const [route, body, status] of cases) {
    const answer = await api.call('POST', `/${id}/${route}`, body);
    expect([route, body, answer.status]).toEqual([route, body, status]);
  }
  expect((await look(id)).recipe).toBe(null);
}, 60_000);

function renamed(name: string): string {
  return CUSTOMERS.replaceAll('Acme', name).replaceAll('Beta', `${name} 2`);
}

/** An import of a person's browser that has ended, with a row that was not taken. */
async function ended(file: string): Promise<Importer> {
  const session = serverSession({
    url: 'http://localhost/api/imports',
    schema: crm.id,
    headers: () => ({ 'x-user': `${api.tenant}/ann` }),
    fetch: async (input, init) => await api.server.fetch(new Request(input, init)),
  });
  const importer = createImporter({ schema: crm, session });
  await importer.actions.openFile(new Blob([file]), 'customers.csv');
  await importer.actions.goTo('match');
  importer.dispatch({ type: 'open-columns-ignored' });
  await importer.actions.goTo('review');
  await importer.actions.start();
  expect(result(importer).report.rejected).toBe(1);
  return importer;
}

function result(importer: Importer): ResultState {
  const state = importer.getState();
  if (state.step !== 'result') throw new Error(`no result: ${JSON.stringify(state.error)}`);
  return state;
}
