import type { ImportEntry, ImportStore } from '../importer/ImportStore.ts';
import type { Recipe } from '../importer/Recipe.ts';
import type { TestApi } from './TestApi.ts';

/** An empty store, for one test. */
export interface StoreUnderTest {
  readonly store: ImportStore;
  /** Called after the test. */
  readonly close?: () => Promise<void> | void;
}

/** Makes an empty store. Called anew for every test. */
export type MakeStore = () => Promise<StoreUnderTest> | StoreUnderTest;

/** The contract of an `ImportStore` as tests. Every store passes it, also a host's own. */
export function describeStore(name: string, makeStore: MakeStore, api: TestApi): void {
  const { expect } = api;
  const check = (what: string, body: (store: ImportStore) => Promise<void>): void => {
    api.test(what, async () => {
      const { store, close } = await makeStore();
      try {
        await body(store);
      } finally {
        await close?.();
      }
    });
  };
  api.describe(`${name} keeps the contract of a store`, () => {
    check('an entry comes back as it was saved; an unknown one is null', async (store) => {
      await store.save(entry('a'));
      expect(await store.load('a')).toEqual(entry('a'));
      expect(await store.load('b')).toEqual(null);
    });
    check('saving again replaces', async (store) => {
      await store.save(entry('a'));
      await store.save({ ...entry('a'), status: 'running', step: 'import' });
      expect((await store.load('a'))?.status).toEqual('running');
      expect((await store.list('crm')).length).toEqual(1);
    });
    check('what the caller changes afterwards is not stored', async (store) => {
      const recipe = { ...aRecipe, excluded: [1] };
      const saved = { ...entry('a'), recipe };
      await store.save(saved);
      recipe.excluded.push(2);
      expect((await store.load('a'))?.recipe?.excluded).toEqual([1]);
    });
    check('the list has the imports of one schema, the last touched first', async (store) => {
      await store.save({ ...entry('old'), updatedAt: '2024-01-01T00:00:00.000Z' });
      await store.save({ ...entry('new'), updatedAt: '2024-03-01T00:00:00.000Z' });
      await store.save({ ...entry('middle'), updatedAt: '2024-02-01T00:00:00.000Z' });
      await store.save({ ...entry('other'), schemaId: 'projects' });
      expect((await store.list('crm')).map(({ id }) => id)).toEqual(['new', 'middle', 'old']);
      expect(await store.list('nothing')).toEqual([]);
    });
    check('a file comes back byte for byte, with its name', async (store) => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256);
      await store.saveFile('a', new Blob([bytes]), 'kunder åäö.xlsx');
      const loaded = await store.loadFile('a');
      expect(loaded?.name).toEqual('kunder åäö.xlsx');
      expect(new Uint8Array((await loaded?.file.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(
        bytes,
      );
      expect(await store.loadFile('b')).toEqual(null);
    });
    check('removing an import removes its file', async (store) => {
      await store.save(entry('a'));
      await store.saveFile('a', new Blob(['x']), 'x.csv');
      await store.remove('a');
      await store.remove('never-there');
      expect(await store.load('a')).toEqual(null);
      expect(await store.loadFile('a')).toEqual(null);
      expect(await store.list('crm')).toEqual([]);
    });
    check('a recipe is recalled by schema and header signature', async (store) => {
      await store.remember('crm', 'name|email', aRecipe);
      await store.remember('crm', 'name|email', { ...aRecipe, excluded: [7] });
      expect((await store.recall('crm', 'name|email'))?.excluded).toEqual([7]);
      expect(await store.recall('crm', 'name')).toEqual(null);
      expect(await store.recall('projects', 'name|email')).toEqual(null);
    });
  });
}

const aRecipe: Recipe = {
  version: 1,
  read: { encoding: 'windows-1252', headerRow: 3 },
  columns: [
    {
      column: 0,
      header: '__proto__',
      target: { kind: 'field', entity: 'company', field: 'name' },
      match: true,
      write: 'overwrite',
      clear: false,
      format: {},
      values: [['__proto__', null]],
    },
  ],
  defaults: [{ entity: 'company', field: 'segment', value: 'Retail' }],
  policy: { mode: 'create-and-update', ambiguous: 'skip', allOrNothing: false },
  settings: { campaign: 'Autumn', emails: ['a@example.com'] },
  edits: [{ row: 2, column: 0, value: 'Acme' }],
  excluded: [],
};

function entry(id: string): ImportEntry {
  return {
    id,
    schemaId: 'crm',
    status: 'draft',
    fileName: 'customers.csv',
    rows: null,
    user: 'ann',
    createdAt: '2024-01-01T00:00:00.000Z',
    updatedAt: '2024-01-01T00:00:00.000Z',
    step: 'match',
    recipe: aRecipe,
    report: null,
  };
}
