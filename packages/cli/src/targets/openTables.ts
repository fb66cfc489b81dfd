import { fromPg, postgresAdapter } from '@importera/postgres';
import type { SqlClient } from '@importera/postgres';
import type { Schema } from '@importera/engine';
import { CliError } from '../CliError.ts';
import { openPglite, unreachable } from '../openPglite.ts';
import { openPool } from '../openPool.ts';
import type { Target } from './openTarget.ts';

/** Tables in an embedded Postgres. */
export async function openFolder(folder: string, schema: Schema): Promise<Target> {
  if (folder === '') throw new CliError('pglite: needs a folder, e.g. --to pglite:./data.');
  const { database, close } = await openPglite(folder);
  return openTables(database.client, schema, close);
}

/** Tables in a Postgres by its address. */
export async function openPostgres(address: string, schema: Schema): Promise<Target> {
  const pool = await openPool(address);
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
