import type { EntityLayout } from './Layout.ts';
import type { SqlClient } from './SqlClient.ts';

/** Rows written before the statistics are first worth renewing; each time twice as many. */
const FIRST_ROWS = 1000;

export interface FreshStatistics {
  /** Notes that rows were written. */
  written(entity: string, rows: number): void;
  /** Renews the statistics of a table that has grown much since they were made, or never had any. */
  renew(layout: EntityLayout): Promise<void>;
}

/**
 * Keeps Postgres informed of how many rows a table has got. Without that, it reads a whole table where an index on a
 * match key would do: 20 times slower with 100,000 rows. Autovacuum does the same, but minutes later, and PGlite has none.
 */
export function freshStatistics(client: SqlClient): FreshStatistics {
  const due = new Map<string, { rows: number; at: number }>();
  return {
    written(entity, rows) {
      const state = due.get(entity);
      if (state !== undefined) state.rows += rows;
    },
    async renew({ entity, table }) {
      const state = due.get(entity);
      if (state !== undefined && state.rows < state.at) return;
      due.set(entity, { rows: 0, at: state === undefined ? FIRST_ROWS : state.at * 2 });
      if (state === undefined && !(await lacksStatistics(client, table))) return;
      // Without the right to, Postgres warns and leaves the table out.
      await client.query(`ANALYZE ${table}`);
    },
  };
}

async function lacksStatistics(client: SqlClient, table: string): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT reltuples < 0 AND pg_relation_size(oid) > 0 AS lacks FROM pg_class WHERE oid = to_regclass($1)`,
    [table],
  );
  return rows[0]?.['lacks'] === true;
}
