import type { SqlClient } from '@importera/postgres';
import { applyMigrations } from './applyMigrations.ts';
import { MIGRATIONS } from './migrations.ts';

/** Makes the server's tables or brings them up to date. */
export async function migrate(client: SqlClient): Promise<void> {
  await applyMigrations(client, {
    schema: 'importera',
    lock: 7_203_118_845,
    migrations: MIGRATIONS,
  });
}
