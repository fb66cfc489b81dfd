import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSource } from '../openSource.ts';
import type { Block } from '../Block.ts';
import { openBiff } from './biff/openBiff.ts';
import { openSheetJs } from './sheetjs/openSheetJs.ts';
import { workbookFormat } from './workbookFormat.ts';

/** Real workbooks kept beside the repository, each with what two other readers see in it. */
const FOLDER = new URL('../../../../../../shared/data/excel/', import.meta.url);
const found = existsSync(FOLDER);
const cases = found ? readCases() : [];

type Expected =
  | null
  | string
  | number
  | boolean
  | { readonly d: string }
  | { readonly t: string }
  | { readonly e: string };

interface Case {
  readonly file: string;
  readonly sheet?: string;
  readonly expect: 'rows' | 'password' | 'error-or-empty' | 'no-hang';
  readonly rows: readonly (readonly Expected[])[];
  readonly disputed?: readonly (readonly [row: number, column: number])[];
  readonly allSheets?: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly truncated?: boolean;
  readonly scored?: boolean;
}

function readCases(): readonly Case[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Case)
    .filter(({ scored }) => scored !== false);
}

/** Columns that the expected rows were kept of. */
const WIDTH = 120;

test.skipIf(found)('skipped: ../shared/data/excel is not here', () => {});

// A text file under the name .xls is no matter of this reader.
const scored = cases.filter(
  (one) => one.expect === 'rows' && workbookFormat(bytesOf(one.file)) !== null,
);
const refused = cases.filter((one) => one.expect === 'password');
const hostile = cases.filter((one) => one.expect === 'no-hang' || one.expect === 'error-or-empty');

test.skipIf(!found).each(scored)('$file: every cell', async (one) => {
  const found = await usedRows(one);
  const expected = fromUsedRange(one.rows);
  const wrong: unknown[] = [];
  for (let r = 0; r < Math.max(found.length, one.truncated ? 0 : expected.rows.length); r++) {
    const [shown = [], wanted = []] = [found[r], expected.rows[r]];
    for (let c = 0; c < Math.min(Math.max(shown.length, wanted.length), WIDTH); c++) {
      const [text, want] = [shown[c] ?? '', wanted[c] ?? null];
      const disputed = one.disputed?.some(
        ([row, column]) => row === r + expected.top && column === c + expected.left,
      );
      const beyond = one.truncated && r >= expected.rows.length;
      if (!disputed && !beyond && !shows(text, want)) wrong.push({ r, c, text, want });
    }
  }
  expect(wrong).toEqual([]);
});

const binary = scored.filter((one) => workbookFormat(bytesOf(one.file)) === 'xls');

test.skipIf(!found).each(binary)('$file: SheetJS sees the same', async ({ file }) => {
  const bytes = bytesOf(file);
  const sheets = openBiff(bytes);
  const others = await openSheetJs({ kind: 'binary', bytes });
  expect(sheets.map(({ rows }) => rows)).toEqual(others.map(({ rows }) => rows));
  for (const [at, { blocks }] of sheets.entries()) {
    expect(await textsOf(blocks(Infinity))).toEqual(
      await textsOf(others[at]?.blocks(Infinity) ?? []),
    );
  }
});

async function textsOf(
  blocks: AsyncIterable<Block> | Iterable<Block>,
): Promise<readonly unknown[]> {
  const columns: unknown[] = [];
  for await (const block of blocks) columns.push(...block.columns.map(({ texts }) => texts));
  return columns;
}

test.skipIf(!found).each(refused)('$file: says that it needs a password', async ({ file }) => {
  await expect(openSource(bytesOf(file), { name: file })).rejects.toMatchObject({
    code: 'file-encrypted',
    message: expect.stringContaining('password') as unknown,
  });
});

test.skipIf(!found).each(hostile)('$file: ends in rows or in a clear error', async ({ file }) => {
  const outcome = await usedRows({ file }).then(
    (rows) => rows.length,
    (error: { name: string; code: string }) => `${error.name} ${error.code}`,
  );
  expect(String(outcome)).toMatch(/^\d+$|^ImportError file-/);
});

/** LibreOffice named the only sheet of this one anew. */
const RENAMED = 'poi__64508.xlsx';

async function usedRows({
  file,
  sheet,
}: Pick<Case, 'file' | 'sheet'>): Promise<readonly (readonly string[])[]> {
  const source = await openSource(bytesOf(file), { name: file });
  const chosen =
    sheet === undefined || file === RENAMED || source.sheets.length < 2
      ? source
      : await openSource(bytesOf(file), { name: file, sheet });
  const rows: string[][] = [];
  for await (const { size, columns } of chosen.blocks({ limit: 1500 })) {
    for (let r = 0; r < size; r++) rows.push(columns.map(({ texts }) => texts[r] ?? ''));
  }
  return fromUsedRange(rows).rows;
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(file, FOLDER)));
}

/** Blank rows and columns before the first filled cell do not count. */
function fromUsedRange<Cell>(rows: readonly (readonly Cell[])[]): {
  rows: readonly (readonly Cell[])[];
  top: number;
  left: number;
} {
  const isFilled = (cell: Cell): boolean => cell !== null && cell !== '';
  const top = rows.findIndex((row) => row.some(isFilled));
  if (top < 0) return { rows: [], top: 0, left: 0 };
  const left = Math.min(...rows.map((row) => row.findIndex(isFilled)).filter((at) => at >= 0));
  return { rows: rows.slice(top).map((row) => row.slice(left)), top, left };
}

/** Whether a text is what the two other readers see, in our way of writing it. */
function shows(text: string, want: Expected): boolean {
  if (want === null) return text.trim() === '';
  if (typeof want === 'boolean') return text === String(want);
  if (typeof want === 'number')
    return text === (want ? 'true' : 'false') || near(Number(text), want);
  if (typeof want === 'string') return plain(text) === plain(want);
  if ('e' in want)
    return text === want.e || text === '' || (want.e.startsWith('Err:') && text.startsWith('#'));
  const serial = serialOf(text);
  const wanted = 'd' in want ? serialOf(want.d) : durationOf(want.t);
  // The two calendars before 1900-03-01 are a day apart.
  return (
    Math.abs(serial - wanted) < 2e-5 ||
    (wanted < 61 && Math.abs(Math.abs(serial - wanted) - 1) < 2e-5)
  );
}

function near(value: number, want: number): boolean {
  return Math.abs(value - want) <= 1e-8 * Math.max(1, Math.abs(want));
}

function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/_x000D_\n?/gi, '\n')
    .trim();
}

const EPOCH = Date.UTC(1899, 11, 30);

function serialOf(text: string): number {
  const clock = /^(\d{2}):(\d{2}):(\d{2})$/.exec(text);
  if (clock) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) / 86_400;
  const moment = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):([\d.]+))?$/.exec(text);
  if (!moment) return Number.NaN;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = moment
    .slice(1)
    .map((part) => Number(part ?? 0));
  return (
    (Date.UTC(year, month - 1, day) - EPOCH) / 86_400_000 +
    (hours * 3600 + minutes * 60 + seconds) / 86_400
  );
}

function durationOf(text: string): number {
  const [, hours = '', minutes = '', seconds = ''] = /^PT(\d+)H(\d+)M([\d.]+)S$/.exec(text) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
