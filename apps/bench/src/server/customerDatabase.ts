import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { fromPg, postgresAdapter, type PostgresAdapter } from '@importera/postgres';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COLUMNS, customerTable } from './customerTable.ts';
import { storedCustomers } from './writeCustomers.ts';

/** A pool on the database of a run, and an adapter for its customer table. */
export function openCustomers(
  url: string,
  databaseSchema: string,
): { readonly pool: pg.Pool; readonly adapter: PostgresAdapter } {
  const pool = new pg.Pool({ connectionString: url, options: `-c search_path=${databaseSchema}` });
  // A connection that is lost while idle is emitted; nobody waits for it.
  pool.on('error', () => undefined);
  const adapter = postgresAdapter({ schema: customerTable, client: fromPg(pool), databaseSchema });
  return { pool, adapter };
}

/** Makes the tables as the adapter does, with the customers that are stored before a file of `rows` rows comes. */
export async function makeCustomers(
  url: string,
  databaseSchema: string,
  rows: number,
): Promise<void> {
  const { pool, adapter } = openCustomers(url, databaseSchema);
  try {
    await adapter.createTables();
    await copyLines(
      pool,
      `COPY customer (${COLUMN_LIST}) FROM STDIN (FORMAT csv)`,
      storedLines(rows),
    );
    // The phone numbers of the import are in the international form.
    await pool.query(
      `UPDATE customer SET phone = '+46' || replace(replace(substr(phone, 2), '-', ''), ' ', '')`,
    );
    await pool.query('VACUUM ANALYZE customer');
    await pool.query('CHECKPOINT');
  } finally {
    await pool.end();
  }
}

export const COLUMN_LIST: string = COLUMNS.map(([name]) => name).join(', ');

export async function copyLines(
  pool: pg.Pool,
  sql: string,
  lines: AsyncIterable<Buffer> | Iterable<string>,
): Promise<void> {
  const connection = await pool.connect();
  try {
    await pipeline(Readable.from(lines), connection.query(copyFrom(sql)));
  } finally {
    connection.release();
  }
}

function* storedLines(rows: number): Iterable<string> {
  let text = '';
  for (const line of storedCustomers(rows)) {
    text += `${line}\n`;
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** A comparison of things that do not do the same would be none. */
export async function checkSame(
  url: string,
  databaseSchemas: readonly [string, string],
): Promise<void> {
  const [a, b] = await Promise.all(databaseSchemas.map((schema) => countCustomers(url, schema)));
  if (JSON.stringify(a) !== JSON.stringify(b))
    throw new Error(`Not the same: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
}

/** What the table holds in the end, so far as both ways must agree. */
async function countCustomers(
  url: string,
  databaseSchema: string,
): Promise<{ readonly customers: number; readonly revenue: string }> {
  const { pool } = openCustomers(url, databaseSchema);
  try {
    const { rows } = await pool.query(
      'SELECT count(*)::int AS customers, sum(revenue)::text AS revenue FROM customer',
    );
    return rows[0] as { customers: number; revenue: string };
  } finally {
    await pool.end();
  }
}
