import type { PlanBlock } from '@importera/engine';
import { gatherRows, type BlockRows } from './gatherRows.ts';

/** Rows of a block that is put together. */
const BLOCK_ROWS = 1_024;

/** The pieces of a plan as blocks in file order again. */
export function inFileOrder(pieces: readonly PlanBlock[]): readonly PlanBlock[] {
  if (isInOrder(pieces)) return pieces;
  const places = pieces
    .flatMap((block) => Array.from(block.rowNumbers, (row, r) => ({ row, block, r })))
    .sort((a, b) => a.row - b.row);
  const blocks: PlanBlock[] = [];
  for (let start = 0; start < places.length; start += BLOCK_ROWS) {
    blocks.push(gatherRows(partsOf(places.slice(start, start + BLOCK_ROWS))));
  }
  return blocks;
}

function isInOrder(pieces: readonly PlanBlock[]): boolean {
  let last = -1;
  for (const { rowNumbers } of pieces) {
    for (const row of rowNumbers) {
      if (row <= last) return false;
      last = row;
    }
  }
  return true;
}

/** Neighbours from the same piece together. */
function partsOf(
  places: readonly { readonly block: PlanBlock; readonly r: number }[],
): readonly BlockRows[] {
  const parts: { readonly block: PlanBlock; readonly rows: number[] }[] = [];
  for (const { block, r } of places) {
    const last = parts.at(-1);
    if (last?.block === block) last.rows.push(r);
    else parts.push({ block, rows: [r] });
  }
  return parts;
}
