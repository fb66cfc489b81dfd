import type { SqlClient, SqlQuery, SqlResult } from './SqlClient.ts';

interface PgliteQuery {
  query(sql: string, params?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/** The part of a `PGlite` that is used. */
export interface PgliteDatabase extends PgliteQuery {
  transaction<Result>(run: (tx: PgliteQuery) => Promise<Result>): Promise<Result | undefined>;
}

/**
 * A client over PGlite, Postgres inside the process.
 * @example
 * const client = fromPglite(await PGlite.create('./data'));
 */
export function fromPglite(db: PgliteDatabase): SqlClient {
  return {
    query: asQuery(db).query,
    transaction: <Result>(run: (tx: SqlQuery) => Promise<Result>) =>
      db.transaction((tx) => run(asQuery(tx))) as Promise<Result>,
  };
}

function asQuery(db: PgliteQuery): SqlQuery {
  return {
    query: (sql, params) =>
      db.query(sql, params === undefined ? undefined : [...params]) as Promise<SqlResult>,
  };
}
