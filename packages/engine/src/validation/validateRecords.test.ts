import type { StandardSchemaV1 } from '@standard-schema/spec';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { formatIssue } from '../issue/formatIssue.ts';
import type { RecordBlock } from '../records/Records.ts';
import { choice, date, number, text } from '../schema/fields.ts';
import type { Entity, Field, Schema, Value } from '../schema/Schema.ts';
import { blocksOf, recordBlock } from './recordBlock.fixture.ts';
import { validateRecords, type ValidateOptions } from './validateRecords.ts';

const label = 'X';

function schemaOf(fields: Readonly<Record<string, Field>>, more: Partial<Entity> = {}): Schema {
  return { id: 's', entities: { e: { label: 'Entity', fields, ...more } } };
}

async function validate(
  schema: Schema,
  blocks: readonly RecordBlock[],
  options?: ValidateOptions,
): Promise<readonly RecordBlock[]> {
  const checked: RecordBlock[] = [];
  for await (const block of validateRecords(blocksOf(...blocks), schema, options))
    checked.push(block);
  return checked;
}

/** What one field makes of values: a value that passes, or the codes of its issues. */
async function verdicts(field: Field, values: readonly Value[]): Promise<readonly unknown[]> {
  const [block] = await validate(schemaOf({ f: field }), [recordBlock('e', { f: values })]);
  return values.map((_, row) => {
    const codes =
      block?.issues.filter((issue) => issue.row === row + 2).map(({ code }) => code) ?? [];
    return codes.length > 0
      ? `!${codes.join(' ')}`
      : (block?.entities[0]?.fields[0]?.values[row] ?? null);
  });
}

/** A check by hand, after the Standard Schema specification. */
function standard(
  validate: StandardSchemaV1.Props<unknown, Value>['validate'],
): StandardSchemaV1<unknown, Value> {
  return { '~standard': { version: 1, vendor: 'test', validate } };
}

describe('rules of a field', () => {
  test.each<[string, Field, readonly Value[], readonly unknown[]]>([
    [
      'lengths, in characters as people count them',
      text({ label, minLength: 2, maxLength: 3 }),
      ['a', 'ab', 'abc', 'abcd', '👍👍', '👍', null],
      ['!too-short', 'ab', 'abc', '!too-long', '👍👍', '!too-short', null],
    ],
    [
      'a pattern, on the whole text',
      text({ label, pattern: String.raw`\d{2}|x` }),
      ['12', '123', 'x', 'ax', null],
      ['12', '!pattern-mismatch', 'x', '!pattern-mismatch', null],
    ],
    [
      'least and most',
      number({ label, min: 0, max: 10 }),
      [-1, 0, 10, 10.5, null],
      ['!too-small', 0, 10, '!too-large', null],
    ],
    ['whole numbers', number({ label, integer: true }), [1, 1.5, -3], [1, '!not-integer', -3]],
    [
      'first and last day',
      date({ label, min: '2024-01-01', max: '2024-12-31' }),
      ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'],
      ['!too-early', '2024-01-01', '2024-12-31', '!too-late'],
    ],
    [
      'the last day with a time on it',
      date({ label, time: true, max: '2024-12-31' }),
      ['2024-12-31T23:59:59', '2025-01-01T00:00:00'],
      ['2024-12-31T23:59:59', '!too-late'],
    ],
    [
      'Swedish organisation numbers',
      text({ label, format: 'se.orgnr' }),
      ['556036-0793', '5560360793', '556036-0794', '123', 'abc', '{}'],
      [
        '556036-0793',
        '5560360793',
        '!format-invalid',
        '!format-invalid',
        '!format-invalid',
        '!format-invalid',
      ],
    ],
    [
      'Norwegian organisation numbers',
      text({ label, format: 'no.orgnr' }),
      ['988 077 917', '988077918'],
      ['988 077 917', '!format-invalid'],
    ],
    [
      'VAT numbers of the EU',
      text({ label, format: 'eu.vat' }),
      ['SE556036079301', 'DE136695976', 'DE136695977', 'XX123', 'EL094259216', '1'],
      [
        'SE556036079301',
        'DE136695976',
        '!format-invalid',
        '!format-invalid',
        'EL094259216',
        '!format-invalid',
      ],
    ],
  ])('%s', async (_, field, values, expected) => {
    expect(await verdicts(field, values)).toEqual(expected);
  });

  test('a format that does not exist is the host’s mistake', async () => {
    await expect(verdicts(text({ label, format: 'se.nope' }), ['x'])).rejects.toMatchObject({
      code: 'schema-invalid',
      message: expect.stringContaining('entities.e.fields.f.format'),
    });
  });

  test('issues name their cell and carry what their text needs', async () => {
    const [block] = await validate(schemaOf({ f: number({ label, max: 10 }) }), [
      recordBlock('e', { f: [1, 11] }),
    ]);
    expect(block?.issues).toEqual([
      {
        code: 'too-large',
        severity: 'error',
        row: 3,
        column: 0,
        entity: 'e',
        field: 'f',
        params: { value: '11', max: 10 },
      },
    ]);
  });

  test('a block without an issue is passed on as it is', async () => {
    const block = recordBlock('e', { f: ['a'] });
    const [checked] = await validate(schemaOf({ f: text({ label, maxLength: 5 }) }), [block]);
    expect(checked).toBe(block);
  });
});

describe('Standard Schema checks', () => {
  test('refuse with their own message, and their output replaces the value', async () => {
    const field = text({
      label,
      check: z
        .string()
        .trim()
        .min(2, 'Too little.')
        .transform((value) => value.toUpperCase()),
    });
    const block = recordBlock('e', { f: ['abc', 'a', null, 'abc'] });
    const [checked] = await validate(schemaOf({ f: field }), [block]);
    expect(checked?.entities[0]?.fields[0]?.values).toEqual(['ABC', null, null, 'ABC']);
    expect(checked?.issues).toMatchObject([
      { code: 'check-refused', row: 3, params: { value: 'a', message: 'Too little.' } },
    ]);
    expect(block.entities[0]?.fields[0]?.values).toEqual(['abc', 'a', null, 'abc']);
  });

  test('may be asynchronous, and are asked once for each value', async () => {
    const asked: unknown[] = [];
    const check = standard(async (value) => {
      asked.push(value);
      await Promise.resolve();
      return value === 'bad' ? { issues: [{ message: 'Bad.' }] } : { value: String(value) };
    });
    expect(await verdicts(text({ label, check }), ['ok', 'bad', 'ok', 'bad'])).toEqual([
      'ok',
      '!check-refused',
      'ok',
      '!check-refused',
    ]);
    expect(asked).toEqual(['ok', 'bad']);
  });

  test.each(['sync', 'async'])(
    'a check that throws (%s) gives an issue on its rows only',
    async (how) => {
      const validate = (value: unknown): { readonly value: string } => {
        if (value === 'boom') throw new Error('out of order');
        return { value: String(value) };
      };
      const check = standard(
        how === 'sync' ? validate : async (value) => Promise.resolve(value).then(validate),
      );
      expect(await verdicts(text({ label, check }), ['ok', 'boom'])).toEqual([
        'ok',
        '!check-threw',
      ]);
    },
  );

  test.each<[string, unknown]>([
    ['a Date', new Date()],
    ['object', { a: 1 }],
    ['number', Number.NaN],
  ])('an output that no record can hold (%s) is the host’s mistake', async (name, output) => {
    const check = z.string().transform(() => output as string);
    await expect(verdicts(text({ label, check }), ['x'])).rejects.toMatchObject({
      code: 'check-failed',
      message: expect.stringContaining(name),
    });
  });

  test('check several choices as a list', async () => {
    const check = z.array(z.string()).max(1, 'One only.');
    expect(
      await verdicts(choice({ label, options: ['a', 'b'], multiple: true, check }), [
        ['a'],
        ['a', 'b'],
      ]),
    ).toEqual([['a'], '!check-refused']);
  });
});

describe('checks of whole records', () => {
  const fields = { from: date({ label: 'From' }), to: date({ label: 'To', max: '2030-01-01' }) };
  const check: Entity['check'] = ({ from, to }) =>
    from !== null && to !== null && String(from) > String(to)
      ? [{ field: 'to', message: 'Ends before it begins.' }]
      : [];

  test('see the record and name a field', async () => {
    const [block] = await validate(schemaOf(fields, { check }), [
      recordBlock('e', {
        from: ['2024-01-01', '2024-01-02', null],
        to: ['2024-01-01', '2024-01-01', null],
      }),
    ]);
    expect(block?.issues).toEqual([
      {
        code: 'check-refused',
        severity: 'error',
        row: 3,
        column: 1,
        entity: 'e',
        field: 'to',
        params: { message: 'Ends before it begins.', value: '2024-01-01' },
      },
    ]);
  });

  test('are not asked about records with an error, nor rows without a record', async () => {
    const seen: unknown[] = [];
    const watch: Entity['check'] = (record) => {
      seen.push(record);
      return [];
    };
    const block = recordBlock('e', {
      from: ['2024-01-01', null, '2024-01-01'],
      to: ['2031-01-01', null, null],
    });
    const broken: RecordBlock = {
      ...block,
      issues: [
        { code: 'date-invalid', severity: 'error', row: 4, entity: 'e', field: 'to', params: {} },
      ],
    };
    await validate(schemaOf(fields, { check: watch }), [
      broken,
      recordBlock('e', { from: ['2024-02-02'], to: [null] }, 5),
    ]);
    expect(seen).toEqual([{ from: '2024-02-02', to: null }]);
  });

  test('that throw give an issue on that row, and the others stand', async () => {
    const fragile: Entity['check'] = ({ from }) => {
      if (from === '2024-01-02') throw new Error('division by zero');
      return [{ message: 'Hm.', severity: 'warning', code: 'odd' }];
    };
    const [block] = await validate(schemaOf(fields, { check: fragile }), [
      recordBlock('e', { from: ['2024-01-01', '2024-01-02'] }),
    ]);
    expect(block?.issues).toMatchObject([
      { code: 'odd', severity: 'warning', row: 2, params: { message: 'Hm.' } },
      { code: 'check-threw', severity: 'error', row: 3, params: { message: 'division by zero' } },
    ]);
  });
});

describe('batched checks', () => {
  const fields = { name: text({ label: 'Name', maxLength: 3 }) };

  test('get all good records of a block at once', async () => {
    const batches: unknown[] = [];
    const checkBatch: Entity['checkBatch'] = async (records) => {
      batches.push(records);
      await Promise.resolve();
      return records.map(({ name }) =>
        name === 'b' ? [{ field: 'name', message: 'Taken.', code: 'taken' }] : [],
      );
    };
    const blocks = await validate(schemaOf(fields, { checkBatch }), [
      recordBlock('e', { name: ['a', 'b', 'long', null] }),
      recordBlock('e', { name: ['b'] }, 6),
    ]);
    expect(batches).toEqual([[{ name: 'a' }, { name: 'b' }], [{ name: 'b' }]]);
    expect(blocks.flatMap(({ issues }) => issues).map(({ code, row }) => [code, row])).toEqual([
      ['taken', 3],
      ['too-long', 4],
      ['taken', 6],
    ]);
  });

  test.each<[string, NonNullable<Entity['checkBatch']>, RegExp, boolean]>([
    ['throws', () => Promise.reject(new Error('no network')), /threw: no network/u, false],
    [
      'throws at once',
      () => {
        throw new Error('not ready');
      },
      /threw: not ready/u,
      false,
    ],
    ['answers with too few lists', () => Promise.resolve([]), /0 lists for 1 records/u, false],
    ['answers with something else', () => Promise.resolve(null as never), /no list/u, false],
    ['never answers', () => new Promise(() => {}), /took longer than 0.02 s/u, true],
  ])('one that %s stops with a clear error', async (_, checkBatch, reason, transient) => {
    await expect(
      validate(schemaOf(fields, { checkBatch }), [recordBlock('e', { name: ['a'] })], {
        checkTimeout: 20,
      }),
    ).rejects.toMatchObject({
      code: 'check-failed',
      transient,
      message: expect.stringMatching(reason),
    });
  });

  test('one that never answers can be cancelled', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const checkBatch: Entity['checkBatch'] = () => {
      controller.abort(reason);
      return new Promise(() => {});
    };
    await expect(
      validate(schemaOf(fields, { checkBatch }), [recordBlock('e', { name: ['a'] })], {
        signal: controller.signal,
      }),
    ).rejects.toBe(reason);
  });
});

test('a number that its register would refuse is called as the field is', async () => {
  const field = text({ label: 'Company number', format: 'se.orgnr' });
  const [block] = await validate(schemaOf({ f: field }), [
    recordBlock('e', { f: ['556036-0794'] }),
  ]);
  expect(block?.issues.map((issue) => formatIssue(issue))).toEqual([
    '“556036-0794” is not valid as Company number: a digit is wrong, missing or too many. Correct it.',
  ]);
});
