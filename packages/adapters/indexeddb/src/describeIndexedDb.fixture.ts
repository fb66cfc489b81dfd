import type { ImportEntry, Recipe } from '@importera/engine';
import { describeStore } from '@importera/engine/testing';
import { describe, expect, test, vi } from 'vitest';
import {
  indexedDbStore,
  type IndexedDbStore,
  type IndexedDbStoreOptions,
} from './indexedDbStore.ts';

let databases = 0;
/** A store in a database of its own, which is deleted afterwards. */
export async function withStore(
  body: (
    store: IndexedDbStore,
    reopen: (options?: IndexedDbStoreOptions) => IndexedDbStore,
  ) => Promise<void>,
  options: IndexedDbStoreOptions = {},
): Promise<void> {
  const name = `test ${++databases} ${Math.random()}`;
  const stores: IndexedDbStore[] = [];
  const open = (more: IndexedDbStoreOptions = {}): IndexedDbStore => {
    const store = indexedDbStore({ ...options, ...more, name });
    stores.push(store);
    return store;
  };
  try {
    await body(open(), open);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
    await deleted(name);
  }
}

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error));
  });
}

export const recipe: Recipe = {
  version: 1,
  read: {},
  columns: [],
  defaults: [],
  policy: { mode: 'create-and-update', ambiguous: 'create', allOrNothing: false },
  settings: {},
  edits: [],
  excluded: [],
};

export function entry(id: string, more: Partial<ImportEntry> = {}): ImportEntry {
  return {
    id,
    schemaId: 'crm',
    status: 'draft',
    fileName: `${id}.csv`,
    rows: 3,
    user: null,
    createdAt: '2024-01-01T00:00:00.000Z',
    updatedAt: '2024-01-01T00:00:00.000Z',
    step: 'match',
    recipe,
    report: null,
    ...more,
  };
}

/** What the store must do on any IndexedDB. */
export function describeIndexedDb(name: string): void {
  describeStore(
    `indexedDbStore in ${name}`,
    () => {
      const database = `contract ${++databases} ${Math.random()}`;
      const store = indexedDbStore({ name: database });
      return {
        store,
        close: async () => {
          await store.close();
          await deleted(database);
        },
      };
    },
    { describe, test, expect },
  );

  describe(`indexedDbStore in ${name}`, () => {
    test('a draft and its file are there after the tab was closed', () =>
      withStore(async (store, reopen) => {
        await store.save(entry('a', { recipe: { ...recipe, excluded: [4] } }));
        await store.saveFile('a', new Blob(['name;e-mail\nAnn;ann@x.se']), 'kunder.csv');
        await store.remember('crm', 'name|e-mail', recipe);
        await store.close();
        const later = reopen();
        expect((await later.list('crm')).map(({ id }) => id)).toEqual(['a']);
        expect((await later.load('a'))?.recipe?.excluded).toEqual([4]);
        const file = await later.loadFile('a');
        expect([file?.name, await file?.file.text()]).toEqual([
          'kunder.csv',
          'name;e-mail\nAnn;ann@x.se',
        ]);
        expect(await later.recall('crm', 'name|e-mail')).toEqual(recipe);
      }));

    test('two tabs see what the other keeps', () =>
      withStore(async (store, reopen) => {
        const other = reopen();
        await store.save(entry('a'));
        await other.save(entry('b'));
        expect((await store.list('crm')).length).toBe(2);
        await other.remove('a');
        expect(await store.load('a')).toBe(null);
      }));

    test('a closed store opens again by itself', () =>
      withStore(async (store) => {
        await store.save(entry('a'));
        await store.close();
        expect((await store.load('a'))?.id).toBe('a');
      }));

    test('many saves at once all come to rest', () =>
      withStore(async (store) => {
        await Promise.all(
          Array.from({ length: 100 }, (_, n) => store.save(entry(`e${n % 10}`, { rows: n }))),
        );
        expect((await store.list('crm')).length).toBe(10);
      }));

    test('old finished imports go, with their files; drafts stay', () =>
      withStore(
        async (store) => {
          await store.save(entry('draft', { updatedAt: '2020-01-01T00:00:00.000Z' }));
          for (const day of ['01', '02', '03', '04']) {
            const id = `done ${day}`;
            await store.saveFile(id, new Blob([day]), 'x.csv');
            await store.save(
              entry(id, { status: 'completed', updatedAt: `2024-01-${day}T00:00:00.000Z` }),
            );
          }
          expect((await store.list('crm')).map(({ id }) => id)).toEqual([
            'done 04',
            'done 03',
            'draft',
          ]);
          expect(await store.loadFile('done 01')).toBe(null);
          expect((await store.loadFile('done 04'))?.name).toBe('x.csv');
        },
        { keepImports: 2 },
      ));

    test('only so many mappings are remembered of each schema', () =>
      withStore(
        async (store) => {
          await store.remember('other', 's0', recipe);
          // Faster than the clock ticks, and not in the order of their keys.
          const signatures = ['s5', 's1', 's4', 's2', 's3'];
          for (const signature of signatures) await store.remember('crm', signature, recipe);
          const kept = await Promise.all(
            signatures.map((signature) => store.recall('crm', signature)),
          );
          expect(kept).toEqual([null, null, recipe, recipe, recipe]);
          expect(await store.recall('other', 's0')).toEqual(recipe);
        },
        { keepRecipes: 3 },
      ));

    test('what is no plain data is told as such', () =>
      withStore(async (store) => {
        const settings = { broken: (() => 1) as unknown as string };
        await expect(
          store.save(entry('a', { recipe: { ...recipe, settings } })),
        ).rejects.toMatchObject({
          name: 'ImportError',
          code: 'store-failed',
          params: { reason: 'DataCloneError' },
        });
      }));

    test('an IndexedDB that will not open is told as such', async () => {
      const closed = {
        open: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      } as unknown as IDBFactory;
      const store = indexedDbStore({ indexedDB: closed });
      await expect(store.list('crm')).rejects.toMatchObject({
        code: 'store-failed',
        message: expect.stringContaining('switched off'),
      });
    });

    test('a full disk is a clear error, and what was kept stays', () =>
      withStore(async (store) => {
        await store.save(entry('a'));
        await store.saveFile('a', new Blob(['small']), 'small.csv');
        const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
          throw new DOMException('No space', 'QuotaExceededError');
        });
        try {
          const error = {
            name: 'ImportError',
            code: 'store-failed',
            message: expect.stringContaining('full'),
          };
          await expect(store.saveFile('b', new Blob(['large']), 'large.csv')).rejects.toMatchObject(
            error,
          );
          await expect(store.save(entry('b'))).rejects.toMatchObject(error);
          await expect(store.remember('crm', 's', recipe)).rejects.toMatchObject(error);
        } finally {
          full.mockRestore();
        }
        expect((await store.list('crm')).map(({ id }) => id)).toEqual(['a']);
        expect(await (await store.loadFile('a'))?.file.text()).toBe('small');
        await store.saveFile('b', new Blob(['large']), 'large.csv');
        expect((await store.loadFile('b'))?.name).toBe('large.csv');
      }));

    test('a save the browser breaks off is an error that may be tried again', () =>
      withStore(async (store) => {
        await store.save(entry('a'));
        const real = IDBObjectStore.prototype.put;
        const broken = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
          this: IDBObjectStore,
          value: unknown,
        ) {
          const request = real.call(this, value);
          this.transaction.abort();
          return request;
        });
        try {
          await expect(store.save(entry('b'))).rejects.toMatchObject({
            code: 'store-failed',
            transient: true,
          });
        } finally {
          broken.mockRestore();
        }
        expect(await store.load('b')).toBe(null);
      }));

    test('a database of a newer version asks for a reload', () =>
      withStore(async (store) => {
        await store.close();
        const newer = `newer ${Math.random()}`;
        await new Promise<void>((resolve) => {
          const request = indexedDB.open(newer, 99);
          request.addEventListener('success', () => {
            request.result.close();
            resolve();
          });
        });
        await expect(indexedDbStore({ name: newer }).load('a')).rejects.toMatchObject({
          code: 'store-failed',
          message: expect.stringContaining('reload'),
        });
        await deleted(newer);
      }));
  });
}
