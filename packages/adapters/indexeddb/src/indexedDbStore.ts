import type { ImportEntry, ImportStore, Recipe } from '@importera/engine';
import { connection, type Connection } from './connection.ts';
import { storeError } from './storeError.ts';

/** Which database, and how much of the past it keeps. */
export interface IndexedDbStoreOptions {
  /** Name of the database; default `importera`. */
  readonly name?: string;
  /** Finished imports kept of each schema; the oldest beyond go, drafts never. Default 200. */
  readonly keepImports?: number;
  /** Mappings remembered of each schema, the longest unused go first. Default 500. */
  readonly keepRecipes?: number;
  /** Default: the browser's own. */
  readonly indexedDB?: IDBFactory;
}

/** A store in the browser’s own database. */
export interface IndexedDbStore extends ImportStore {
  /** Lets go of the database. The store may be used again and opens it anew. */
  close(): Promise<void>;
}

/**
 * Keeps drafts with their files, history and remembered mappings in the browser, over reloads and closed tabs.
 * @throws (from every method) ImportError `store-failed` when the browser's space is full or storage is switched off.
 * @example
 * const importer = createImporter({ schema, adapter, store: indexedDbStore() });
 */
export function indexedDbStore(options: IndexedDbStoreOptions = {}): IndexedDbStore {
  const { name = 'importera', keepImports = 200, keepRecipes = 500 } = options;
  const db = connection(() => options.indexedDB ?? browserStorage(), name);
  // Always later than before: of two mappings of the same millisecond the newer one stays.
  let lastUse = 0;
  return {
    list: (schemaId) => told('list imports', () => listEntries(db, schemaId)),
    load: (id) =>
      told('load the import', async () => {
        const stored = await db.run('readonly', ['imports'], (tx) =>
          tx.objectStore('imports').get(id),
        );
        return (stored as ImportEntry | undefined) ?? null;
      }),
    save: (entry) =>
      told('keep the import', async () => {
        // Copied at once: the caller may go on changing what it gave.
        const copy = structuredClone(entry);
        await db.run('readwrite', ['imports'], (tx) => tx.objectStore('imports').put(copy));
        if (copy.status !== 'draft') await removeOldest(db, copy.schemaId, keepImports);
      }),
    remove: (id) => told('remove the import', () => removeEntries(db, [id])),
    saveFile: (id, file, fileName) =>
      told('keep the file', async () => {
        await db.run('readwrite', ['files'], (tx) =>
          tx.objectStore('files').put({ id, file, name: fileName }),
        );
      }),
    loadFile: (id) =>
      told('load the file', async () => {
        const stored = await db.run('readonly', ['files'], (tx) => tx.objectStore('files').get(id));
        const found = stored as StoredFile | undefined;
        return found === undefined ? null : { file: found.file, name: found.name };
      }),
    remember: (schemaId, signature, recipe) =>
      told('remember the mapping', async () => {
        lastUse = Math.max(Date.now(), lastUse + 1);
        const stored: StoredRecipe = {
          schemaId,
          signature,
          recipe: structuredClone(recipe),
          usedAt: lastUse,
        };
        await db.run('readwrite', ['recipes'], (tx) => tx.objectStore('recipes').put(stored));
        await forgetOldest(db, schemaId, keepRecipes);
      }),
    recall: (schemaId, signature) =>
      told('recall the mapping', async () => {
        const key = [schemaId, signature];
        const stored = await db.run('readonly', ['recipes'], (tx) =>
          tx.objectStore('recipes').get(key),
        );
        return (stored as StoredRecipe | undefined)?.recipe ?? null;
      }),
    close: () => db.close(),
  };
}

interface StoredFile {
  readonly id: string;
  readonly file: Blob;
  readonly name: string;
}

interface StoredRecipe {
  readonly schemaId: string;
  readonly signature: string;
  readonly recipe: Recipe;
  readonly usedAt: number;
}

async function listEntries(db: Connection, schemaId: string): Promise<readonly ImportEntry[]> {
  const found = await db.run('readonly', ['imports'], (tx) =>
    tx.objectStore('imports').index('schemaId').getAll(schemaId),
  );
  const entries = (found ?? []) as readonly ImportEntry[];
  return entries.toSorted((a, b) => compareText(b.updatedAt, a.updatedAt));
}

async function removeEntries(db: Connection, ids: readonly string[]): Promise<void> {
  await db.run('readwrite', ['imports', 'files'], (tx) => {
    for (const id of ids) {
      tx.objectStore('imports').delete(id);
      tx.objectStore('files').delete(id);
    }
    return undefined;
  });
}

async function removeOldest(db: Connection, schemaId: string, keep: number): Promise<void> {
  const over = (await listEntries(db, schemaId))
    .filter(({ status }) => status !== 'draft' && status !== 'running')
    .slice(keep);
  if (over.length > 0)
    await removeEntries(
      db,
      over.map(({ id }) => id),
    );
}

async function forgetOldest(db: Connection, schemaId: string, keep: number): Promise<void> {
  const count = await db.run('readonly', ['recipes'], (tx) =>
    tx.objectStore('recipes').index('schemaId').count(schemaId),
  );
  if ((count ?? 0) <= keep) return;
  const found = await db.run('readonly', ['recipes'], (tx) =>
    tx.objectStore('recipes').index('schemaId').getAll(schemaId),
  );
  const over = ((found ?? []) as readonly StoredRecipe[])
    .toSorted((a, b) => b.usedAt - a.usedAt)
    .slice(keep);
  await db.run('readwrite', ['recipes'], (tx) => {
    for (const { signature } of over) tx.objectStore('recipes').delete([schemaId, signature]);
    return undefined;
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function browserStorage(): IDBFactory {
  // Absent outside browsers, and null where a browser forbids it.
  const factory = (globalThis as { readonly indexedDB?: IDBFactory | null }).indexedDB;
  if (factory === undefined || factory === null)
    throw new DOMException('There is no IndexedDB here.', 'NotSupportedError');
  return factory;
}

async function told<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw storeError(error, what);
  }
}
