import { BLOCK_ROWS, type Block } from '../../Block.ts';
import {
  blockPlaces,
  cellBlock,
  emptyCells,
  firstCellAt,
  sortedCells,
  type BlockPlace,
  type CellList,
} from '../cellList.ts';
import type { OpenedSheet } from '../OpenedSheet.ts';
import { corruptError } from '../zipArchive.ts';
import type { BookSheet } from './readBook.ts';
import { newReading, readSheet, type BookParts, type SheetReading } from './readSheet.ts';

/**
 * A big sheet, read anew each time its rows are asked for, so that the first rows are there at once and memory
 * holds a block. Not known before its end is read: how many rows it has, how wide it is (later blocks may be
 * wider), and which cells are merged, so a value hidden under a merged range is shown.
 */
export function streamedSheet(parts: BookParts, sheet: BookSheet): OpenedSheet {
  const filled = hasCells(parts, sheet);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    outside: 0,
    unreadable: false,
    rows: filled ? null : 0,
    *blocks(limit) {
      if (limit > 0) yield* limited(blocksOf(parts, sheet), limit);
    },
  };
}

function hasCells(parts: BookParts, sheet: BookSheet): boolean {
  const reading = newReading();
  for (const _ of readSheet(parts, sheet.part, reading))
    if (reading.cells.rows.length > 0) return true;
  return reading.cells.rows.length > 0;
}

function* blocksOf(parts: BookParts, sheet: BookSheet): Generator<Block> {
  const reading = newReading();
  const window = { row: -1, width: 0 };
  for (const _ of readSheet(parts, sheet.part, reading)) yield* fullBlocks(reading, window);
  yield* fullBlocks(reading, window);
  const cells = sortedCells(reading.cells);
  const lastRow = cells.rows.at(-1);
  if (lastRow === undefined) return;
  widen(window, cells);
  const range = { firstRow: window.row, lastRow, firstColumn: 0, lastColumn: window.width - 1 };
  for (const place of blockPlaces(range, Infinity)) yield cellBlock(cells, place);
}

interface Window {
  /** First row not yet given out; -1 before the first cell. */
  row: number;
  width: number;
}

/** The blocks that are complete: reading has come to a row below them. */
function* fullBlocks(reading: SheetReading, window: Window): Generator<Block> {
  const first = reading.cells.rows[0];
  if (first === undefined) return;
  if (window.row < 0) window.row = first;
  if (reading.row < window.row + BLOCK_ROWS) return;
  const cells = sortedCells(reading.cells);
  if ((cells.rows[0] ?? window.row) < window.row) throw corruptError('its rows are out of order');
  widen(window, cells);
  // Below the last cell there may be nothing but blank rows, which are no part of the used range.
  const lastFilled = cells.rows.at(-1) ?? -1;
  while (Math.min(reading.row, lastFilled) >= window.row + BLOCK_ROWS) {
    const place: BlockPlace = {
      row: window.row,
      size: BLOCK_ROWS,
      firstColumn: 0,
      width: window.width,
    };
    yield cellBlock(cells, place);
    window.row += BLOCK_ROWS;
  }
  reading.cells = cellsFrom(cells, firstCellAt(cells, window.row));
}

function widen(window: Window, { columns }: CellList): void {
  for (const column of columns) if (column >= window.width) window.width = column + 1;
}

function cellsFrom({ rows, columns, texts, kinds, digits }: CellList, from: number): CellList {
  if (from >= rows.length) return emptyCells();
  return {
    rows: rows.slice(from),
    columns: columns.slice(from),
    texts: texts.slice(from),
    kinds: kinds.slice(from),
    digits: digits.slice(from),
  };
}

function* limited(blocks: Iterable<Block>, limit: number): Generator<Block> {
  let left = limit;
  for (const block of blocks) {
    yield block.size <= left ? block : firstRows(block, left);
    left -= block.size;
    if (left <= 0) return;
  }
}

function firstRows(block: Block, size: number): Block {
  return {
    size,
    rowNumbers: block.rowNumbers.subarray(0, size),
    columns: block.columns.map(({ texts, kinds, digits }) => ({
      texts: texts.slice(0, size),
      ...(kinds && { kinds: kinds.subarray(0, size) }),
      ...(digits && { digits: digits.subarray(0, size) }),
    })),
  };
}
