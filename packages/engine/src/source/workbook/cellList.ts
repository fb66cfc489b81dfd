import { BLOCK_ROWS, type Block, type CellColumn } from '../Block.ts';
import { KIND } from './cellKinds.ts';
import type { ShownCell } from './numberCell.ts';

/** The most rows and columns a spreadsheet program shows; what a file claims beyond is left out. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Filled cells in parallel lists, by row and then as they came. Positions are 0-based. */
export interface CellList {
  readonly rows: number[];
  readonly columns: number[];
  readonly texts: string[];
  /** Indexes into `CELL_KINDS`. */
  readonly kinds: number[];
  /** `ShownCell.digits` of each cell, 0 for none; shorter than the others where the last cells have none. */
  readonly digits: number[];
}

export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export function emptyCells(): CellList {
  return { rows: [], columns: [], texts: [], kinds: [], digits: [] };
}

export function addCell(
  cells: CellList,
  row: number,
  column: number,
  { text, kind, digits }: ShownCell,
): void {
  cells.rows.push(row);
  cells.columns.push(column);
  cells.texts.push(text);
  cells.kinds.push(kind);
  if (digits === undefined) return;
  while (cells.digits.length < cells.rows.length - 1) cells.digits.push(0);
  cells.digits.push(digits);
}

/** The smallest range that holds all cells; null when there are none. */
export function usedRange({ rows, columns }: CellList): CellRange | null {
  if (rows.length === 0) return null;
  let firstColumn = MAX_COLUMNS;
  let lastColumn = 0;
  for (const column of columns) {
    if (column < firstColumn) firstColumn = column;
    if (column > lastColumn) lastColumn = column;
  }
  return { firstRow: rows[0] as number, lastRow: rows.at(-1) as number, firstColumn, lastColumn };
}

/** The cells by row, which most writers give them in already. */
export function sortedCells(cells: CellList): CellList {
  const { rows } = cells;
  if (rows.every((row, at) => at === 0 || row >= (rows[at - 1] as number))) return cells;
  const order = rows
    .map((_, at) => at)
    .toSorted((a, b) => (rows[a] as number) - (rows[b] as number));
  return pickCells(cells, order);
}

/** A used range of no more cells is read whole, however few are filled. */
const SPARSE_AREA = 5_000_000;
/** A bigger one is, if one cell in so many is filled. */
const SPARSE_SHARE = 100;

/**
 * Leaves out the few cells that make a huge range of a small table: a stray one in the last row or column a sheet
 * has would cost reading hundreds of millions of blank ones. Each time the row or column goes that makes the range
 * smaller by most for each cell lost. `cells` are sorted by row.
 */
export function withoutFarCells(cells: CellList): CellList {
  const rows = cellCounts(cells.rows);
  const columns = cellCounts(cells.columns);
  let left = cells.rows.length;
  while (extent(rows) * extent(columns) > Math.max(SPARSE_AREA, left * SPARSE_SHARE)) {
    left -= (cutGain(rows) >= cutGain(columns) ? rows : columns).pop()?.count ?? 0;
  }
  if (left === cells.rows.length) return cells;
  const lastRow = rows.at(-1)?.at ?? 0;
  const lastColumn = columns.at(-1)?.at ?? 0;
  const kept: number[] = [];
  for (const [at, row] of cells.rows.entries())
    if (row <= lastRow && (cells.columns[at] as number) <= lastColumn) kept.push(at);
  return pickCells(cells, kept);
}

interface CellCount {
  readonly at: number;
  readonly count: number;
}

/** How many cells stand at each position that has any, by position. */
function cellCounts(positions: readonly number[]): CellCount[] {
  const counts = new Map<number, number>();
  for (const at of positions) counts.set(at, (counts.get(at) ?? 0) + 1);
  return Array.from(counts, ([at, count]) => ({ at, count })).toSorted((a, b) => a.at - b.at);
}

/** Positions from the first filled one to the last, or to one before it. */
function extent(counts: readonly CellCount[], last = -1): number {
  return (counts.at(last)?.at ?? 0) - (counts[0]?.at ?? 0) + 1;
}

/** The share of the range that goes with its last filled row or column, for each cell that is lost. */
function cutGain(counts: readonly CellCount[]): number {
  if (counts.length < 2) return -1;
  const lost = counts.at(-1)?.count ?? 1;
  return (extent(counts) - extent(counts, -2)) / extent(counts) / lost;
}

/** A rectangle of cells shown as one. */
export interface MergedRange extends CellRange {}

/** More work than any real sheet's merged ranges need. */
const MAX_COMPARISONS = 20_000_000;

/** A merged range shows its top left cell alone, whatever the others hold. `cells` are sorted by row. */
export function withoutCovered(cells: CellList, merged: readonly MergedRange[]): CellList {
  if (merged.length === 0) return cells;
  const waiting = merged.toSorted((a, b) => b.firstRow - a.firstRow);
  let open: MergedRange[] = [];
  let comparisons = 0;
  const kept: number[] = [];
  for (const [at, row] of cells.rows.entries()) {
    const column = cells.columns[at] as number;
    while ((waiting.at(-1)?.firstRow ?? MAX_ROWS) <= row) open.push(waiting.pop() as MergedRange);
    if (open.some(({ lastRow }) => lastRow < row))
      open = open.filter(({ lastRow }) => lastRow >= row);
    comparisons += open.length;
    if (comparisons > MAX_COMPARISONS) return cells;
    if (!open.some((range) => covers(range, row, column))) kept.push(at);
  }
  return kept.length === cells.rows.length ? cells : pickCells(cells, kept);
}

function covers(
  { firstRow, firstColumn, lastColumn }: MergedRange,
  row: number,
  column: number,
): boolean {
  return (
    column >= firstColumn && column <= lastColumn && (row !== firstRow || column !== firstColumn)
  );
}

function pickCells(
  { rows, columns, texts, kinds, digits }: CellList,
  order: readonly number[],
): CellList {
  return {
    rows: order.map((at) => rows[at] as number),
    columns: order.map((at) => columns[at] as number),
    texts: order.map((at) => texts[at] as string),
    kinds: order.map((at) => kinds[at] as number),
    digits: digits.length === 0 ? [] : order.map((at) => digits[at] ?? 0),
  };
}

/** Index of the first cell at or below `row`. */
export function firstCellAt({ rows }: CellList, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface BlockPlace {
  /** First row of the block. */
  readonly row: number;
  readonly size: number;
  readonly firstColumn: number;
  readonly width: number;
}

/** The rows of a place as a block. Blank columns share one array, so that far-flung cells cost little. */
export function cellBlock(cells: CellList, { row, size, firstColumn, width }: BlockPlace): Block {
  const blank = blankColumn(size);
  const columns: NewColumn[] = Array.from({ length: width }, () => blank);
  const end = row + size;
  for (let at = firstCellAt(cells, row); at < cells.rows.length; at++) {
    const r = cells.rows[at] as number;
    if (r >= end) break;
    const c = (cells.columns[at] as number) - firstColumn;
    let column = columns[c];
    if (column === undefined) continue;
    if (column === blank) {
      column = blankColumn(size);
      columns[c] = column;
    }
    column.texts[r - row] = cells.texts[at] as string;
    column.kinds[r - row] = cells.kinds[at] as number;
    const digits = cells.digits[at] ?? 0;
    if (digits > 0) (column.digits ??= new Uint8Array(size))[r - row] = digits;
  }
  return { size, rowNumbers: Uint32Array.from({ length: size }, (_, r) => row + r + 1), columns };
}

interface NewColumn extends CellColumn {
  readonly texts: string[];
  readonly kinds: Uint8Array;
  digits?: Uint8Array;
}

function blankColumn(size: number): NewColumn {
  return {
    texts: Array.from({ length: size }, () => ''),
    kinds: new Uint8Array(size).fill(KIND.empty),
  };
}

/** The range cut into places of `BLOCK_ROWS` rows, the first `limit` rows of it. */
export function* blockPlaces(range: CellRange, limit: number): Generator<BlockPlace> {
  const end = Math.min(range.lastRow + 1, range.firstRow + limit);
  const width = range.lastColumn - range.firstColumn + 1;
  for (let row = range.firstRow; row < end; row += BLOCK_ROWS) {
    yield { row, size: Math.min(BLOCK_ROWS, end - row), firstColumn: range.firstColumn, width };
  }
}
