import { createReadStream } from 'node:fs';
import type pg from 'pg';
import { COLUMN_LIST, copyLines, openCustomers } from './customerDatabase.ts';
import { COLUMNS } from './customerTable.ts';

/**
 * What somebody writes who has just this file to load: COPY into a staging table, then one statement into the table. Values
 * are only cast; where the file repeats a customer, the last row wins. The same table and indexes as the import has.
 */
export async function byHand(url: string, databaseSchema: string, file: string): Promise<number> {
  const { pool } = openCustomers(url, databaseSchema);
  try {
    const key = await keyExpression(pool);
    const start = performance.now();
    await pool.query(
      `CREATE UNLOGGED TABLE staging (line bigint GENERATED ALWAYS AS IDENTITY, ${COLUMNS.map(([name]) => `${name} text`).join(', ')})`,
    );
    await copyLines(
      pool,
      `COPY staging (${COLUMN_LIST}) FROM STDIN (FORMAT csv, HEADER)`,
      createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>,
    );
    await pool.query(upsertSql(key));
    await pool.query('DROP TABLE staging');
    return performance.now() - start;
  } finally {
    await pool.end();
  }
}

function upsertSql(key: string): string {
  const values = COLUMNS.map(([name, type]) => (type === 'text' ? name : `${name}::${type}`));
  const sets = COLUMNS.filter(([name]) => name !== 'customer_number').map(
    ([name]) => `${name} = excluded.${name}`,
  );
  return `
INSERT INTO customer (${COLUMN_LIST})
SELECT DISTINCT ON (customer_number) ${values.join(', ')} FROM staging ORDER BY customer_number, line DESC
ON CONFLICT (${key}) DO UPDATE SET ${sets.join(', ')}, updated_at = now()`;
}

/** The expression of the table's unique index on the customer number: the conflict is one of that index. */
async function keyExpression(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query(
    `SELECT pg_get_indexdef(indexrelid, 1, true) AS key FROM pg_index
     WHERE indrelid = 'customer'::regclass AND indisunique AND NOT indisprimary`,
  );
  return `(${String(rows[0]?.key)})`;
}
