import type { SqlQuery } from '@importera/postgres';
import type { ConstructorOptions } from 'pg-boss';

/** Adds jobs in the transaction of `sql`: they are there if, and only if, that transaction is. */
export function inTransaction(sql: SqlQuery): NonNullable<ConstructorOptions['db']> {
  return {
    executeSql: async (text, values) => ({ rows: [...(await sql.query(text, values)).rows] }),
  };
}
