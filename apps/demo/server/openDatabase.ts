import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { fromPglite, postgresAdapter } from '@importera/postgres';
import type { PostgresAdapter } from '@importera/postgres';
import { crm } from '../scenarios/fortnox-crm/schema.ts';

/** The demo's records: an embedded Postgres in a folder, or in memory without one. */
export interface Database {
  readonly adapter: PostgresAdapter;
  readonly db: PGlite;
}

/** Opens the database and makes its tables. */
export async function openDatabase(folder: string | null): Promise<Database> {
  if (folder !== null) await mkdir(folder, { recursive: true });
  const db = folder === null ? await PGlite.create() : await PGlite.create(folder);
  const adapter = postgresAdapter({ schema: crm, client: fromPglite(db) });
  await adapter.createTables();
  return { adapter, db };
}
