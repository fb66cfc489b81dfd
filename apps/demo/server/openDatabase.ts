import { PGlite } from '@electric-sql/pglite';
import {
  openPgliteFolder,
  pgliteDatabase,
  postgresDatabase,
  type ServerDatabase,
} from '@importera/server';
import pg from 'pg';

export interface DatabaseOptions {
  /** A Postgres to use, e.g. `postgres://user:secret@localhost/demo`; null: the embedded one. */
  readonly url: string | null;
  /** Where the embedded one keeps its data; null keeps them in memory. */
  readonly folder: string | null;
}

export interface OpenDatabase {
  readonly database: ServerDatabase;
  close(): Promise<void>;
}

/** Opens the database that holds everything: the companies' records, imports, and the queue. */
export async function openDatabase({ url, folder }: DatabaseOptions): Promise<OpenDatabase> {
  if (url !== null) {
    const pool = new pg.Pool({ connectionString: url });
    // A connection that breaks while nobody uses it is replaced by the pool.
    pool.on('error', () => undefined);
    return { database: postgresDatabase(pool), close: () => pool.end() };
  }
  if (folder !== null) return await openPgliteFolder(folder, (at) => PGlite.create(at));
  const db = await PGlite.create();
  return { database: pgliteDatabase(db), close: () => db.close() };
}
