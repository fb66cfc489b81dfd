/** Anything that stands for a run of rows in file order: raw blocks, planned blocks, outcomes. */
export interface NumberedRows {
  readonly rowNumbers: Uint32Array;
}

/** Where a row stands. */
export interface RowPlace<B extends NumberedRows> {
  readonly block: B;
  /** Index of the row inside the block. */
  readonly index: number;
}

/** Finds a row by its number among blocks in file order, in logarithmic time; null where it is not. */
export function findRow<B extends NumberedRows>(
  blocks: readonly B[],
  row: number,
): RowPlace<B> | null {
  const after = lowerBound(blocks.length, (i) => (blocks[i]?.rowNumbers.at(-1) ?? 0) >= row);
  const block = blocks[after];
  if (block === undefined) return null;
  const { rowNumbers } = block;
  const index = lowerBound(rowNumbers.length, (i) => (rowNumbers[i] ?? 0) >= row);
  return rowNumbers[index] === row ? { block, index } : null;
}

/** Smallest index at which a condition that stays true once true is true. */
function lowerBound(length: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
