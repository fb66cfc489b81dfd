import {
  normalizeKey,
  RECORD_ID,
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
import { describeAdapter } from '@importera/engine/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  postgresAdapter,
  type PostgresAdapter,
  type PostgresAdapterOptions,
} from './postgresAdapter.ts';
import type { SqlClient } from './SqlClient.ts';

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

const text = (label: string, more: Partial<Field> = {}): Field =>
  ({ type: 'text', label, ...more }) as Field;

/** Everything the adapter must do on any Postgres. */
export function describePostgres(name: string, connect: () => SqlClient): void {
  const check = (what: string, body: (box: Awaited<ReturnType<typeof sandbox>>) => Promise<void>) =>
    test(what, { timeout: 60_000 }, async () => {
      const box = await sandbox(connect());
      try {
        await body(box);
      } finally {
        await box.close();
      }
    });

  for (const ids of ['uuid', 'bigint'] as const) {
    describeAdapter(
      `postgresAdapter on ${name} with ${ids} ids`,
      async (schema) => {
        const box = await sandbox(connect());
        return { adapter: await box.adapter(schema, { ids }), close: box.close };
      },
      { describe, test, expect },
    );
  }

  describe(`postgresAdapter on ${name}`, () => {
    describeNames(check);
    describeKeys(check);
    describeWrites(check);
    describeHostTables(check);
    describeTables(check, connect);
    describeUndone(check);
  });
}

type Check = (
  what: string,
  body: (box: Awaited<ReturnType<typeof sandbox>>) => Promise<void>,
) => unknown;

const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'select',
  'id',
  'parent_id',
  'custom',
  'created_at',
  'xmin',
  'Order By',
  'orgNumber',
  'org_number',
  `x"; DROP TABLE company; --`,
  `it's \\ $1 %s \u0001`,
  'åäö 漢字 🙂',
  `${'long'.repeat(40)}A`,
  `${'long'.repeat(40)}B`,
  'é'.repeat(50),
];

function describeNames(check: Check): void {
  check('entities and fields may have any name', async ({ adapter: make }) => {
    const fields = Object.fromEntries(HOSTILE_NAMES.map((name) => [name, text(name)]));
    const entities = ['select', 'Select', `"; DROP SCHEMA public; --`, 'importera_batches'];
    const schema = schemaOf(
      Object.fromEntries(entities.map((key) => [key, { label: key, fields }])),
    );
    const adapter = await make(schema);
    for (const entity of entities) {
      const values = Object.fromEntries(HOSTILE_NAMES.map((name, n) => [name, `${entity} ${n}`]));
      const [id] = idsOf(await write(adapter, [create(0, entity, values)]));
      for (const [n, field] of HOSTILE_NAMES.entries()) {
        const key = Object.fromEntries([[field, `${entity} ${n}`.toLowerCase()]]);
        const [found] = await find(adapter, entity, key);
        expect([field, found?.id]).toEqual([field, id]);
        expect(Object.entries(found?.values ?? {})).toEqual(
          expect.arrayContaining(Object.entries(values)),
        );
      }
    }
  });

  check('values are never read as SQL', async ({ adapter: make, sql }) => {
    const adapter = await make(
      schemaOf({ company: { label: 'Company', fields: { name: text('Name') } } }),
    );
    const attacks = [
      `'); DROP TABLE company; --`,
      `$1`,
      `\\'; DELETE FROM company; --`,
      `"a" || "b"`,
      `{"a": [1]}`,
      `%_`,
      `NULL`,
      `' OR 1=1 --`,
    ];
    const outcomes = await write(
      adapter,
      attacks.map((name, n) => create(n, 'company', { name })),
    );
    for (const [n, name] of attacks.entries()) {
      const found = await find(adapter, 'company', { name: normalizeKey(text(''), name) });
      expect(found).toEqual([{ id: idsOf(outcomes)[n], values: { name } }]);
    }
    expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.company')).toEqual([
      { n: attacks.length },
    ]);
    expect(await find(adapter, 'company', { [RECORD_ID]: `' OR 1=1 --` })).toEqual([]);
  });
}

const KEY_FIELDS: Readonly<Record<string, Field>> = {
  text: text('Text'),
  number: text('Number', { format: 'se.orgnr' }),
  email: { type: 'email', label: 'E-mail' },
  phone: { type: 'phone', label: 'Phone' },
  url: { type: 'url', label: 'URL' },
  choice: { type: 'choice', label: 'Choice', options: [], open: true },
  tags: { type: 'choice', label: 'Tags', options: [], open: true, multiple: true },
  amount: { type: 'number', label: 'Amount' },
  day: { type: 'date', label: 'Day' },
  moment: { type: 'date', label: 'Moment', time: true },
  flag: { type: 'boolean', label: 'Flag' },
};

/** A registered number holds letters and digits, and what people write between them. */
function asNumber(value: string): string {
  return value.replaceAll(/[^\x20-\x7eåäöÅÄÖ\u2010-\u2015]/gu, '');
}

const TRICKY = [
  'Åkeri  Öst\tAB',
  'ÅKERI ÖST AB',
  'A\u030akeri O\u0308st AB',
  '  padded\u00a0 ',
  'ＦＵＬＬ　width',
  'ΟΔΟΣ',
  'οδος',
  'İstanbul',
  'ﬁne',
  'STRASSE ẞ',
  'Straße ß',
  'Жизнь',
  '\ufeffbom\u2028line',
  'ǅ',
  '漢字',
  '556677-8899',
  '556677\u20138899',
  ' SE 556677 8899 01',
  'se556677-889901',
  '5566778899',
  'HTTPS://WWW.Example.com/',
  'example.com',
  'Ann@Example.COM',
  '+46701234567;ext=12',
  '+46701234567',
  '½ ﷺ',
];

function describeKeys(check: Check): void {
  const schema = schemaOf({ thing: { label: 'Thing', fields: KEY_FIELDS } });
  const texts = ['text', 'number', 'email', 'phone', 'url', 'choice'];
  const textsOf = (value: string): RecordValues => ({
    ...Object.fromEntries(texts.map((field) => [field, value])),
    number: asNumber(value),
  });

  const isFoundAsTheEngineCompares = async (
    adapter: PostgresAdapter,
    stored: readonly (readonly [id: string, values: RecordValues])[],
    fieldName: string,
  ): Promise<void> => {
    const field = KEY_FIELDS[fieldName];
    if (field === undefined) throw new Error(`No field ${fieldName}`);
    const keys = stored.map(([, values]) => normalizeKey(field, values[fieldName] ?? null));
    const request = { entity: 'thing', fields: [fieldName], keys: keys.map((key) => [key]) };
    const { matches } = await adapter.lookup(request, context);
    const expected = keys.map((key) =>
      key === null
        ? []
        : stored.flatMap(([id], n) =>
            JSON.stringify(keys[n]) === JSON.stringify(key) ? [id] : [],
          ),
    );
    const wrong = matches.flatMap((found, n) => {
      const [ids, all] = [found.map(({ id }) => id), expected[n] ?? []];
      const right = ids.length === Math.min(all.length, 10) && ids.every((id) => all.includes(id));
      return right
        ? []
        : [{ fieldName, stored: stored[n]?.[1][fieldName], key: keys[n], ids, all }];
    });
    expect(wrong).toEqual([]);
  };

  check('keys compare as the engine compares them, text by text', async ({ adapter: make }) => {
    const adapter = await make(schema);
    const rows = TRICKY.map((value) => textsOf(value));
    const ids = idsOf(
      await write(
        adapter,
        rows.map((values, n) => create(n, 'thing', values)),
      ),
    );
    const stored = rows.map((values, n) => [ids[n] ?? '', values] as const);
    for (const field of texts) await isFoundAsTheEngineCompares(adapter, stored, field);
  });

  check('keys compare as the engine compares them, for any text', async ({ adapter: make }) => {
    const adapter = await make(schema);
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom('a', 'A', ' ', '\t', 'ß', 'İ', 'Σ', 'ä', '\u0308', '-', '/', '.'),
        maxLength: 6,
      }),
    );
    let seen: (readonly [string, RecordValues])[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 20, maxLength: 60 }), async (values) => {
        const rows = values.map((value) => textsOf(value));
        const outcomes = await write(
          adapter,
          rows.map((row, n) => create(n, 'thing', row)),
        );
        seen = [...seen, ...rows.map((row, n) => [idsOf(outcomes)[n] ?? '', row] as const)].filter(
          ([id]) => id !== '',
        );
        for (const field of texts) await isFoundAsTheEngineCompares(adapter, seen, field);
      }),
      { numRuns: 8 },
    );
  });

  check('numbers, dates, booleans and several choices are keys too', async ({ adapter: make }) => {
    const adapter = await make(schema);
    const rows: readonly RecordValues[] = [
      {
        amount: 12.5,
        day: '2024-02-29',
        moment: '2024-02-29T09:30:00',
        flag: true,
        tags: ['b', 'A'],
      },
      {
        amount: -0.001,
        day: '1900-01-01',
        moment: '1999-12-31T23:59:59',
        flag: false,
        tags: ['B', 'a', 'c'],
      },
      { amount: 1e20, day: '9999-12-31', moment: '2024-02-29T00:00:00', tags: ['a', 'B'] },
    ];
    const ids = idsOf(
      await write(
        adapter,
        rows.map((values, n) => create(n, 'thing', values)),
      ),
    );
    const stored = rows.map((values, n) => [ids[n] ?? '', values] as const);
    for (const field of ['amount', 'day', 'moment', 'flag', 'tags']) {
      await isFoundAsTheEngineCompares(adapter, stored, field);
    }
    expect((await find(adapter, 'thing', { amount: 12.5 }))[0]?.values).toEqual(rows[0]);
  });

  check('a key that no column can hold matches nothing', async ({ adapter: make }) => {
    const adapter = await make(schema);
    await write(adapter, [create(0, 'thing', { amount: 1, day: '2024-01-01', flag: true })]);
    for (const key of [
      { amount: 'abc' },
      { day: '2024-02-30' },
      { day: 'x' },
      { flag: 'maybe' },
      { text: 'a\0b' },
      { nowhere: 'x' },
    ]) {
      expect(await find(adapter, 'thing', key)).toEqual([]);
    }
  });

  check('many that nearly match do not hide the one that does', async ({ adapter: make }) => {
    const adapter = await make(schema, { ids: 'bigint' });
    // "İx" is stored under the same index entry as "ix", and is another text all the same.
    const rows = [...Array.from({ length: 40 }, () => 'İx'), 'IX'];
    const ids = idsOf(
      await write(
        adapter,
        rows.map((value, n) => create(n, 'thing', { text: value })),
      ),
    );
    expect((await find(adapter, 'thing', { text: 'ix' })).map(({ id }) => id)).toEqual([ids[40]]);
    expect((await find(adapter, 'thing', { text: normalizeKey(text(''), 'İX') })).length).toBe(10);
  });
}

const crm = schemaOf({
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

function describeWrites(check: Check): void {
  check('a batch of 10,000 rows leaves out just the bad ones', async ({ adapter: make, sql }) => {
    const adapter = await make(crm);
    const bad = new Map<number, [RecordValues, string, string?]>([
      [17, [{ name: 'a\0b' }, 'invalid-value', 'name']],
      [4_000, [{ code: 'C 3999' }, 'unique-violation', 'code']],
      [4_001, [{ code: ' c  3999 ' }, 'unique-violation', 'code']],
      [5_000, [{ size: 1e30 }, 'invalid-value', 'size']],
      [7_777, [{ nowhere: 'x' }, 'unknown-field', 'nowhere']],
      [9_999, [{ owner: '00000000-0000-0000-0000-000000000000' }, 'reference-missing', 'owner']],
      [8_888, [{ name: 'half \ud800 a pair' }, 'invalid-value', 'name']],
      [8_889, [{ name: 'x'.repeat(100_000) + Math.random() }, 'written']],
    ]);
    const operations = Array.from({ length: 10_000 }, (_, n) =>
      create(n, 'company', bad.get(n)?.[0] ?? { name: `Company ${n}`, code: `C ${n}`, size: n }),
    );
    const outcomes = await write(adapter, operations);
    outcomes.forEach((outcome, n) => {
      const [, code = 'written', field] = bad.get(n) ?? [];
      const got =
        outcome.status === 'refused' ? [outcome.code, outcome.field] : ['written', undefined];
      expect([n, ...got]).toEqual([n, code, field]);
    });
    const refused = [...bad.values()].filter(([, code]) => code !== 'written').length;
    expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.company')).toEqual([
      { n: 10_000 - refused },
    ]);
    const [found] = await find(adapter, 'company', { code: 'c 9000' });
    expect(found?.values).toEqual({ name: 'Company 9000', code: 'C 9000', size: 9000 });
  });

  check(
    'rows on one record take effect in their order, whatever the batch',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [id = ''] = idsOf(await write(adapter, [create(0, 'company', { name: 'Old' })]));
      const operations: readonly Operation[] = [
        update(id, 'company', { name: 'A', size: 1 }),
        create(1, 'company', { name: 'New' }),
        { ...create(1, 'company', { size: 5 }), action: 'update', row: 4 },
        update(id, 'company', { name: 'B' }),
        { ...create(2, 'contact', { name: 'Child' }), parentRecord: 1, row: 6 },
        {
          ...create(1, 'company', { name: 'Newer' }),
          action: 'update',
          row: 7,
          references: { owner: 2 },
        },
        update(id, 'company', { name: 'C' }),
      ];
      const rows = operations.map((operation, n) => ({ ...operation, row: n + 2 }));
      const outcomes = await write(adapter, rows);
      const ids = idsOf(outcomes);
      expect(codesOf(outcomes)).toEqual(rows.map(() => 'written'));
      expect((await find(adapter, 'company', { [RECORD_ID]: id }))[0]?.values).toEqual({
        name: 'C',
        size: 1,
      });
      expect((await find(adapter, 'company', { [RECORD_ID]: ids[1] ?? '' }))[0]?.values).toEqual({
        name: 'Newer',
        size: 5,
        owner: ids[4],
      });
      expect((await find(adapter, 'contact', { name: 'child' }))[0]?.parentId).toBe(ids[1]);
    },
  );

  check(
    'what only stood against a row that was taken back is written',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      await write(adapter, [create(0, 'contact', { email: 'taken@example.com' })]);
      const outcomes = await write(adapter, [
        { ...create(0, 'company', { name: 'Bad', code: 'X1' }), row: 2 },
        { ...create(1, 'contact', { email: 'taken@example.com' }), row: 2, parentRecord: 0 },
        { ...create(2, 'company', { name: 'Good', code: 'X1' }), row: 3 },
        { ...create(3, 'contact', { name: 'Of good' }), row: 4, parentRecord: 2 },
        { ...create(4, 'contact', { name: 'Of bad' }), row: 5, parentRecord: 0 },
        { ...create(5, 'company', { name: 'Third', code: 'x1' }), row: 6 },
      ]);
      expect(codesOf(outcomes)).toEqual([
        'row-refused',
        'unique-violation',
        'written',
        'written',
        'depends-on-refused',
        'unique-violation',
      ]);
      expect(
        (await find(adapter, 'company', { code: 'x1' })).map(({ values }) => values['name']),
      ).toEqual(['Good']);
    },
  );

  check(
    'a value handed over inside a batch may be taken by a later row',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [id = ''] = idsOf(await write(adapter, [create(0, 'company', { code: 'K' })]));
      const outcomes = await write(adapter, [
        { ...update(id, 'company', { code: 'L' }), row: 2 },
        { ...create(1, 'company', { code: 'K' }), row: 3 },
      ]);
      expect(codesOf(outcomes)).toEqual(['written', 'written']);
    },
  );

  check('parents and ids that are none are refused, not thrown', async ({ adapter: make }) => {
    const adapter = await make(crm);
    const outcomes = await write(adapter, [
      { ...create(0, 'contact', { name: 'a' }), parentId: 'no-such' },
      { ...create(1, 'contact', { name: 'b' }), parentId: '00000000-0000-0000-0000-000000000000' },
      { ...update('00000000-0000-0000-0000-000000000000', 'company', { name: 'x' }), row: 9 },
      { ...create(2, 'contact', { name: 'c' }), parentRecord: 77, row: 10 },
    ]);
    expect(codesOf(outcomes)).toEqual([
      'reference-missing',
      'reference-missing',
      'not-found',
      'depends-on-refused',
    ]);
  });

  check(
    'an aborted write stores nothing and rejects with the reason',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const controller = new AbortController();
      const reason = new Error('stopped by hand');
      controller.abort(reason);
      const batch = {
        id: 'import-1/aborted',
        operations: [create(0, 'company', { name: 'Never' })],
      };
      await expect(adapter.write(batch, { ...context, signal: controller.signal })).rejects.toBe(
        reason,
      );
      expect(await find(adapter, 'company', { name: 'never' })).toEqual([]);
      expect(codesOf(await adapter.write(batch, context))).toEqual(['written']);
    },
  );
}

const people = schemaOf({
  person: {
    label: 'Person',
    fields: {
      number: { type: 'id', label: 'Number' },
      name: text('Name'),
      mail: { type: 'email', label: 'E-mail' },
      age: { type: 'number', label: 'Age' },
      level: { type: 'choice', label: 'Level', options: ['low', 'high'] },
      tags: { type: 'choice', label: 'Tags', options: [], open: true, multiple: true },
      joined: { type: 'date', label: 'Joined', time: true },
      extra: text('Extra'),
    },
  },
});

const PEOPLE_TABLE = `
CREATE TYPE SANDBOX.lev AS ENUM ('low', 'high');
CREATE TABLE SANDBOX."Peo""ple" (
  pid serial PRIMARY KEY,
  "full name" varchar(10) NOT NULL,
  e_mail text UNIQUE,
  age smallint CHECK (age >= 0),
  level SANDBOX.lev NOT NULL DEFAULT 'low',
  tags text,
  joined timestamptz,
  "upper" text GENERATED ALWAYS AS (upper("full name")) STORED,
  more jsonb,
  untouched text DEFAULT 'stays');`;

function describeHostTables(check: Check): void {
  const inPeople = {
    table: 'Peo"ple',
    id: 'pid',
    columns: { name: 'full name', mail: 'e_mail' },
    custom: 'more',
  };
  const make = async (box: Awaited<ReturnType<typeof sandbox>>): Promise<PostgresAdapter> => {
    for (const statement of PEOPLE_TABLE.split(';\n')) await box.sql(statement);
    return box.adapter(people, { tables: { person: inPeople } });
  };

  check("a host's own table is filled as it is", async (box) => {
    const adapter = await make(box);
    const values = {
      name: 'Ann',
      mail: 'ann@x.se',
      age: 40,
      tags: ['a', 'b'],
      joined: '2024-03-01T09:30:00',
      extra: 'e',
    };
    const [id = ''] = idsOf(
      await write(adapter, [
        create(0, 'person', values),
        create(1, 'person', { name: 'Bo', level: 'high' }),
      ]),
    );
    expect(id).toMatch(/^\d+$/);
    const found = await find(adapter, 'person', { mail: 'ann@x.se' });
    expect(found).toEqual([{ id, values: { ...values, level: 'low' } }]);
    expect(await find(adapter, 'person', { [RECORD_ID]: id })).toEqual(found);
    expect(
      await box.sql(
        `SELECT "full name", level::text, "upper", more, untouched FROM SANDBOX."Peo""ple" ORDER BY pid`,
      ),
    ).toEqual([
      { 'full name': 'Ann', level: 'low', upper: 'ANN', more: { extra: 'e' }, untouched: 'stays' },
      { 'full name': 'Bo', level: 'high', upper: 'BO', more: null, untouched: 'stays' },
    ]);
    await write(adapter, [update(id, 'person', { age: 41, extra: null, number: '999' })]);
    const { extra: _, ...rest } = values;
    expect((await find(adapter, 'person', { name: 'ann' }))[0]?.values).toEqual({
      ...rest,
      age: 41,
      level: 'low',
    });
    await box.sql(
      `UPDATE SANDBOX."Peo""ple" SET more = '{"extra": {"a": [1]}}' WHERE e_mail = 'ann@x.se'`,
    );
    const [person] = await find(adapter, 'person', { name: 'ann' });
    expect(person?.values['extra'], 'an object where the field is text').toBe('{"a":[1]}');
  });

  check("what a host's table will not take is refused with the field", async (box) => {
    const adapter = await make(box);
    await write(adapter, [create(0, 'person', { name: 'First', mail: 'a@x.se' })]);
    const outcomes = await write(adapter, [
      create(0, 'person', { name: 'Fine' }),
      create(1, 'person', { name: 'far too long a name' }),
      create(2, 'person', { name: 'Young', age: -1 }),
      create(3, 'person', { mail: 'b@x.se' }),
      create(4, 'person', { name: 'Odd', level: 'medium' }),
      create(5, 'person', { name: 'Same', mail: 'a@x.se' }),
      create(6, 'person', { name: 'Old', age: 99_999 }),
      create(7, 'person', { name: 'Date', joined: 'yesterdayish' }),
      create(8, 'person', { name: 'Fine too', mail: 'A@x.se' }),
    ]);
    expect(
      outcomes.map((outcome) =>
        outcome.status === 'written' ? 'written' : [outcome.code, outcome.field],
      ),
    ).toEqual([
      'written',
      ['invalid-value', 'name'],
      ['check-violation', 'age'],
      ['required', 'name'],
      ['invalid-value', 'level'],
      ['unique-violation', 'mail'],
      ['invalid-value', 'age'],
      ['invalid-value', 'joined'],
      'written',
    ]);
  });

  check('a row a trigger refuses or leaves out is refused', async (box) => {
    const adapter = await make(box);
    await box.sql(`CREATE FUNCTION SANDBOX.guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.e_mail = 'raise@x.se' THEN RAISE EXCEPTION 'Not this one'; END IF;
      IF NEW.e_mail = 'skip@x.se' THEN RETURN NULL; END IF;
      RETURN NEW; END $$`);
    await box.sql(
      `CREATE TRIGGER guard BEFORE INSERT ON SANDBOX."Peo""ple" FOR EACH ROW EXECUTE FUNCTION SANDBOX.guard()`,
    );
    const outcomes = await write(adapter, [
      create(0, 'person', { name: 'A', mail: 'raise@x.se' }),
      create(1, 'person', { name: 'B', mail: 'skip@x.se' }),
      create(2, 'person', { name: 'C', mail: 'c@x.se' }),
    ]);
    expect(codesOf(outcomes)).toEqual(['refused', 'refused', 'written']);
    expect(outcomes[0]).toMatchObject({ message: 'Not this one' });
  });
}

function describeTables(check: Check, connect: () => SqlClient): void {
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

function describeUndone(check: Check): void {
  check(
    'undo that the database will not take fails for that record alone',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [a = '', b = ''] = idsOf(
        await write(
          adapter,
          [create(0, 'company', { code: 'A' }), create(1, 'company', { code: 'B' })],
          'first',
        ),
      );
      await write(
        adapter,
        [update(a, 'company', { code: 'A2' }), { ...update(b, 'company', { code: 'B2' }), row: 3 }],
        'second',
      );
      await write(adapter, [create(0, 'company', { code: 'A' })], 'third');
      expect(await adapter.undo('second', context)).toEqual({ reversed: 1, kept: 0, failed: 1 });
      expect((await find(adapter, 'company', { code: 'b' })).map(({ id }) => id)).toEqual([b]);
      expect((await find(adapter, 'company', { code: 'a2' })).map(({ id }) => id)).toEqual([a]);
    },
  );

  check(
    'undo keeps what someone changed between two writes of the import',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [id = ''] = idsOf(
        await write(adapter, [create(0, 'company', { name: 'A', size: 1 })], 'first'),
      );
      await write(adapter, [update(id, 'company', { name: 'B' })], 'second');
      await write(adapter, [update(id, 'company', { size: 2 })], 'by hand');
      await write(adapter, [update(id, 'company', { name: 'C' })], 'second');
      expect(await adapter.undo('second', context)).toEqual({ reversed: 0, kept: 1, failed: 0 });
      expect((await find(adapter, 'company', { [RECORD_ID]: id }))[0]?.values).toEqual({
        name: 'C',
        size: 2,
      });
    },
  );

  check(
    'undo takes back records that point at each other, and custom fields',
    async ({ adapter: make, sql }) => {
      const adapter = await make(crm);
      await adapter.createField(
        { entity: 'company', field: 'note', label: 'Note', type: 'text' },
        context,
      );
      const [kept = ''] = idsOf(
        await write(adapter, [create(0, 'company', { name: 'Kept', note: 'before' })], 'first'),
      );
      await write(adapter, [
        { ...create(0, 'company', { name: 'Made' }), row: 2 },
        { ...create(1, 'contact', { name: 'Child' }), row: 2, parentRecord: 0 },
        { ...create(0, 'company', {}), action: 'update', row: 3, references: { owner: 1 } },
        { ...update(kept, 'company', { note: 'after', owner: null }), row: 4 },
      ]);
      // The company points at the contact and the contact at the company: each waits for the other, so both stay.
      expect(await adapter.undo('import-1', context)).toEqual({ reversed: 1, kept: 2, failed: 0 });
      expect((await find(adapter, 'company', { name: 'kept' }))[0]?.values).toEqual({
        name: 'Kept',
        note: 'before',
      });
      // Only the first import can still be undone.
      expect(await sql('SELECT import_id FROM SANDBOX.importera_writes')).toEqual([
        { import_id: 'first' },
      ]);
      expect(await sql('SELECT * FROM SANDBOX.importera_undo')).toEqual([]);
    },
  );

  check('without undo nothing is kept for it', async ({ adapter: make, sql }) => {
    const adapter = await make(crm, { undo: false });
    await write(adapter, [create(0, 'company', { name: 'A' })]);
    expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.importera_writes')).toEqual([
      { n: 0 },
    ]);
    expect(await adapter.undo('import-1', context)).toEqual({ reversed: 0, kept: 0, failed: 0 });
  });
}
