import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { BLOCK_ROWS, type Block, type CellColumn } from '../Block.ts';
import { cellKind, cellText, KIND } from './cellText.ts';

/** The most rows and columns a spreadsheet program shows; what a file claims beyond is left out. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

type Row = readonly (CellObject | undefined)[] | undefined;

/** The filled cells of a sheet: where they are and what they say. Positions are 0-based. */
export interface SheetCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Cells outside the largest sheet there is. */
  readonly outside: number;
  readonly rows: readonly Row[];
}

/** Finds the range of cells that hold something; declared ranges and formatted blanks count for nothing. */
export function sheetCells(sheet: WorkSheet | undefined): SheetCells {
  const rows: readonly Row[] = sheet?.['!data'] ?? [];
  clearCovered(rows as (CellObject | undefined)[][], sheet?.['!merges'] ?? []);
  const bounds = {
    firstRow: MAX_ROWS,
    lastRow: -1,
    firstColumn: MAX_COLUMNS,
    lastColumn: -1,
    outside: 0,
  };
  for (const r of filledIndexes(rows)) {
    for (const c of filledIndexes(rows[r] ?? [])) {
      if (isBlank(rows[r]?.[c])) continue;
      if (r >= MAX_ROWS || c >= MAX_COLUMNS) {
        bounds.outside++;
        continue;
      }
      if (r < bounds.firstRow) bounds.firstRow = r;
      if (r > bounds.lastRow) bounds.lastRow = r;
      if (c < bounds.firstColumn) bounds.firstColumn = c;
      if (c > bounds.lastColumn) bounds.lastColumn = c;
    }
  }
  return { ...bounds, rows };
}

export function rowCount({ firstRow, lastRow }: SheetCells): number {
  return lastRow < 0 ? 0 : lastRow - firstRow + 1;
}

/** The rows from `from` (counted from the first used one) as a block of at most `BLOCK_ROWS`. */
export function cellBlock(cells: SheetCells, from: number, date1904: boolean): Block {
  const start = cells.firstRow + from;
  const size = Math.min(BLOCK_ROWS, cells.lastRow - start + 1);
  const width = cells.lastColumn - cells.firstColumn + 1;
  const blank: CellColumn = {
    texts: Array<string>(size).fill(''),
    kinds: new Uint8Array(size).fill(KIND.empty),
  };
  const columns: CellColumn[] = Array<CellColumn>(width).fill(blank);
  for (let r = 0; r < size; r++) {
    const row = cells.rows[start + r] ?? [];
    for (const c of filledIndexes(row)) {
      const cell = row[c];
      const at = c - cells.firstColumn;
      if (!cell || at < 0 || at >= width) continue;
      const text = cellText(cell, date1904);
      if (text === '') continue;
      let column = columns[at];
      if (!column || column === blank) {
        column = {
          texts: Array<string>(size).fill(''),
          kinds: new Uint8Array(size).fill(KIND.empty),
        };
        columns[at] = column;
      }
      (column.texts as string[])[r] = text;
      if (column.kinds) column.kinds[r] = cellKind(cell, text);
    }
  }
  return { size, rowNumbers: Uint32Array.from({ length: size }, (_, r) => start + r + 1), columns };
}

/** Under this length an array is walked as it is; above it may be mostly holes. */
const SHORT = 256;

function filledIndexes(row: readonly unknown[]): Iterable<number> {
  return row.length <= SHORT
    ? row.keys()
    : Object.keys(row)
        .map(Number)
        .filter((index) => index >= 0);
}

function isBlank(cell: CellObject | undefined): boolean {
  return !cell || cell.t === 'z' || (cell.v === undefined && cell.t !== 'e') || cell.v === '';
}

/** More work than any real sheet's merged ranges need. */
const MAX_COVERED = 5_000_000;

/** A merged range shows its top left cell alone, whatever the others hold. */
function clearCovered(rows: (CellObject | undefined)[][], merges: readonly Range[]): void {
  let steps = 0;
  for (const { s: first, e: last } of merges) {
    for (let r = first.r; r <= Math.min(last.r, rows.length - 1); r++) {
      const row = rows[r];
      if (++steps > MAX_COVERED) return;
      if (!row) continue;
      for (let c = first.c; c <= Math.min(last.c, row.length - 1); c++) {
        if (++steps > MAX_COVERED) return;
        if (r !== first.r || c !== first.c) delete row[c];
      }
    }
  }
}
