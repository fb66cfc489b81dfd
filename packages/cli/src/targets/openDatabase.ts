import { fromPg, fromPglite, postgresAdapter } from '@importera/postgres';
import type { SqlClient } from '@importera/postgres';
import type { Schema } from '@importera/engine';
import { CliError } from '../CliError.ts';
import type { Target } from './openTarget.ts';

/** An embedded Postgres in a folder, made when it is not there. The driver is loaded only when asked for. */
export async function openPglite(folder: string, schema: Schema): Promise<Target> {
  if (folder === '') throw new CliError('pglite: needs a folder, e.g. --to pglite:./data.');
  const { PGlite } = await import('@electric-sql/pglite');
  const db = await PGlite.create(folder).catch((error: unknown) => {
    throw unreachable(`the database in "${folder}"`, error);
  });
  return openTables(fromPglite(db), schema, () => db.close());
}

/** A Postgres by its address. */
export async function openPostgres(address: string, schema: Schema): Promise<Target> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: address, connectionTimeoutMillis: 10_000 });
  // A connection lost while idle is emitted here; the next query tells it.
  pool.on('error', () => {});
  return openTables(fromPg(pool), schema, () => pool.end()).catch((error: unknown) => {
    throw unreachable('Postgres', error);
  });
}

async function openTables(
  client: SqlClient,
  schema: Schema,
  close: () => Promise<void>,
): Promise<Target> {
  const adapter = postgresAdapter({ schema, client });
  try {
    await adapter.createTables();
  } catch (error) {
    await close();
    throw error;
  }
  return { adapter, save: async () => {}, close };
}

function unreachable(what: string, error: unknown): CliError {
  const why = error instanceof Error ? error.message : String(error);
  return new CliError(`Cannot open ${what}: ${why}`);
}
