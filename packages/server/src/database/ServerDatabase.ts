import {
  fromPg,
  fromPglite,
  type PgliteDatabase,
  type PgPool,
  type SqlClient,
} from '@importera/postgres';
import { fromPglite as queueOfPglite, type ConstructorOptions, type PGliteLike } from 'pg-boss';

/** Where the server keeps imports, and where its queue lives. See `postgresDatabase` and `pgliteDatabase`. */
export interface ServerDatabase {
  readonly client: SqlClient;
  /** The same database as pg-boss asks for it. */
  readonly queue: NonNullable<ConstructorOptions['db']>;
  readonly backend: 'postgres' | 'pglite';
}

/**
 * A real Postgres: as many servers and workers as wanted share it.
 * @example
 * const database = postgresDatabase(new pg.Pool({ connectionString: process.env.DATABASE_URL }));
 */
export function postgresDatabase(pool: PgPool): ServerDatabase {
  return {
    client: fromPg(pool),
    queue: {
      executeSql: (sql, values) => pool.query(sql, values),
    },
    backend: 'postgres',
  };
}

/**
 * Postgres inside the process: nothing to install, one process only. Of a folder, `openPgliteFolder` sees to that.
 * @example
 * const database = pgliteDatabase(await PGlite.create());
 */
export function pgliteDatabase(db: PgliteDatabase & PGliteLike): ServerDatabase {
  return { client: fromPglite(db), queue: queueOfPglite(db), backend: 'pglite' };
}
