import type { SqlClient, SqlQuery } from '@importera/postgres';

/** A statement, or what no statement can do. */
export type MigrationStep = string | ((tx: SqlQuery) => Promise<void>);

/** Which tables, and how they came to be as they are. */
export interface MigrationOptions {
  /** Database schema of the tables; it is made where it is not there, and keeps how far they are. */
  readonly schema: string;
  /** Any number; it only has to be the same for all who migrate. */
  readonly lock: number;
  /** Forward only: a step that was released is never changed, a new one is added. */
  readonly migrations: readonly (readonly MigrationStep[])[];
}

/** Brings tables up to date. Safe to call at each start, by many processes at once. */
export async function applyMigrations(
  client: SqlClient,
  { schema, lock, migrations }: MigrationOptions,
): Promise<void> {
  await client.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(${lock})`);
    await tx.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await tx.query(
      `CREATE TABLE IF NOT EXISTS ${schema}.migrations
        (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const { rows } = await tx.query(`SELECT max(version) AS version FROM ${schema}.migrations`);
    const done = Number(rows[0]?.['version'] ?? 0);
    for (const [index, steps] of migrations.entries()) {
      if (index < done) continue;
      for (const step of steps) {
        if (typeof step === 'string') await tx.query(step);
        else await step(tx);
      }
      await tx.query(`INSERT INTO ${schema}.migrations (version) VALUES ($1)`, [index + 1]);
    }
  });
}
