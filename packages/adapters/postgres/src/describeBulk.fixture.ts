import type { OperationOutcome, RecordValues, Value } from '@importera/engine';
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  codesOf,
  context,
  create,
  crm,
  find,
  idsOf,
  schemaOf,
  text,
  update,
  write,
  type Check,
} from './sandbox.fixture.ts';
import type { SqlClient, SqlQuery } from './SqlClient.ts';

const things = schemaOf({
  thing: {
    label: 'Thing',
    identify: [['code']],
    fields: {
      code: text('Code'),
      words: text('Words'),
      amount: { type: 'number', label: 'Amount' },
      flag: { type: 'boolean', label: 'Flag' },
      day: { type: 'date', label: 'Day' },
      tags: { type: 'choice', label: 'Tags', options: [], open: true, multiple: true },
    },
  },
});

/** Sees how much a client copies; or takes the means to do so from it. */
function watched(
  client: SqlClient,
  { canCopy = true }: { readonly canCopy?: boolean } = {},
): { readonly client: SqlClient; readonly copied: () => number } {
  let copied = 0;
  const seen = (tx: SqlQuery): SqlQuery => ({
    query: (sql, params) => tx.query(sql, params),
    ...(canCopy && {
      async copy(into, lines) {
        const rows = (await tx.copy?.(into, lines)) ?? -1;
        copied += rows;
        return rows;
      },
    }),
  });
  return {
    client: {
      query: (sql, params) => client.query(sql, params),
      transaction: (run) => client.transaction((tx) => run(seen(tx))),
    },
    copied: () => copied,
  };
}

/** What a batch of many rows must do, whichever way its rows go in. */
export function describeBulk(check: Check, connect: () => SqlClient): void {
  check('many rows are copied, and any text comes back as it was', async ({ adapter: make }) => {
    const { client, copied } = watched(connect());
    const adapter = await make(things, { client });
    const anyValue = fc.record<{
      words: Value;
      amount: Value;
      flag: Value;
      day: Value;
      tags: Value;
    }>({
      words: fc.option(
        fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.string({
            unit: fc.constantFrom('\\', 'N', '\t', '\n', '\r', '"', '{', ',', '.', "'", 'é'),
            minLength: 1,
          }),
        ),
      ),
      amount: fc.option(fc.constantFrom(0, -1.5, 1e21, 123456789.25)),
      flag: fc.option(fc.boolean()),
      day: fc.option(fc.constantFrom('2024-02-29', '1899-12-31')),
      tags: fc.option(
        fc.uniqueArray(fc.constantFrom('a', 'b,c', '"', '{}', 'NULL', '\\', ' '), {
          minLength: 1,
        }),
      ),
    });
    const samples = fc.sample(anyValue, { numRuns: 300, seed: 7 });
    const rows = samples.map((values, n) => ({ ...values, code: `c${n}` }));
    // NUL is the one character Postgres does not take; the 10,000-row test refuses it.
    const sound = rows.filter(({ words }) => !/\0/.test(String(words)));
    const outcomes = await write(
      adapter,
      sound.map((values, n) => create(n, 'thing', values)),
    );
    expect(codesOf(outcomes).filter((code) => code !== 'written')).toEqual([]);
    expect(copied()).toBe(sound.length);
    const keys = sound.map(({ code }) => [code]);
    const { matches } = await adapter.lookup({ entity: 'thing', fields: ['code'], keys }, context);
    expect(matches.map(([found]) => found?.values)).toEqual(sound.map(filled));
  });

  check('without COPY rows are inserted, with the same result', async ({ adapter: make, sql }) => {
    const { client, copied } = watched(connect(), { canCopy: false });
    const adapter = await make(things, { client });
    const rows = Array.from({ length: 60 }, (_, n) =>
      create(n, 'thing', { code: `c${n}`, words: 'a\tb\\n', tags: ['x', 'y,z'], amount: n / 4 }),
    );
    const outcomes = await write(adapter, rows);
    expect([codesOf(outcomes).every((code) => code === 'written'), copied()]).toEqual([true, 0]);
    expect((await find(adapter, 'thing', { code: 'c9' }))[0]?.values).toEqual(rows[9]?.values);
    expect(await sql('SELECT cardinality(ids) AS records FROM SANDBOX.importera_writes')).toEqual([
      { records: 60 },
    ]);
  });

  check('of many rows, those a trigger leaves out are refused', async ({ adapter: make, sql }) => {
    const adapter = await make(things);
    await sql(`CREATE FUNCTION SANDBOX.odd() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.amount = 13 THEN RETURN NULL; END IF; NEW.words := 'seen'; RETURN NEW; END $$`);
    await sql(
      'CREATE TRIGGER odd BEFORE INSERT ON SANDBOX.thing FOR EACH ROW EXECUTE FUNCTION SANDBOX.odd()',
    );
    const rows = Array.from({ length: 50 }, (_, n) => create(n, 'thing', { amount: n }));
    const codes = codesOf(await write(adapter, rows));
    expect(codes.map((code, n) => (code === 'written' ? -1 : n)).filter((n) => n >= 0)).toEqual([
      13,
    ]);
    // The trigger's own change is no change by somebody else.
    expect(await adapter.undo('import-1', context)).toEqual({ reversed: 49, kept: 0, failed: 0 });
  });

  check('a table that takes no COPY gets its rows all the same', async ({ adapter: make, sql }) => {
    await sql(
      'CREATE TABLE SANDBOX.base (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text)',
    );
    await sql('CREATE VIEW SANDBOX.thing AS SELECT * FROM SANDBOX.base');
    await sql('ALTER VIEW SANDBOX.thing ALTER COLUMN id SET DEFAULT 0');
    await sql(`CREATE SEQUENCE SANDBOX.numbers`);
    await sql(`ALTER VIEW SANDBOX.thing ALTER COLUMN id SET DEFAULT nextval('SANDBOX.numbers')`);
    const { client, copied } = watched(connect());
    const adapter = await make(things, { client, tables: { thing: { table: 'thing' } } });
    const rows = (from: number) =>
      Array.from({ length: 30 }, (_, n) => create(n, 'thing', { code: `c${from + n}` }));
    await write(adapter, rows(0));
    const outcomes = await write(adapter, rows(30));
    expect(new Set(codesOf(outcomes))).toEqual(new Set(['written']));
    expect([copied(), await sql('SELECT count(*)::int AS n FROM SANDBOX.base')]).toEqual([
      0,
      [{ n: 60 }],
    ]);
  });

  check(
    'what is settled with a batch is stored with it, or neither is',
    async ({ adapter: make, sql }) => {
      const adapter = await make(crm);
      await sql('CREATE TABLE SANDBOX.noted (ids text)');
      const batch = {
        id: 'import-1/settled',
        operations: [create(0, 'company', { code: 'A' }), create(1, 'company', { code: ' a ' })],
      };
      const [place] = await sql(`SELECT 'SANDBOX.noted'::regclass::text AS name`);
      const settle = async (
        outcomes: readonly OperationOutcome[],
        transaction: unknown,
      ): Promise<void> => {
        const sqlInside = `INSERT INTO ${String(place?.['name'])} VALUES ($1)`;
        await (transaction as SqlQuery).query(sqlInside, [JSON.stringify(outcomes)]);
      };
      const failing = async (...args: Parameters<typeof settle>): Promise<void> => {
        await settle(...args);
        throw new Error('The other table is full.');
      };
      await expect(adapter.write(batch, { ...context, settle: failing })).rejects.toThrow('full');
      expect(await sql('SELECT * FROM SANDBOX.noted')).toEqual([]);
      expect(await find(adapter, 'company', { code: 'a' })).toEqual([]);
      const first = await adapter.write(batch, { ...context, settle });
      const again = await adapter.write(batch, { ...context, settle });
      expect([codesOf(first), again]).toEqual([['written', 'unique-violation'], first]);
      const noted = await sql('SELECT ids FROM SANDBOX.noted');
      expect(noted.map(({ ids }) => JSON.parse(String(ids)))).toEqual([first, first]);
    },
  );

  check('a batch that comes again is answered in full', async ({ adapter: make }) => {
    const adapter = await make(crm);
    const [known = ''] = idsOf(await write(adapter, [create(0, 'company', { name: 'Known' })]));
    const operations = [
      { ...update(known, 'company', { name: 'Known too' }), row: 2 },
      { ...create(1, 'company', { code: 'X' }), row: 3 },
      { ...create(1, 'company', { size: 4 }), action: 'update' as const, row: 4 },
      { ...create(2, 'company', { code: 'x' }), row: 5 },
      { ...create(3, 'contact', { name: 'Of none' }), parentRecord: 2, row: 6 },
      { ...create(4, 'contact', { name: 'Of X' }), parentRecord: 1, row: 7 },
    ];
    const batch = { id: 'import-1/again', operations };
    const first = await adapter.write(batch, context);
    expect(codesOf(first)).toEqual([
      'written',
      'written',
      'written',
      'unique-violation',
      'depends-on-refused',
      'written',
    ]);
    expect(await adapter.write(batch, context)).toEqual(first);
  });
}

function filled(values: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
