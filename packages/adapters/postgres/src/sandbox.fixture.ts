import {
  type AdapterContext,
  type Entity,
  type Field,
  type Operation,
  type OperationOutcome,
  type RecordValues,
  type Schema,
  type StoredRecord,
  type Value,
} from '@importera/engine';
import {
  postgresAdapter,
  type PostgresAdapter,
  type PostgresAdapterOptions,
} from './postgresAdapter.ts';
import { type SqlClient } from './SqlClient.ts';

export const context: AdapterContext = { importId: 'import-1', settings: {} };

export function schemaOf(entities: Readonly<Record<string, Entity>>): Schema {
  return { id: 'test', entities };
}

export function create(record: number, entity: string, values: RecordValues): Operation {
  const none = { id: null, parentId: null, parentRecord: null };
  return { row: record + 2, entity, action: 'create', record, values, ...none };
}

export function update(id: string, entity: string, values: RecordValues): Operation {
  return { ...create(9_000, entity, values), action: 'update', id };
}

export function codesOf(outcomes: readonly OperationOutcome[]): readonly string[] {
  return outcomes.map((outcome) => (outcome.status === 'refused' ? outcome.code : 'written'));
}

export function idsOf(outcomes: readonly OperationOutcome[]): readonly string[] {
  return outcomes.map((outcome) => (outcome.status === 'written' ? outcome.id : ''));
}

let schemas = 0;
/** A database schema no other test uses, and how to make adapters in it. */
export async function sandbox(client: SqlClient): Promise<{
  readonly databaseSchema: string;
  adapter(schema: Schema, options?: Partial<PostgresAdapterOptions>): Promise<PostgresAdapter>;
  sql(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}> {
  const databaseSchema = `Sand "box" ${++schemas}`;
  const quoted = `"${databaseSchema.replaceAll('"', '""')}"`;
  await client.query(`CREATE SCHEMA ${quoted}`);
  return {
    databaseSchema,
    async adapter(schema, options = {}) {
      const adapter = postgresAdapter({ schema, client, databaseSchema, ...options });
      await adapter.createTables();
      return adapter;
    },
    sql: async (statement) => (await client.query(statement.replaceAll('SANDBOX', quoted))).rows,
    close: async () => void (await client.query(`DROP SCHEMA ${quoted} CASCADE`)),
  };
}

let batches = 0;
export function write(
  adapter: PostgresAdapter,
  operations: readonly Operation[],
  importId = 'import-1',
): Promise<readonly OperationOutcome[]> {
  const id = `${importId}/${++batches}`;
  return adapter.write({ id, operations }, { ...context, importId });
}

export async function find(
  adapter: PostgresAdapter,
  entity: string,
  key: Readonly<Record<string, Value>>,
): Promise<readonly StoredRecord[]> {
  const request = { entity, fields: Object.keys(key), keys: [Object.values(key)] };
  return (await adapter.lookup(request, context)).matches[0] ?? [];
}

export const text = (label: string, more: Partial<Field> = {}): Field =>
  ({ type: 'text', label, ...more }) as Field;

/** Companies with contacts; each may point at the other. */
export const crm: Schema = schemaOf({
  company: {
    label: 'Company',
    identify: [['name']],
    fields: {
      name: text('Name'),
      code: text('Code', { unique: true }),
      size: { type: 'number', label: 'Size', integer: true },
      owner: { type: 'reference', label: 'Owner', to: 'contact', by: ['email'] },
    },
  },
  contact: {
    label: 'Contact',
    parent: 'company',
    fields: { name: text('Name'), email: { type: 'email', label: 'E-mail', unique: true } },
  },
});

/** A test in a sandbox of its own. */
export type Check = (
  what: string,
  body: (box: Awaited<ReturnType<typeof sandbox>>) => Promise<void>,
) => unknown;
