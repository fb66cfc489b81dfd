import type { Block } from '../source/Block.ts';
import type { ReadBlocksOptions } from '../source/Source.ts';
import type { Table } from '../table/Table.ts';
import { inSlices } from './inSlices.ts';

/** A table whose rows are kept once read, so that a plan after a small change needs no new reading. */
export interface RememberedTable extends Table {
  /** The kept blocks; null before the first whole reading. */
  remembered(): readonly Block[] | null;
}

/** Keeps the blocks of the first complete reading; every later one is answered from them. */
export function rememberBlocks(table: Table): RememberedTable {
  let kept: readonly Block[] | null = null;

  async function* read(options: ReadBlocksOptions): AsyncIterable<Block> {
    const blocks: Block[] = [];
    for await (const block of inSlices(table.blocks(options))) {
      blocks.push(block);
      yield block;
    }
    if (options.limit === undefined) kept = blocks;
  }

  return {
    ...table,
    blocks: (options = {}) =>
      kept === null || options.limit !== undefined ? read(options) : replay(kept, options),
    remembered: () => kept,
  };
}

async function* replay(blocks: readonly Block[], options: ReadBlocksOptions): AsyncIterable<Block> {
  for await (const block of inSlices(fromArray(blocks))) {
    options.signal?.throwIfAborted();
    yield block;
  }
}

async function* fromArray<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}
