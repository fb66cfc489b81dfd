import type { PgliteDatabase } from '@importera/postgres';
import type { PGliteLike } from 'pg-boss';
import { lockFolder } from './lockFolder.ts';
import { pgliteDatabase, type ServerDatabase } from './ServerDatabase.ts';

/** What there is of a PGlite once it is open. */
export type ClosablePglite = PgliteDatabase & PGliteLike & { close(): Promise<void> };

/** An embedded database in a folder that this process has for itself. */
export interface PgliteFolder<Db extends ClosablePglite> {
  readonly db: Db;
  readonly database: ServerDatabase;
  /** Closes the database, and lets others have the folder. */
  close(): Promise<void>;
}

/**
 * Opens the embedded Postgres of a folder, which is made when it is not there, for this process alone: two would lose each
 * other's data without a word. A process that was killed blocks nobody.
 * @throws FolderInUse when a living process has the folder
 * @example
 * const { database, close } = await openPgliteFolder('./data', (folder) => PGlite.create(folder));
 */
export async function openPgliteFolder<Db extends ClosablePglite>(
  folder: string,
  open: (folder: string) => Promise<Db>,
): Promise<PgliteFolder<Db>> {
  const release = await lockFolder(folder);
  try {
    const db = await open(folder);
    const close = async (): Promise<void> => {
      try {
        await db.close();
      } finally {
        await release();
      }
    };
    return { db, database: pgliteDatabase(db), close };
  } catch (error) {
    await release();
    throw error;
  }
}
