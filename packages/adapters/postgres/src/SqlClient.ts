/** What a statement gives back, as `pg` and PGlite do. */
export interface SqlResult {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Runs one statement with its values as parameters `$1`, `$2`, … */
export interface SqlQuery {
  query(sql: string, params?: readonly unknown[]): Promise<SqlResult>;
  /**
   * Writes rows by `COPY … FROM`, in Postgres' text format, and tells how many the table took. Absent where the client can
   * not: then rows are written by inserts.
   * @param into table and columns as SQL, e.g. `"company" ("id", "name")`.
   */
  copy?(into: string, lines: string): Promise<number>;
}

/**
 * A Postgres connection or pool, by its shape alone: no driver is imported. See `fromPg` and `fromPglite`.
 * `transaction` commits when `run` resolves and rolls back when it rejects, and gives `run` one connection.
 */
export interface SqlClient extends SqlQuery {
  transaction<Result>(run: (tx: SqlQuery) => Promise<Result>): Promise<Result>;
}

/** A `json` value of a result: most drivers parse it, some leave it as text. */
export function jsonOf(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}
