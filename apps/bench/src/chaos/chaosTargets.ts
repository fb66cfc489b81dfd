import { postgresAdapter, type PostgresAdapter, type SqlClient } from '@importera/postgres';
import type { ImportScope, ImportTargets, ServerDatabase } from '@importera/server';
import { storedCompanies } from './chaosFile.ts';
import { chaosSchema } from './chaosSchema.ts';
import { paced, pacedClient, type Pace } from './pace.ts';

/** Records of each tenant are in a database schema of its own: all workers serve all of them. */
export function chaosTargets(
  database: ServerDatabase,
  pace?: Pace,
): ImportTargets & { readonly database: ServerDatabase } {
  const adapters = new Map<string, PostgresAdapter>();
  const adapterOf = ({ tenant }: Pick<ImportScope, 'tenant'>): PostgresAdapter => {
    const known = adapters.get(tenant) ?? openTables(database.client, tenant, pace);
    adapters.set(tenant, known);
    return known;
  };
  return { schemas: [chaosSchema], database, adapter: adapterOf };
}

function openTables(client: SqlClient, tenant: string, pace: Pace | undefined): PostgresAdapter {
  const tables = tablesOf(client, tenant);
  if (pace === undefined) return tables;
  return paced(tables, tablesOf(pacedClient(client, pace), tenant), pace);
}

function tablesOf(client: SqlClient, databaseSchema: string): PostgresAdapter {
  return postgresAdapter({ schema: chaosSchema, client, databaseSchema });
}

/** Makes a tenant's tables, with what is stored before the import. */
export async function makeTables(client: SqlClient, tenant: string, rows: number): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${tenant}`);
  await tablesOf(client, tenant).createTables();
  await client.query(
    `INSERT INTO ${tenant}.company (number, name) SELECT c.number, c.name
     FROM jsonb_to_recordset($1::text::jsonb) AS c(number text, name text)`,
    [JSON.stringify(storedCompanies(rows))],
  );
}

/** What differs from run to run: ids made at random, and times. */
const OWN = `'{id,parent_id,created_at,updated_at}'::text[]`;

/** Every record of a tenant by its natural key, a text each; a parent by its own key. */
export async function recordsOf(client: SqlClient, tenant: string): Promise<readonly string[]> {
  const { rows } = await client.query(
    `SELECT 'company' AS entity, to_jsonb(c) - ${OWN} AS record FROM ${tenant}.company c
     UNION ALL
     SELECT 'contact', (to_jsonb(k) - ${OWN}) || jsonb_build_object('parent', c.number)
     FROM ${tenant}.contact k LEFT JOIN ${tenant}.company c ON c.id = k.parent_id`,
  );
  return rows.map(({ entity, record }) => `${String(entity)} ${JSON.stringify(record)}`).sort();
}

/** Whether both hold the same records; tells the first that differ. */
export function sameRecords(
  expected: readonly string[],
  found: readonly string[],
  say: (text: string) => void,
): boolean {
  const at = expected.findIndex((record, index) => record !== found[index]);
  const first = at < 0 && found.length > expected.length ? expected.length : at;
  if (first < 0) return true;
  say(`DIFFERS: ${expected.length} records expected, ${found.length} found`);
  say(`  expected ${expected[first] ?? 'nothing'}`);
  say(`  found    ${found[first] ?? 'nothing'}`);
  return false;
}
