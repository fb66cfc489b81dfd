import { type RecordValues, type Value } from '@importera/engine';
import { expect } from 'vitest';
import { postgresAdapter } from './postgresAdapter.ts';
import {
  codesOf,
  context,
  create,
  crm,
  find,
  schemaOf,
  text,
  write,
  type Check,
} from './sandbox.fixture.ts';
import { type SqlClient } from './SqlClient.ts';

export function describeTables(check: Check, connect: () => SqlClient): void {
  check('tables grow with the schema and keep what they hold', async ({ adapter: make }) => {
    const before = schemaOf({ company: { label: 'Company', fields: { name: text('Name') } } });
    const first = await make(before);
    await write(first, [create(0, 'company', { name: 'Acme' })]);
    const second = await make(crm);
    await second.createTables();
    await write(second, [create(0, 'company', { name: 'Beta', code: 'B' })]);
    expect((await find(second, 'company', { name: 'acme' }))[0]?.values).toEqual({ name: 'Acme' });
    expect((await find(second, 'company', { code: 'b' }))[0]?.values).toEqual({
      name: 'Beta',
      code: 'B',
    });
  });

  check('a match key is looked up by its index', async ({ adapter: make, sql }) => {
    await make(crm);
    const all = await sql(
      `SELECT c.relname::text AS name, i.indisunique AS is_unique FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 'SANDBOX.company'::regclass ORDER BY 1`,
    );
    expect(all).toEqual([
      { name: 'company_code_key', is_unique: true },
      { name: 'company_name_match', is_unique: false },
      { name: 'company_owner_idx', is_unique: false },
      { name: 'company_pkey', is_unique: true },
    ]);
  });

  check('a table that has grown is searched by its index', async ({ adapter: make }) => {
    const client = connect();
    const seen: { readonly sql: string; readonly params: readonly unknown[] }[] = [];
    const spying: SqlClient = {
      ...client,
      query: (sql, params = []) => {
        seen.push({ sql, params });
        return client.query(sql, params);
      },
    };
    const adapter = await make(crm, { client: spying });
    await find(adapter, 'company', { name: 'nobody' });
    await write(
      adapter,
      Array.from({ length: 20_000 }, (_, n) => create(n, 'company', { name: `N ${n}` })),
    );
    await find(adapter, 'company', { name: 'n 7' });
    const last = seen.at(-1);
    const { rows } = await client.query(`EXPLAIN ${last?.sql}`, last?.params);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('company_name_match');
  });

  check('a driver may leave JSON as text', async ({ adapter: make }) => {
    const client = connect();
    const asText = async (
      result: ReturnType<SqlClient['query']>,
    ): ReturnType<SqlClient['query']> => ({
      rows: (await result).rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
          ]),
        ),
      ),
    });
    const adapter = await make(crm, {
      client: {
        query: (sql, params) => asText(client.query(sql, params)),
        transaction: (run) =>
          client.transaction((tx) =>
            run({ query: (sql, params) => asText(tx.query(sql, params)) }),
          ),
      },
    });
    await adapter.createField(
      { entity: 'company', field: 'note', label: 'Note', type: 'text' },
      context,
    );
    const batch = {
      id: 'import-1/text',
      operations: [create(0, 'company', { code: 'T', note: 'n' })],
    };
    const outcomes = await adapter.write(batch, context);
    expect(await adapter.write(batch, context)).toEqual(outcomes);
    const [again] = await write(adapter, [create(0, 'company', { code: 't' })]);
    expect(again).toMatchObject({ code: 'unique-violation', field: 'code' });
    expect((await find(adapter, 'company', { code: 't' }))[0]?.values).toEqual({
      code: 'T',
      note: 'n',
    });
  });

  check('without tables an error says what to do', async () => {
    const missing = postgresAdapter({
      schema: crm,
      client: {
        query: async () => ({ rows: [] }),
        transaction: async () => {
          throw new Error('unused');
        },
      },
    });
    await expect(
      missing.lookup({ entity: 'company', fields: ['name'], keys: [['x']] }, context),
    ).rejects.toMatchObject({
      code: 'adapter-failed',
      transient: false,
      message: expect.stringContaining('createTables()'),
    });
  });

  check(
    'custom fields hold every kind of value, are keys, and another adapter sees them',
    async ({ adapter: make }) => {
      const [one, two] = [await make(crm), await make(crm)];
      const kinds = {
        __proto__: 'text',
        "it's": 'number',
        när: 'date',
        ok: 'boolean',
        val: 'choice',
      } as const;
      const types = Object.entries(kinds).concat([['__proto__', 'text']]);
      for (const [field, type] of types)
        await one.createField({ entity: 'company', field, label: field, type }, context);
      const values: RecordValues = Object.fromEntries<Value>([
        ['__proto__', 'deep'],
        ["it's", 2.5],
        ['när', '2024-05-06'],
        ['ok', false],
        ['val', 'Röd'],
      ]);
      expect(codesOf(await write(two, [create(0, 'company', values)]))).toEqual(['written']);
      for (const [field, value] of Object.entries(values)) {
        const key = Object.fromEntries([
          [field, typeof value === 'string' ? value.toLowerCase() : value],
        ]);
        const [found] = await find(two, 'company', key);
        expect(Object.entries(found?.values ?? {}).toSorted()).toEqual(
          Object.entries(values).toSorted(),
        );
      }
      expect(Object.keys(await two.fields('company', context)).toSorted()).toEqual(
        Object.keys(values).toSorted(),
      );
    },
  );
}
