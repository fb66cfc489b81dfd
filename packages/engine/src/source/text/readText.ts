import { BLOCK_ROWS, type Block } from '../Block.ts';
import { createBlockBuilder } from '../BlockBuilder.ts';
import { nextTask } from '../nextTask.ts';
import type { ReadBlocksOptions } from '../Source.ts';
import { checkCharacters, checkWidths, hasSuspects } from './checkBlock.ts';
import type { Dialect } from './Dialect.ts';
import { capIssues } from './capIssues.ts';
import { createTokenizer } from './tokenizeText.ts';

/** Decoded text with how far the file has been read. */
export interface TextPiece {
  readonly text: string;
  readonly bytesRead: number;
}

export interface ReadTextOptions extends ReadBlocksOptions {
  readonly dialect: Dialect;
  /** UTF-16 units at the start that are no row. */
  readonly skip: number;
  readonly size: number;
}

/** Longest run of parsing between two breaths, in ms. */
const SLICE_MS = 12;

/** Parses text piece by piece into blocks, and tells what had to be repaired. */
export async function* readText(
  pieces: AsyncIterable<TextPiece>,
  options: ReadTextOptions,
): AsyncIterable<Block> {
  const { dialect, signal, onProgress, limit = Infinity } = options;
  const onIssue = capIssues(options.onIssue);
  const out = createBlockBuilder(Math.min(limit, BLOCK_ROWS));
  const tokenizer = createTokenizer(dialect, out, (code, row, column) =>
    onIssue({ code, severity: 'warning', row, column, params: {} }),
  );
  let skip = options.skip;
  let rows = 0;
  let suspect = false;
  let sliceStart = performance.now();
  const checked = (block: Block): Block => {
    checkWidths(block, dialect, onIssue);
    if (suspect) checkCharacters(block, onIssue);
    rows += block.size;
    return block;
  };
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    suspect ||= hasSuspects(piece.text);
    tokenizer.push(skip > 0 ? piece.text.slice(skip) : piece.text);
    skip = Math.max(0, skip - piece.text.length);
    onProgress?.({ bytesRead: piece.bytesRead, bytesTotal: options.size });
    for (const block of out.take()) {
      yield checked(block);
      if (rows >= limit) return;
    }
    if (performance.now() - sliceStart > SLICE_MS) {
      await nextTask();
      sliceStart = performance.now();
    }
  }
  tokenizer.end();
  for (const block of out.take(true)) {
    const left = limit - rows;
    yield checked(left < block.size ? firstRows(block, left) : block);
    if (rows >= limit) return;
  }
}

function firstRows(block: Block, size: number): Block {
  return {
    ...block,
    size,
    rowNumbers: block.rowNumbers.slice(0, size),
    columns: block.columns.map(({ texts }) => ({ texts: texts.slice(0, size) })),
    ...(block.lengths === undefined ? {} : { lengths: block.lengths.slice(0, size) }),
  };
}
