export { fromPg } from './fromPg.ts';
export type { PgConnection, PgPool } from './fromPg.ts';
export { fromPglite } from './fromPglite.ts';
export type { PgliteDatabase } from './fromPglite.ts';
export { postgresAdapter } from './postgresAdapter.ts';
export type { PostgresAdapter, PostgresAdapterOptions } from './postgresAdapter.ts';
export type { SqlClient, SqlQuery, SqlResult } from './SqlClient.ts';
export type { TableOptions } from './TableOptions.ts';
export type { AfterWrite, WrittenRecord } from './writeBatch.ts';
