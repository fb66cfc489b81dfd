import type { EntityLayout } from './Layout.ts';
import type { SqlClient } from './SqlClient.ts';

/** Rows written to a new table before its statistics are worth renewing. */
const FIRST_ROWS = 1000;

/** How much a table grows until they are again: it is to look large, its exact size does not matter. */
const GROWTH = 4;

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
      due.set(entity, { rows: 0, at: state === undefined ? FIRST_ROWS : state.at * GROWTH });
      if (state === undefined) {
        const known = await knownRows(client, table);
        if (known !== null) {
          due.set(entity, { rows: 0, at: Math.max(FIRST_ROWS, known) });
          return;
        }
      }
      // Without the right to, Postgres warns and leaves the table out.
      await client.query(`ANALYZE ${table}`);
    },
  };
}

/** Rows of the table when its statistics were made; null where it has rows but no statistics. */
async function knownRows(client: SqlClient, table: string): Promise<number | null> {
  const { rows } = await client.query(
    `SELECT CASE WHEN reltuples >= 0 OR pg_relation_size(oid) = 0 THEN reltuples END::float8 AS known
     FROM pg_class WHERE oid = to_regclass($1)`,
    [table],
  );
  const known = rows[0]?.['known'];
  return known === null || known === undefined ? null : Number(known);
}
