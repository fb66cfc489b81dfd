import type { ServerDatabase } from '@importera/server';
import { pgliteDatabase, postgresDatabase } from '@importera/server';
import { CliError } from '../CliError.ts';

/** The database of a server: opened when it is first asked for, so that a mistake in what is given leaves no folder behind. */
export interface HostDatabase {
  open(): Promise<ServerDatabase>;
  close(): Promise<void>;
}

interface OpenDatabase {
  readonly database: ServerDatabase;
  close(): Promise<void>;
}

/** A Postgres by its address, or an embedded one in a folder, made when it is not there. */
export function hostDatabase(address: string): HostDatabase {
  let opened: Promise<OpenDatabase> | undefined;
  return {
    async open() {
      opened ??= isPostgres(address) ? openPostgres(address) : openFolder(address);
      return (await opened).database;
    },
    async close() {
      const database = await opened?.catch(() => undefined);
      await database?.close();
    },
  };
}

export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

async function openPostgres(address: string): Promise<OpenDatabase> {
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

async function openFolder(address: string): Promise<OpenDatabase> {
  const { PGlite } = await import('@electric-sql/pglite');
  const db = await PGlite.create(address).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(`Cannot open the database in "${address}": ${why}`);
  });
  return { database: pgliteDatabase(db), close: () => db.close() };
}
