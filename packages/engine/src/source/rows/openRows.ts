import { type Block, BLOCK_ROWS, CELL_KINDS, type CellColumn, type CellKind } from '../Block.ts';
import { MAX_COLUMNS } from '../BlockBuilder.ts';
import { ImportError } from '../../issue/ImportError.ts';
import { nextTask } from '../nextTask.ts';
import type { ReadBlocksOptions, Source, SourceInput } from '../Source.ts';

export type RowsInput = Extract<SourceInput, { readonly rows: unknown }>;

/** Name of the only sheet. */
const ROWS_SHEET = 'rows';

/** A source of rows that a host already has as values, e.g. from its own reader. */
export function openRows(input: RowsInput, name: string): Source {
  return {
    name,
    format: 'rows',
    size: 0,
    encoding: null,
    encodingConfidence: null,
    delimiter: null,
    quote: null,
    sheets: [{ name: ROWS_SHEET, rows: null }],
    sheet: ROWS_SHEET,
    issues: [],
    blocks: (options = {}) => readRowsInput(input, options),
  };
}

async function* readRowsInput(input: RowsInput, options: ReadBlocksOptions): AsyncIterable<Block> {
  const { signal, limit = Infinity } = options;
  let rows: (readonly unknown[])[] = [];
  let done = 0;
  for await (const row of input.rows()) {
    signal?.throwIfAborted();
    if (row.length > MAX_COLUMNS) throw tooWide(done + rows.length + 1);
    rows.push(row);
    const full = rows.length === BLOCK_ROWS;
    const last = done + rows.length >= limit;
    if (full || last) {
      yield toBlock(rows, done + 1);
      if (last) return;
      done += rows.length;
      rows = [];
      await nextTask();
    }
  }
  if (rows.length > 0) yield toBlock(rows, done + 1);
}

function toBlock(rows: readonly (readonly unknown[])[], firstRow: number): Block {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    size: rows.length,
    rowNumbers: Uint32Array.from(rows, (_, r) => firstRow + r),
    columns: Array.from({ length: width }, (_, c) => toColumn(rows, c)),
  };
}

function toColumn(rows: readonly (readonly unknown[])[], c: number): CellColumn {
  const texts: string[] = [];
  const kinds = new Uint8Array(rows.length);
  let allText = true;
  rows.forEach((row, r) => {
    const [text, kind] = toCell(row[c]);
    texts.push(text);
    kinds[r] = CELL_KINDS.indexOf(kind);
    if (kind !== 'text') allText = false;
  });
  return allText ? { texts } : { texts, kinds };
}

function toCell(value: unknown): readonly [string, CellKind] {
  if (value === null || value === undefined || value === '') return ['', 'empty'];
  if (typeof value === 'string') return [value, 'text'];
  if (typeof value === 'number')
    return Number.isFinite(value) ? [String(value), 'number'] : ['', 'empty'];
  if (typeof value === 'bigint') return [String(value), 'number'];
  if (typeof value === 'boolean') return [String(value), 'boolean'];
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? ['', 'empty'] : [isoText(value), 'date'];
  return [JSON.stringify(value) ?? '', 'text'];
}

/** Midnight in UTC is a date without a time, as libraries that read dates give it. */
function isoText(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

function tooWide(row: number): ImportError {
  return new ImportError('file-too-large', `Row ${row} has more than ${MAX_COLUMNS} cells.`, {
    params: { row, limit: MAX_COLUMNS },
  });
}
