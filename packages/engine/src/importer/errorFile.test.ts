import { utils, write } from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { sv } from '../locales/sv.ts';
import { createMapping } from '../mapping/createMapping.ts';
import { readRecords } from '../records/readRecords.ts';
import { collectBytes } from '../report/collectBytes.ts';
import { writeXlsx } from '../report/writeXlsx.ts';
import type { XlsxCell } from '../report/xlsxCell.ts';
import { defineSchema } from '../schema/defineSchema.ts';
import type { Schema } from '../schema/Schema.ts';
import { CELL_KINDS } from '../source/Block.ts';
import { ERROR_ROW_HEADER } from '../source/errorFileColumns.ts';
import { openSource } from '../source/openSource.ts';
import type { SourceInput } from '../source/Source.ts';
import { profileTable } from '../table/profileTable.ts';
import { readTable } from '../table/readTable.ts';
import { createSession, type SessionOptions } from './createSession.ts';
import { crm, CUSTOMERS } from './crm.fixture.ts';
import { createRecipe } from './Recipe.ts';
import type { Recipe } from './Recipe.ts';
import type { ImportSession } from './Session.ts';

test('rows that an all-or-nothing run held back are in the error file, with the reason', async () => {
  const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
  const table = await session.open(CUSTOMERS, 'customers.csv', {});
  const { columns } = createMapping(table.columns, await session.suggest(), crm);
  const recipe = createRecipe(crm, columns);
  await session.plan({ ...recipe, policy: { ...recipe.policy, allOrNothing: true } });
  const report = await session.commit({ importId: 'i1' });
  expect(report.status).toBe('failed');
  const lines = (await (await session.errorFile('csv')).text()).trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',')[4])).toEqual(['2', '3', '4', '5']);
  expect(lines[1]).toContain('because another row has an error');
  expect(lines[3]).not.toContain('because another row has an error');
  expect(sv.issues['held-back']).toContain('en annan rad');
});

test('rows that a cancelled run did not get to are in the error file', async () => {
  const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
  const table = await session.open(CUSTOMERS, 'customers.csv', {});
  const { columns } = createMapping(table.columns, await session.suggest(), crm);
  await session.plan(createRecipe(crm, columns));
  const stopped = AbortSignal.abort(new Error('stopped'));
  const report = await session.commit({ importId: 'i1', signal: stopped });
  expect(report.status).toBe('cancelled');
  const text = await (await session.errorFile('csv')).text();
  expect(text).toContain('anna@acme.se');
  expect(text).toContain('because the import stopped');
});

test('the reason for a field without a column can be followed with the file at hand', async () => {
  const session = createSession({ schema: figures, adapter: memoryAdapter(figures) });
  const table = await session.open('Amount,Note\n1,a\n2,b', 'figures.csv', {});
  const { columns } = createMapping(table.columns, await session.suggest(), figures);
  await session.plan(createRecipe(figures, columns));
  await session.commit({ importId: 'i1' });
  const english = await (await session.errorFile('csv')).text();
  expect(english).toContain('Open the error file as a new import, with a column for E-mail');
  const swedish = await (await session.errorFile('csv', sv)).text();
  expect(swedish).toContain('Öppna felfilen som en ny import, med en kolumn för E-mail');
});

const figures: Schema = defineSchema({
  id: 'figures',
  country: 'SE',
  entities: {
    figure: {
      label: 'Figure',
      identify: [['email']],
      fields: {
        email: { type: 'email', label: 'E-mail', required: true },
        amount: { type: 'number', label: 'Amount' },
        note: { type: 'text', label: 'Note' },
        day: { type: 'date', label: 'Day', time: true },
        agreed: { type: 'boolean', label: 'Agreed' },
      },
    },
  },
});
const HEADERS = ['E-mail', 'Amount', 'Note', 'Day', 'Agreed'];

async function figuresSession(input: SourceInput, name: string): Promise<Opened> {
  const session = createSession({ schema: figures, adapter: memoryAdapter(figures) });
  // The headings are known: what is proven is that values stay, not where headings are found.
  const table = await session.open(input, name, { headerRow: 1 });
  const { columns } = createMapping(table.columns, await session.suggest(), figures);
  const recipe = createRecipe(figures, columns);
  await session.plan(recipe);
  return { session, recipe };
}

interface Opened {
  readonly session: ImportSession;
  readonly recipe: Recipe;
}

/** The values read from a file, row by row, whether the row is taken or not. */
async function valuesIn(input: SourceInput, name: string): Promise<readonly unknown[]> {
  const { recipe } = await figuresSession(input, name);
  const table = await profileTable(
    await readTable(await openSource(input, { name }), { headerRow: 1 }),
  );
  const rows: unknown[] = [];
  for await (const { size, entities } of readRecords(table, figures, recipe)) {
    for (let r = 0; r < size; r++)
      rows.push(
        entities[0]?.fields
          .filter(({ field }) => field !== 'email')
          .map(({ field, values }) => [field, values[r] ?? null])
          .toSorted(),
      );
  }
  return rows;
}

async function workbook(rows: readonly (readonly XlsxCell[])[]): Promise<Uint8Array> {
  return await collectBytes(
    writeXlsx([
      { name: 'Blad1', columns: HEADERS.map(() => ({ width: 12 })), rows: [HEADERS, ...rows] },
    ]),
  );
}

const number = (value: number): XlsxCell => ({ number: value, format: null });

const TEXTS = [
  '=1+1',
  "'=x",
  "'",
  "''-1",
  '\t',
  '\n',
  "'\t",
  '01234',
  '1.234',
  '1,234',
  '-5',
  '+46 70',
  'two\r\nlines',
  'TRUE',
  '2024-03-01',
  '',
  ' padded ',
  '1e5',
  '@a',
  '-1.5e-7',
  '“a”;b,c',
  ' \\',
  '"\\',
];

/** Cells as they are in real workbooks; a day is a serial number of 2024. */
const cells = fc.record({
  amount: fc.oneof(
    fc.constantFrom(1.234, 12.345, 1e-7, -0.5, 12345678901, 0.123, -999.999, 1e15, 0).map(number),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(number),
    fc.constantFrom('12,75', '1,234', '1 000', ''),
  ),
  note: fc.oneof(
    fc.constantFrom(...TEXTS),
    fc.constantFrom<XlsxCell>(true, number(1.234), number(7), { number: 0.5, format: 'hh:mm:ss' }),
    fc.string({ maxLength: 8 }),
  ),
  day: fc.oneof(
    fc.integer({ min: 1, max: 80_000 }).map((n) => ({ number: n, format: 'yyyy-mm-dd' as const })),
    fc
      .double({ noNaN: true, min: 61, max: 80_000 })
      .map((n) => ({ number: n, format: 'yyyy-mm-dd hh:mm:ss' as const })),
    fc.constantFrom<XlsxCell>('', '2024-02-03', { number: 1.51, format: '[h]:mm:ss' }),
  ),
  agreed: fc.constantFrom<XlsxCell>(true, false, '', 'ja', number(1)),
});

test.each(['csv', 'xlsx'] as const)(
  'an untouched error file (.%s) of a workbook is read as the workbook was, and corrects nothing',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 8 }), async (rows) => {
        const original = await workbook(
          rows.map(({ amount, note, day, agreed }) => ['bad@@', amount, note, day, agreed]),
        );
        const { session } = await figuresSession(original, 'figures.xlsx');
        const errors = await session.errorFile(format);
        const name = `errors.${format}`;
        expect(await session.corrections(errors, name)).toEqual({ edits: [], refused: [] });
        expect(await valuesIn(errors, name)).toEqual(await valuesIn(original, 'figures.xlsx'));
      }),
      { numRuns: 40 },
    );
  },
);

test('a number cell corrected by hand is a text, the others stay numbers', async () => {
  const original = await workbook([
    ['bad@@', number(1.234), '', '', ''],
    ['worse@@', number(12.345), '01', '', ''],
  ]);
  const { session, recipe } = await figuresSession(original, 'figures.xlsx');
  await session.plan({ ...recipe, edits: [{ row: 2, column: 1, value: '1,5' }] });
  const errors = await openSource(await session.errorFile('xlsx'), { name: 'errors.xlsx' });
  for await (const { columns } of errors.blocks()) {
    const [, amount, note] = columns;
    expect(amount?.texts).toEqual(['Amount', '1,5', '12.345']);
    expect([...(amount?.kinds ?? [])].map((kind) => CELL_KINDS[kind])).toEqual([
      'text',
      'text',
      'number',
    ]);
    expect(note?.texts[2]).toBe('01');
    expect(CELL_KINDS[note?.kinds?.[2] ?? -1]).toBe('text');
  }
});

test.each(['csv', 'xlsx'] as const)('noughts shown before a number stay (.%s)', async (format) => {
  const sheet = utils.aoa_to_sheet([HEADERS, ['bad@@', 1.5, 'x'], ['worse@@', 2.5, 123]]);
  Object.assign(sheet['C3'] as object, { z: '00000' });
  const book = { SheetNames: ['Blad1'], Sheets: { Blad1: sheet } };
  const original = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const { session } = await figuresSession(original, 'figures.xlsx');
  const errors = await session.errorFile(format);
  const values = await valuesIn(errors, `errors.${format}`);
  expect(values).toEqual(await valuesIn(original, 'figures.xlsx'));
  expect(values[1]).toContainEqual(['note', '00123']);
  const untouched = await session.corrections(errors, `errors.${format}`);
  expect(untouched).toEqual({ edits: [], refused: [] });
});

test('a text too long for Excel is cut there, which is said and is no correction', async () => {
  const long = `${'x'.repeat(32_766)}😀${'y'.repeat(50)}`;
  const { session } = await figuresSession(`${HEADERS.join()}\nbad@@,1,${long},,\n`, 'figures.csv');
  const errors = await session.errorFile('xlsx');
  expect(await session.corrections(errors, 'errors.xlsx')).toEqual({ edits: [], refused: [] });
  const source = await openSource(errors, { name: 'errors.xlsx' });
  for await (const { columns } of source.blocks()) {
    expect(columns[2]?.texts[1]).toBe('x'.repeat(32_766));
    expect(columns.at(-1)?.texts[1]).toContain('more than 32,767 characters');
  }
  expect(await (await session.errorFile('csv')).text()).toContain(`${long},`);
});

test('a number corrected in an xlsx error file keeps its decimal point', async () => {
  const { session, recipe } = await figuresSession(
    await workbook([['a@a.se', 'unknown', '', '', '']]),
    'figures.xlsx',
  );
  const sheet = utils.aoa_to_sheet([
    [...HEADERS, ERROR_ROW_HEADER],
    ['a@a.se', 2.345, '', '', '', 2],
  ]);
  const book = { SheetNames: ['Errors'], Sheets: { Errors: sheet } };
  const errors = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const { edits } = await session.corrections(errors, 'errors.xlsx');
  await session.plan({ ...recipe, edits });
  const { rows } = await session.rows({ offset: 0, limit: 1 });
  expect(rows[0]?.planned.records[0]?.values['amount']).toBe(2.345);
});

describe('the language of the reasons', () => {
  const FILE = [
    'Företag,Ort,E-post,Förnamn',
    'Acme,Malmö,cia@@acme,Cia',
    ',Lund,dan@beta.se,Dan',
  ].join('\n');

  async function planned(texts?: SessionOptions['texts']): Promise<ImportSession> {
    const session = createSession({ schema: crm, adapter: memoryAdapter(crm), texts });
    const table = await session.open(FILE, 'kunder.csv', { headerRow: 1 });
    const guessed = createMapping(table.columns, await session.suggest(), crm).columns;
    const target = { kind: 'field', entity: 'contact', field: 'email' } as const;
    const columns = guessed.map((column, at) => (at === 2 ? { ...column, target } : column));
    await session.plan(createRecipe(crm, columns));
    return session;
  }

  test.each(['csv', 'xlsx'] as const)('is that of the texts given (.%s)', async (format) => {
    const session = await planned();
    const file = await session.errorFile(format, sv);
    const [first = [], second = []] = await cellsOf(file, `fel.${format}`);
    expect(first.at(-1)).toBe('”cia@@acme” är ingen e-postadress. Skriv den som namn@exempel.se.');
    expect(second.at(-1)).toMatch(/^Företag är tomt, och en ny post kräver det\./u);
  });

  test('is the nearest the session knows to a tag', async () => {
    const session = await planned([sv]);
    const swedish = await (await session.errorFile('csv', sv)).text();
    expect(await (await session.errorFile('csv', 'sv-SE')).text()).toBe(swedish);
    expect(await (await session.errorFile('csv', 'sv')).text()).toBe(swedish);
  });

  test.each(['nb', 'ro-RO', '', 'x'.repeat(5_000), 'sv\r\nx: y', '__proto__', 'sv'])(
    'is English where the session does not know %j',
    async (language) => {
      const session = await planned();
      const english = await (await session.errorFile('csv')).text();
      expect(english).toContain('is not an e-mail address');
      expect(english).toContain('Företag is empty');
      expect(await (await session.errorFile('csv', language)).text()).toBe(english);
    },
  );

  test('changes nothing about the way back', async () => {
    const session = await planned();
    const text = await (await session.errorFile('csv', sv)).text();
    expect(text).toContain('Importera: row,Importera: problem');
    const corrected = text.replace('cia@@acme,', 'cia@acme.se,');
    expect(await session.corrections(corrected, 'rättad.csv')).toEqual({
      edits: [{ row: 2, column: 2, value: 'cia@acme.se' }],
      refused: [],
    });
  });
});

/** The rows of a file below its headings. */
async function cellsOf(file: Blob, name: string): Promise<readonly (readonly string[])[]> {
  const table = await readTable(await openSource(file, { name }), { headerRow: 1 });
  const rows: string[][] = [];
  for await (const { size, columns } of table.blocks())
    for (let r = 0; r < size; r++) rows.push(columns.map(({ texts }) => texts[r] ?? ''));
  return rows;
}
