import { postgresDatabase, type ServerDatabase } from '@importera/server';
import type { PostgresAdapter } from '@importera/postgres';
import type pg from 'pg';
import { openCustomers } from './customerDatabase.ts';
import { customerTable } from './customerTable.ts';

/** What server and worker processes of a run share: the records and the imports are in one database. */
export function openTargets(
  url: string,
  databaseSchema: string,
): {
  readonly pool: pg.Pool;
  readonly schemas: readonly [typeof customerTable];
  readonly adapter: PostgresAdapter;
  readonly database: ServerDatabase;
} {
  const { pool, adapter } = openCustomers(url, databaseSchema);
  return { pool, schemas: [customerTable], adapter, database: postgresDatabase(pool) };
}

/** Tells, when it is asked to end, what the process took. */
export function endWhenAsked(end: () => Promise<void>): void {
  process.once('SIGTERM', () => {
    void end().finally(() => {
      const { user, system } = process.cpuUsage();
      const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
      process.stdout.write(`${JSON.stringify({ peakMb, cpuMs: (user + system) / 1000 })}\n`, () =>
        process.exit(0),
      );
    });
  });
}
