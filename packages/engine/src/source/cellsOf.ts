import type { Block } from './Block.ts';

/** The cells of one row of a block, as many as the file had: a short row is not filled up. */
export function cellsOf(block: Block, r: number): string[] {
  const count = block.lengths?.[r] ?? block.columns.length;
  const cells: string[] = [];
  for (let c = 0; c < count; c++) cells.push(block.columns[c]?.texts[r] ?? '');
  return cells;
}

/** All rows of a block, see `cellsOf`. */
export function rowsOf(block: Block): string[][] {
  return Array.from({ length: block.size }, (_, r) => cellsOf(block, r));
}
