import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERROR_PROBLEM_HEADER, ERROR_ROW_HEADER } from '../source/errorFileColumns.ts';
import { unescapeFormula } from '../source/formulaSafety.ts';
import { openSource } from '../source/openSource.ts';
import type { Source } from '../source/Source.ts';
import { collectBytes } from './collectBytes.ts';
import { writeErrorFile, type ErrorFileOptions, type RejectedRow } from './writeErrorFile.ts';

const HEADERS = ['Name', 'Zip', 'Phone', 'Rev', 'Name'];
const ROWS: readonly RejectedRow[] = [
  {
    row: 7,
    cells: ['Åsa "AB"; Co', '01234', '+46701234567', '-5', '=HYPERLINK("http://x")'],
    reasons: ['E-mail is missing', 'Zip is wrong'],
  },
  {
    row: 1_000_002,
    cells: ['two\r\nlines', '', "'=x", '12345678901234567890', '2024-03-01'],
    reasons: [],
  },
];

type Rows = readonly (readonly string[])[];

async function csvRows(options: Partial<ErrorFileOptions> = {}, rows = ROWS): Promise<Rows> {
  const bytes = await collectBytes(
    writeErrorFile(rows, { format: 'csv', headers: HEADERS, ...options }),
  );
  return rowsOf(await openSource(bytes, { delimiter: options.delimiter ?? ',' }));
}

async function xlsxRows(rows: readonly RejectedRow[], headers = HEADERS): Promise<Rows> {
  return rowsOf(
    await openSource(await collectBytes(writeErrorFile(rows, { format: 'xlsx', headers }))),
  );
}

async function rowsOf(source: Source): Promise<Rows> {
  const rows: string[][] = [];
  for await (const { size, columns } of source.blocks()) {
    for (let r = 0; r < size; r++) rows.push(columns.map(({ texts }) => texts[r] ?? ''));
  }
  return rows;
}

test('CSV: the rows as they were, then their number and reasons', async () => {
  const [headers, ...rows] = await csvRows();
  expect(headers).toEqual([...HEADERS, ERROR_ROW_HEADER, ERROR_PROBLEM_HEADER]);
  expect(rows.map((row) => row.map(unescapeFormula))).toEqual([
    [...(ROWS[0]?.cells ?? []), '7', 'E-mail is missing\nZip is wrong'],
    [...(ROWS[1]?.cells ?? []), '1000002', ''],
  ]);
});

test('CSV: starts with a byte order mark and runs no formula', async () => {
  const bytes = await collectBytes(writeErrorFile(ROWS, { format: 'csv', headers: HEADERS }));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const cells = (await csvRows()).flat();
  expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
});

test('CSV: keeps to the delimiter of the file', async () => {
  const [headers] = await csvRows({ delimiter: ';' });
  expect(headers).toHaveLength(HEADERS.length + 2);
});

test('XLSX: every cell comes back exactly, as text', async () => {
  const rows = await xlsxRows(ROWS);
  expect(rows[1]).toEqual([...(ROWS[0]?.cells ?? []), '7', 'E-mail is missing\nZip is wrong']);
  expect(rows[2]).toEqual([...(ROWS[1]?.cells ?? []), '1000002', '']);
});

test('zip: holds the CSV', async () => {
  const bytes = await collectBytes(
    writeErrorFile(ROWS, { format: 'zip', headers: HEADERS, name: 'skipped.csv' }),
  );
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(['skipped.csv']);
  expect(await rowsOf(await openSource(files['skipped.csv'] as Uint8Array))).toEqual(
    await csvRows(),
  );
});

test('the errors of an error file have its columns once and count rows in the first file', async () => {
  const headers = ['Name', ERROR_ROW_HEADER, ERROR_PROBLEM_HEADER];
  const rows = [{ row: 2, cells: ['Bo', '7', 'old reason'], reasons: ['new reason'] }];
  expect(await csvRows({ headers }, rows)).toEqual([headers, ['Bo', '7', 'new reason']]);
});

test('a blank row of a one-column file is not lost', async () => {
  const bytes = await collectBytes(writeErrorFile([], { format: 'csv', headers: [''] }));
  expect(new TextDecoder().decode(bytes)).toContain(ERROR_ROW_HEADER);
});

test('rows are asked for as the file is read, and a cancel stops it', async () => {
  const controller = new AbortController();
  let asked = 0;
  async function* endless(): AsyncGenerator<RejectedRow> {
    for (;;) yield { row: ++asked, cells: ['x'.repeat(100)], reasons: ['r'] };
  }
  const chunks = writeErrorFile(endless(), {
    format: 'zip',
    headers: ['Name'],
    signal: controller.signal,
  })[Symbol.asyncIterator]();
  await chunks.next();
  const before = asked;
  controller.abort(new Error('stopped'));
  await expect(drain(chunks)).rejects.toThrow('stopped');
  expect(asked).toBeLessThan(before + 5000);
});

async function drain(chunks: AsyncIterator<Uint8Array>): Promise<void> {
  while (!(await chunks.next()).done);
}

test('any cells come back from both formats', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => text.replace(/[\ufffe\uffff]/g, '')),
    fc.constantFrom("'=1", '_x0041_', '-5', '+1', '\u0001', ' padded ', '<b>&amp;', 'a\rb'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
      async (cells) => {
        const rows = cells.map((pair, at) => ({ row: at + 2, cells: pair, reasons: [] }));
        const expected = rows.map(({ cells: pair, row }) => [...pair, String(row)]);
        const csv = (await csvRows({ headers: ['A', 'B'] }, rows)).slice(1);
        expect(csv.map((row) => row.slice(0, 3).map(unescapeFormula))).toEqual(expected);
        const xlsx = (await xlsxRows(rows, ['A', 'B'])).slice(1);
        expect(xlsx.map((row) => row.slice(0, 3))).toEqual(expected);
      },
    ),
    { numRuns: 50 },
  );
});
