import type { ReadOptions } from '@importera/engine';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import type { FileStore } from '../files/FileStore.ts';
import type { ImportTargets } from '../Host.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import { openImport, type OpenImport } from './openImport.ts';

/** Files kept open between requests, so that a page of rows does not read the whole file again. */
export interface OpenImports {
  /** Opens the import's file under these read options, unless it is open, and keeps it open while it is used. */
  use<Result>(
    found: StoredImport,
    read: ReadOptions,
    run: (open: OpenImport) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

export interface OpenOptions extends ImportTargets {
  readonly database: ServerDatabase;
  readonly files: FileStore;
  readonly maxRows: number;
  /** Files kept open. */
  readonly maxOpen: number;
}

interface Entry {
  readonly opened: Promise<OpenImport>;
  users: number;
}

export function openImports(options: OpenOptions): OpenImports {
  // A map keeps the order of insertion: the least recently used comes first.
  const entries = new Map<string, Entry>();
  let most = options.maxOpen;

  function entryOf(found: StoredImport, read: ReadOptions): readonly [string, Entry] {
    const key = `${found.key.tenant}/${found.key.id}/${found.fileId}/${JSON.stringify(read)}`;
    const known = entries.get(key);
    const entry = known ?? { opened: openImport(found, read, options), users: 0 };
    entries.delete(key);
    entries.set(key, entry);
    return [key, entry];
  }

  async function closeIdle(): Promise<void> {
    for (const [key, entry] of entries) {
      if (entries.size <= most) return;
      if (entry.users > 0) continue;
      entries.delete(key);
      await entry.opened.then(
        (open) => open.close(),
        () => undefined,
      );
    }
  }

  return {
    async use(found, read, run) {
      const [key, entry] = entryOf(found, read);
      entry.users += 1;
      try {
        const open = await entry.opened.catch((error: unknown) => {
          if (entries.get(key) === entry) entries.delete(key);
          throw error;
        });
        return await run(open);
      } finally {
        entry.users -= 1;
        await closeIdle();
      }
    },
    close() {
      // What is in use is closed by whoever uses it last.
      most = 0;
      return closeIdle();
    },
  };
}
