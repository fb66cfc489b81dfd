import type { SqlClient } from '@importera/postgres';
import { applyMigrations } from '@importera/server/parts';
import { MIGRATIONS } from './migrations.ts';

/** Makes the tables of the sales sync or brings them up to date. */
export async function migrateSalesSync(client: SqlClient): Promise<void> {
  await applyMigrations(client, {
    schema: 'importera_sales',
    lock: 7_203_118_846,
    migrations: MIGRATIONS,
  });
}
