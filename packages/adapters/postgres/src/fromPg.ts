import { copyThroughPg } from './copyThroughPg.ts';
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
  on?(event: 'error', listener: (error: Error) => void): unknown;
}

/** What the pool can do. */
export interface FromPgOptions {
  /**
   * Write many rows by `COPY`, which needs the connections of `pg` itself. Default true; false for a pool that only looks like
   * one of `pg` (a proxy over HTTP, say).
   */
  readonly copy?: boolean;
}

/** The client of each pool: whoever asks for the same pool's gets the same. */
const clients = new WeakMap<PgPool, SqlClient>();

/**
 * A client over node-postgres. The same pool gives the same client, with the options of the first call.
 * @example
 * const client = fromPg(new pg.Pool({ connectionString }));
 */
export function fromPg(pool: PgPool, options: FromPgOptions = {}): SqlClient {
  const known = clients.get(pool);
  if (known !== undefined) return known;
  const client = newClient(pool, options.copy ?? true);
  clients.set(pool, client);
  return client;
}

function newClient(pool: PgPool, canCopy: boolean): SqlClient {
  // A connection that is lost while nobody uses it is replaced by the pool; unheard, its error would end the process.
  pool.on?.('error', ignore);
  return {
    query: asQuery(pool).query,
    async transaction(run) {
      const connection = await pool.connect();
      connection.on?.('error', ignore);
      let broken = false;
      const tx = canCopy
        ? { ...asQuery(connection), copy: copyThroughPg(connection) }
        : asQuery(connection);
      try {
        return await inTransaction(tx, run, () => (broken = true));
      } finally {
        connection.off?.('error', ignore);
        connection.release(broken);
      }
    },
  };
}

/** A lost connection is also emitted; the query that needs it tells it already. */
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
