import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { CELL_KINDS, type Block } from '../../Block.ts';
import type { OpenedSheet } from '../OpenedSheet.ts';
import { openBiff } from './openBiff.ts';

// Older versions know no more than 255 characters, and SheetJS writes no others than ASCII in them.
const LONG = 'long '.repeat(50);
const cells: WorkSheet = {
  '!ref': 'A1:F4',
  A1: { t: 's', v: 'Name' },
  B1: { t: 's', v: LONG },
  A2: { t: 'n', v: 0.1 + 0.2 },
  B2: { t: 'n', v: 45_352, z: 'yyyy-mm-dd' },
  C2: { t: 'n', v: 1.5, z: '[h]:mm' },
  D2: { t: 'n', v: -12 },
  E2: { t: 'n', v: 1_234_567.89 },
  A4: { t: 'b', v: true },
  B4: { t: 'e', v: 0x2a },
  F4: { t: 's', v: '007' },
};

function written(bookType: string, date1904 = false): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, cells, 'Blad1');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['hidden']]), 'Dold');
  book.Workbook = { WBProps: { date1904 }, Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(
    write(book, { type: 'array', bookType: bookType as BookType }) as ArrayBuffer,
  );
}

async function firstBlock(sheet: OpenedSheet | undefined): Promise<Block | undefined> {
  for await (const block of sheet?.blocks(Infinity) ?? []) return block;
  return undefined;
}

async function shown(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const block = await firstBlock(openBiff(bytes)[0]);
  return Array.from(
    { length: block?.size ?? 0 },
    (_, r) => block?.columns.map(({ texts }) => texts[r] ?? '') ?? [],
  );
}

test.each(['biff8', 'biff5'])('%s: every kind of cell', async (type) => {
  expect(await shown(written(type))).toEqual([
    ['Name', LONG, '', '', '', ''],
    ['0.3', '2024-03-01', '36:00:00', '-12', '1234567.89', ''],
    ['', '', '', '', '', ''],
    ['true', '#N/A', '', '', '', '007'],
  ]);
});

test.each(['biff2', 'biff3', 'biff4'])('%s: one sheet without a container', async (type) => {
  const [headers, numbers, , last] = await shown(written(type));
  expect(headers?.[0]).toBe('Name');
  expect(numbers?.slice(3, 5)).toEqual(['-12', '1234567.89']);
  expect(last).toEqual(['true', '#N/A', '', '', '', '007']);
});

test('biff8: the sheets, hidden ones flagged, and the kinds', async () => {
  const sheets = openBiff(written('biff8'));
  expect(sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows }))).toEqual([
    { name: 'Blad1', hidden: false, rows: 4 },
    { name: 'Dold', hidden: true, rows: 1 },
  ]);
  const block = await firstBlock(sheets[0]);
  expect(block?.columns.map(({ kinds }) => CELL_KINDS[kinds?.[1] ?? 0])).toEqual([
    'number',
    'date',
    'time',
    'number',
    'number',
    'empty',
  ]);
});

test('biff8: the 1904 calendar', async () => {
  expect((await shown(written('biff8', true)))[1]?.[1]).toBe('2028-03-02');
});

test('a file whose records are cut off gives the rows before the cut', async () => {
  const whole = written('biff4');
  const rows = await shown(whole.slice(0, whole.length - 40));
  expect(rows[0]?.[0]).toBe('Name');
});

test.each([
  ['no records', new Uint8Array([1, 2, 3, 4])],
  ['a container cut off', written('biff8').slice(0, 300)],
  ['a container without a workbook', written('biff8').fill(0, 1024)],
])('%s: file-corrupt', (_, bytes) => {
  expect(() => openBiff(bytes)).toThrow(expect.objectContaining({ code: 'file-corrupt' }));
});
