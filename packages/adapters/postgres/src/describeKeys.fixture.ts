import { normalizeKey, type Field, type RecordValues } from '@importera/engine';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type PostgresAdapter } from './postgresAdapter.ts';
import {
  context,
  create,
  find,
  idsOf,
  schemaOf,
  text,
  write,
  type Check,
} from './sandbox.fixture.ts';

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
  // Composed forms that small letters alone have.
  'H\u0331 T\u0308 W\u030a Y\u030a J\u030c',
  'H\u0331\u0323a',
  '\u1e96 \u1e97 \u1e98 \u1e99 \u01f0',
];

export function describeKeys(check: Check): void {
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
      { tags: ['', 'H\u0331'] },
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
    expect((await find(adapter, 'thing', { amount: 12.5 }))[0]?.values).toEqual(rows[1]);
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

  check('nor some of several that do', async ({ adapter: make }) => {
    const adapter = await make(schema, { ids: 'bigint' });
    // "//" is no address, but another key than "/" all the same, which the index does not tell apart.
    const rows = Array.from({ length: 24 }, (_, n) => (n % 8 === 2 ? '//' : '/'));
    const ids = idsOf(
      await write(
        adapter,
        rows.map((value, n) => create(n, 'thing', { url: value })),
      ),
    );
    const found = await find(adapter, 'thing', {
      url: normalizeKey({ type: 'url', label: '' }, '//'),
    });
    expect(found.map(({ id }) => id)).toEqual([ids[2], ids[10], ids[18]]);
  });
}
