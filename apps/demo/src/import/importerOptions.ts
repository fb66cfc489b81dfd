import type { ImporterOptions, ImportStore, Schema } from '@importera/engine';
import { connectWorker } from '@importera/engine/worker';
import { indexedDbStore } from '@importera/indexeddb';

/** Drafts, finished imports and remembered mappings of this browser. */
export const importStore: ImportStore = indexedDbStore({ name: 'nordlys-imports' });

/** One import: its work in a worker of its own, its draft in this browser. */
export function importerOptions(schema: Schema, user: string): ImporterOptions {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  return { schema, session: connectWorker(worker, { schema }), store: importStore, user };
}
