import type { SqlClient, SqlQuery, SqlResult } from './SqlClient.ts';

/** The part of a `pg.PoolClient` that is used. */
export interface PgConnection {
  query(sql: string, params?: unknown[]): Promise<{ readonly rows: unknown[] }>;
  release(destroy?: boolean): void;
  on?(event: 'error', listener: (error: Error) => void): unknown;
  off?(event: 'error', listener: (error: Error) => void): unknown;
}

/** The part of a `pg.Pool` that is used. */
export interface PgPool {
  query(sql: string, params?: unknown[]): Promise<{ readonly rows: unknown[] }>;
  connect(): Promise<PgConnection>;
}

/**
 * A client over node-postgres.
 * @example
 * const client = fromPg(new pg.Pool({ connectionString }));
 */
export function fromPg(pool: PgPool): SqlClient {
  return {
    query: asQuery(pool).query,
    async transaction(run) {
      const connection = await pool.connect();
      connection.on?.('error', ignore);
      let broken = false;
      try {
        return await inTransaction(asQuery(connection), run, () => (broken = true));
      } finally {
        connection.off?.('error', ignore);
        connection.release(broken);
      }
    },
  };
}

/** A connection lost while it is checked out is also emitted; the pending query tells it already. */
function ignore(): void {}

async function inTransaction<Result>(
  tx: SqlQuery,
  run: (tx: SqlQuery) => Promise<Result>,
  onBroken: () => void,
): Promise<Result> {
  try {
    await tx.query('BEGIN');
    const result = await run(tx);
    await tx.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not return to the pool.
    await tx.query('ROLLBACK').catch(onBroken);
    throw error;
  }
}

function asQuery(connection: Pick<PgPool, 'query'>): SqlQuery {
  return {
    query: (sql, params) =>
      connection.query(sql, params === undefined ? undefined : [...params]) as Promise<SqlResult>,
  };
}
