import type { SqlClient } from '@importera/postgres';
import { MIGRATIONS } from './migrations.ts';

/** Any number; it only has to be the same for all who migrate. */
const LOCK = 7_203_118_845;

/** Brings the server's tables up to date. Safe to call at each start, by many processes at once. */
export async function migrate(client: SqlClient): Promise<void> {
  await client.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await tx.query('CREATE SCHEMA IF NOT EXISTS importera');
    await tx.query(
      'CREATE TABLE IF NOT EXISTS importera.migrations (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await tx.query('SELECT max(version) AS version FROM importera.migrations');
    const done = Number(rows[0]?.['version'] ?? 0);
    for (const [index, steps] of MIGRATIONS.entries()) {
      if (index < done) continue;
      for (const step of steps) {
        if (typeof step === 'string') await tx.query(step);
        else await step(tx);
      }
      await tx.query('INSERT INTO importera.migrations (version) VALUES ($1)', [index + 1]);
    }
  });
}
