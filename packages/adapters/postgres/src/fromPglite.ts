import type { SqlClient, SqlQuery, SqlResult } from './SqlClient.ts';

interface PgliteQuery {
  query(
    sql: string,
    params?: unknown[],
    options?: { blob?: Blob },
  ): Promise<{ readonly rows: unknown[]; readonly affectedRows?: number | undefined }>;
}

/** The part of a `PGlite` that is used. */
export interface PgliteDatabase extends PgliteQuery {
  transaction<Result>(run: (tx: PgliteQuery) => Promise<Result>): Promise<Result | undefined>;
}

/** The client of each database: whoever asks for the same database's gets the same. */
const clients = new WeakMap<PgliteDatabase, SqlClient>();

/**
 * A client over PGlite, Postgres inside the process. The same database gives the same client.
 * @example
 * const client = fromPglite(await PGlite.create('./data'));
 */
export function fromPglite(db: PgliteDatabase): SqlClient {
  const known = clients.get(db);
  if (known !== undefined) return known;
  const client: SqlClient = {
    query: asQuery(db).query,
    transaction: <Result>(run: (tx: SqlQuery) => Promise<Result>) =>
      db.transaction((tx) => run({ ...asQuery(tx), copy: copyInto(tx) })) as Promise<Result>,
  };
  clients.set(db, client);
  return client;
}

function asQuery(db: PgliteQuery): SqlQuery {
  return {
    query: (sql, params) =>
      db.query(sql, params === undefined ? undefined : [...params]) as Promise<SqlResult>,
  };
}

/** PGlite has no standard input: what is copied lies in a file of its own that it shows the statement. */
function copyInto(db: PgliteQuery): NonNullable<SqlQuery['copy']> {
  return async (into, lines) => {
    const { affectedRows } = await db.query(`COPY ${into} FROM '/dev/blob'`, [], {
      blob: new Blob([lines]),
    });
    return affectedRows ?? -1;
  };
}
