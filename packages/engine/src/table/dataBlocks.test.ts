import { expect, test } from 'vitest';
import type { Block, CellColumn } from '../source/Block.ts';
import type { Source } from '../source/Source.ts';
import { dataBlocks } from './dataBlocks.ts';

test('blank columns that are one array stay one when blank rows go', async () => {
  const blank: CellColumn = { texts: ['', '', ''] };
  const block: Block = {
    size: 3,
    rowNumbers: Uint32Array.of(1, 2, 3),
    columns: [{ texts: ['a', '', 'b'] }, blank, blank, { texts: ['', '', 'c'] }],
  };
  const source: Pick<Source, 'blocks'> = {
    async *blocks() {
      yield block;
    },
  };
  const blocks: Block[] = [];
  for await (const data of dataBlocks(source as Source, { after: 0, width: 0 })) blocks.push(data);
  expect(blocks[0]?.columns.map(({ texts }) => texts)).toEqual([
    ['a', 'b'],
    ['', ''],
    ['', ''],
    ['', 'c'],
  ]);
  expect(blocks[0]?.columns[1]).toBe(blocks[0]?.columns[2]);
});
