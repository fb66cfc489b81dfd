import type { Block, CellColumn } from '../source/Block.ts';
import type { ReadBlocksOptions, Source } from '../source/Source.ts';

export interface DataRows {
  /** Rows up to and with this number are no data. */
  readonly after: number;
  /** Columns every block has at least. */
  readonly width: number;
}

/** The data rows of a source: those after the header, blank ones left out, row numbers kept. */
export async function* dataBlocks(
  source: Source,
  { after, width }: DataRows,
  options: ReadBlocksOptions = {},
): AsyncIterable<Block> {
  const { limit = Infinity, ...read } = options;
  let rows = 0;
  for await (const block of source.blocks(read)) {
    const data = padColumns(dataRows(block, after, limit - rows), width);
    rows += data.size;
    if (data.size > 0) yield data;
    if (rows >= limit) return;
  }
}

function dataRows(block: Block, after: number, limit: number): Block {
  const keep = filledRows(block);
  let kept = 0;
  for (let r = 0; r < block.size; r++) {
    const keeps = keep[r] === 1 && (block.rowNumbers[r] as number) > after && kept < limit;
    keep[r] = keeps ? 1 : 0;
    if (keeps) kept++;
  }
  return kept === block.size ? block : pickRows(block, keep, kept);
}

/** 1 for each row with at least one cell that is not blank. */
export function filledRows(block: Block): Uint8Array {
  const filled = new Uint8Array(block.size);
  let left = block.size;
  // Blank columns are one and the same array where a sheet is wide.
  const seen = new Set<readonly string[]>();
  for (const { texts } of block.columns) {
    if (seen.has(texts)) continue;
    seen.add(texts);
    for (let r = 0; r < block.size; r++) {
      if (filled[r] === 1 || texts[r] === '' || (texts[r] as string).trim() === '') continue;
      filled[r] = 1;
      left--;
    }
    if (left === 0) break;
  }
  return filled;
}

function pickRows(block: Block, keep: Uint8Array, size: number): Block {
  const isKept = (_: unknown, r: number): boolean => keep[r] === 1;
  // Columns that are one and the same stay so: thousands of blank ones cost as much as one.
  const picked = new Map<CellColumn, CellColumn>();
  const pick = (column: CellColumn): CellColumn => {
    const known = picked.get(column);
    if (known !== undefined) return known;
    const { texts, kinds, digits } = column;
    const own = {
      texts: texts.filter(isKept),
      ...(kinds === undefined ? {} : { kinds: kinds.filter(isKept) }),
      ...(digits === undefined ? {} : { digits: digits.filter(isKept) }),
    };
    picked.set(column, own);
    return own;
  };
  return {
    size,
    rowNumbers: block.rowNumbers.filter(isKept),
    columns: block.columns.map(pick),
    ...(block.lengths === undefined ? {} : { lengths: block.lengths.filter(isKept) }),
  };
}

function padColumns(block: Block, width: number): Block {
  if (block.columns.length >= width) return block;
  const blank: CellColumn = { texts: new Array<string>(block.size).fill('') };
  const missing = Array.from({ length: width - block.columns.length }, () => blank);
  return { ...block, columns: [...block.columns, ...missing] };
}
