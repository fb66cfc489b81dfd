import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import type { DirectoryChange, ImportDirectory, ListedImport } from './ImportDirectory.ts';
import { groupOf } from './ImportDirectory.ts';
import type { ImportEntry, ImportStore } from './ImportStore.ts';

/** Which imports of a store `storeDirectory` shows, and how. */
export interface StoreDirectoryOptions {
  readonly schemaId: string;
  /** Takes imports back; without it, or one that can not, undo is not offered. */
  readonly adapter?: PersistenceAdapter;
  /** Milliseconds between two looks at the store; default 2,000. */
  readonly everyMs?: number;
}

/**
 * The imports of an `ImportStore` as a directory: what hub and bell show of imports made in this browser.
 * @example <ImportHub directory={storeDirectory(indexedDbStore(), { schemaId: 'crm', adapter })} … />
 */
export function storeDirectory(
  store: ImportStore,
  { schemaId, adapter, everyMs = 2_000 }: StoreDirectoryOptions,
): ImportDirectory {
  const all = async (): Promise<readonly ListedImport[]> =>
    (await store.list(schemaId)).map(listedEntry);
  return {
    async list({ group, user, limit, offset }) {
      const found = (await all()).filter(
        (entry) => groupOf(entry) === group && (user === undefined || entry.user === user),
      );
      return found
        .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
        .slice(offset, offset + limit);
    },
    follow: (listener) => followStore(all, everyMs, listener),
    remove: (id) => store.remove(id),
    ...undoCalls(store, adapter),
  };
}

type UndoCalls = Pick<ImportDirectory, 'undo' | 'undoPreview'>;

function undoCalls(store: ImportStore, adapter: PersistenceAdapter | undefined): UndoCalls {
  const { undo, undoPreview } = adapter ?? {};
  if (adapter === undefined || undo === undefined) return {};
  const contextOf = async (importId: string) => {
    const entry = await store.load(importId);
    return { importId, settings: entry?.recipe?.settings ?? {} };
  };
  const calls: UndoCalls = {
    async undo(id) {
      const report = await undo.call(adapter, id, await contextOf(id));
      const entry = await store.load(id);
      if (entry === null) return;
      await store.save({ ...entry, undo: report, updatedAt: new Date().toISOString() });
    },
  };
  if (undoPreview === undefined) return calls;
  return {
    ...calls,
    undoPreview: async (id) => await undoPreview.call(adapter, id, await contextOf(id)),
  };
}

/** Stores tell nothing by themselves, and another tab may write: look again and again. */
function followStore(
  all: () => Promise<readonly ListedImport[]>,
  everyMs: number,
  listener: (change: DirectoryChange) => void,
): () => void {
  let before: ReadonlyMap<string, ListedImport> | null = null;
  const look = async (): Promise<void> => {
    const now = new Map((await all()).map((entry) => [entry.id, entry]));
    const known = before;
    before = now;
    if (known === null) return;
    for (const [id, entry] of now) {
      const isSame = JSON.stringify(known.get(id)) === JSON.stringify(entry);
      if (!isSame) listener({ type: 'changed', import: entry });
    }
    for (const id of known.keys()) if (!now.has(id)) listener({ type: 'removed', id });
  };
  // A look that fails is made up for by the next.
  const again = (): void => void look().catch(() => undefined);
  again();
  const timer = setInterval(again, everyMs);
  return () => clearInterval(timer);
}

function listedEntry(entry: ImportEntry): ListedImport {
  const { report, undo = null } = entry;
  return {
    id: entry.id,
    schemaId: entry.schemaId,
    status: undo === null ? entry.status : 'undone',
    fileName: entry.fileName,
    rows: entry.rows,
    user: entry.user,
    step: entry.step,
    progress: null,
    report,
    error: report?.error ?? null,
    undo,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    startedAt: report?.startedAt ?? null,
    finishedAt: report?.finishedAt ?? null,
  };
}
