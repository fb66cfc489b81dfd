import type { ServerDatabase } from '@importera/server';
import { pgliteDatabase, postgresDatabase } from '@importera/server';
import { CliError } from '../CliError.ts';

/** The database of a server, and how to let go of it. */
export interface HostDatabase {
  readonly database: ServerDatabase;
  close(): Promise<void>;
}

/** Opens a Postgres by its address, or an embedded one in a folder, made when it is not there. */
export async function openHostDatabase(address: string): Promise<HostDatabase> {
  if (/^postgres(ql)?:\/\//.test(address)) {
    const { default: pg } = await import('pg');
    const pool = new pg.Pool({
      connectionString: address,
      connectionTimeoutMillis: 10_000,
      max: 20,
    });
    // A connection lost while idle is emitted here; the next query tells it.
    pool.on('error', () => {});
    return { database: postgresDatabase(pool), close: () => pool.end() };
  }
  const { PGlite } = await import('@electric-sql/pglite');
  const db = await PGlite.create(address).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(`Cannot open the database in "${address}": ${why}`);
  });
  return { database: pgliteDatabase(db), close: () => db.close() };
}
