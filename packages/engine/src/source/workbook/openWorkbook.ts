import type { WorkBook } from '@e965/xlsx';
import { ImportError } from '../../issue/ImportError.ts';
import type { Issue } from '../../issue/Issue.ts';
import { BLOCK_ROWS, type Block } from '../Block.ts';
import { nextTask } from '../nextTask.ts';
import type { ReadBlocksOptions, SheetInfo, Source } from '../Source.ts';
import { parseWorkbook } from './parseWorkbook.ts';
import { cellBlock, rowCount, sheetCells, type SheetCells } from './sheetCells.ts';
import { workbookFormat } from './workbookFormat.ts';

export interface OpenWorkbookOptions {
  /** File name, for messages; the format is found by content. */
  readonly name?: string | undefined;
  /** Name of the sheet to read; without it the first visible one that holds anything. */
  readonly sheet?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Most bytes a zipped workbook may unpack to; 1 GiB unless told. */
  readonly maxInflatedBytes?: number | undefined;
}

const MAX_INFLATED_BYTES = 1_073_741_824;

/**
 * Opens an Excel (xlsx, xlsm, xlsb, xls of every age, XML 2003, HTML saved as xls) or OpenDocument workbook.
 * The whole workbook is parsed at once and synchronously: do it in a worker where a page must stay alive.
 * @throws ImportError `file-empty`, `file-encrypted`, `file-corrupt`, `file-too-large`, `file-unsupported`
 * or `sheet-missing`.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: OpenWorkbookOptions = {},
): Promise<Source> {
  const { name = '', signal, maxInflatedBytes = MAX_INFLATED_BYTES } = options;
  signal?.throwIfAborted();
  const format = workbookFormat(bytes);
  if (bytes.length === 0)
    throw new ImportError('file-empty', 'The file is empty: it holds no bytes.');
  if (!format)
    throw new ImportError(
      'file-unsupported',
      'The file is no workbook: it is neither Excel nor OpenDocument.',
    );
  const book = await parseWorkbook(bytes, format, { maxInflatedBytes });
  signal?.throwIfAborted();
  const sheets = readSheets(book);
  const chosen = chooseSheet(sheets, options.sheet);
  const issues = findIssues(sheets, chosen);
  const date1904 = Boolean(book.Workbook?.WBProps?.date1904);
  return {
    name,
    format,
    size: bytes.length,
    encoding: null,
    encodingConfidence: null,
    delimiter: null,
    quote: null,
    sheets: sheets.map(({ info }) => info),
    sheet: chosen?.info.name ?? '',
    issues,
    blocks: (read) => readBlocks(chosen?.cells, { date1904, size: bytes.length, signal }, read),
  };
}

interface OpenedSheet {
  readonly info: SheetInfo;
  readonly cells: SheetCells;
  /** The parser left it out: its part is missing or broken. */
  readonly unreadable: boolean;
}

function readSheets(book: WorkBook): readonly OpenedSheet[] {
  return book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    if (sheet?.['!type'] === 'chart' || String(sheet?.['!type']) === 'dialog') return [];
    const cells = sheetCells(sheet);
    const hidden = Boolean(book.Workbook?.Sheets?.[at]?.Hidden);
    const info: SheetInfo = { name, rows: rowCount(cells), ...(hidden && { hidden }) };
    return [{ info, cells, unreadable: !sheet }];
  });
}

function chooseSheet(
  sheets: readonly OpenedSheet[],
  wanted: string | undefined,
): OpenedSheet | undefined {
  if (wanted === undefined) {
    const visible = sheets.filter(({ info }) => !info.hidden);
    return (
      visible.find(({ info }) => info.rows) ??
      sheets.find(({ info }) => info.rows) ??
      visible[0] ??
      sheets[0]
    );
  }
  const same = (name: string): string => name.trim().toLowerCase();
  const found =
    sheets.find(({ info }) => info.name === wanted) ??
    sheets.find(({ info }) => same(info.name) === same(wanted));
  if (found) return found;
  const names = sheets.map(({ info }) => info.name).join(', ');
  throw new ImportError(
    'sheet-missing',
    `The workbook has no sheet “${wanted}”. It has: ${names}.`,
    {
      params: { sheet: wanted, sheets: names },
    },
  );
}

function findIssues(
  sheets: readonly OpenedSheet[],
  chosen: OpenedSheet | undefined,
): readonly Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, params: Issue['params']): void => {
    issues.push({ code, severity: 'warning', params });
  };
  for (const { info, unreadable } of sheets)
    if (unreadable) add('sheet-unreadable', { sheet: info.name });
  if (!chosen) add('workbook-empty', {});
  else if (!chosen.info.rows) add('sheet-empty', { sheet: chosen.info.name });
  if (chosen?.cells.outside)
    add('cells-outside-sheet', { sheet: chosen.info.name, count: chosen.cells.outside });
  return issues;
}

interface ReadContext {
  readonly date1904: boolean;
  readonly size: number;
  readonly signal: AbortSignal | undefined;
}

async function* readBlocks(
  cells: SheetCells | undefined,
  context: ReadContext,
  { signal = context.signal, limit = Infinity, onProgress }: ReadBlocksOptions = {},
): AsyncGenerator<Block> {
  const total = cells ? rowCount(cells) : 0;
  const end = Math.min(total, limit);
  for (let from = 0; cells && from < end; from += BLOCK_ROWS) {
    signal?.throwIfAborted();
    const block = cellBlock(cells, from, context.date1904);
    yield from + block.size <= end ? block : firstRows(block, end - from);
    onProgress?.({
      bytesRead: Math.round((context.size * Math.min(from + BLOCK_ROWS, end)) / total),
      bytesTotal: context.size,
    });
    await nextTask();
  }
}

function firstRows(block: Block, size: number): Block {
  return {
    size,
    rowNumbers: block.rowNumbers.subarray(0, size),
    columns: block.columns.map(({ texts, kinds }) => ({
      texts: texts.slice(0, size),
      ...(kinds && { kinds: kinds.subarray(0, size) }),
    })),
  };
}
