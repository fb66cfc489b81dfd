import type { SqlClient } from '@importera/postgres';
import { MIGRATIONS } from './migrations.ts';

/** Any number; it only has to be the same for all who migrate. */
const LOCK = 7_203_118_846;

/** Makes the tables of the sales sync or brings them up to date. Safe at each start, by many processes at once. */
export async function migrateSalesSync(client: SqlClient): Promise<void> {
  await client.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await tx.query('CREATE SCHEMA IF NOT EXISTS importera_sales');
    await tx.query(
      `CREATE TABLE IF NOT EXISTS importera_sales.migrations
        (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const { rows } = await tx.query(
      'SELECT max(version) AS version FROM importera_sales.migrations',
    );
    const done = Number(rows[0]?.['version'] ?? 0);
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index < done) continue;
      for (const statement of statements) await tx.query(statement);
      await tx.query('INSERT INTO importera_sales.migrations (version) VALUES ($1)', [index + 1]);
    }
  });
}
