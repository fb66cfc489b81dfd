import type { CellEdit } from '../mapping/Mapping.ts';
import type { Block, CellColumn } from '../source/Block.ts';
import { KIND } from './CellConverter.ts';

/** Corrected cells by row number, then column; the last edit of a cell counts. */
export type EditsByRow = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** @param width columns that are there or mapped: a correction beyond them is of no cell, however far away it says it is. */
export function editsByRow(edits: readonly CellEdit[], width: number): EditsByRow {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, value } of edits) {
    if (column >= width) continue;
    const cells = rows.get(row) ?? new Map<number, string>();
    rows.set(row, cells.set(column, value));
  }
  return rows;
}

/** The block with its corrected cells; the same block where none of them lies in it. */
export function withEdits(block: Block, edits: EditsByRow): Block {
  if (edits.size === 0) return block;
  const edited = new Map<number, EditedColumn>();
  for (let index = 0; index < block.size; index += 1) {
    for (const [column, value] of edits.get(block.rowNumbers[index] ?? -1) ?? []) {
      const copy = edited.get(column) ?? copyOf(block.columns[column], block.size);
      copy.texts[index] = value;
      if (copy.kinds !== undefined) copy.kinds[index] = value === '' ? KIND.empty : KIND.text;
      if (copy.digits !== undefined) copy.digits[index] = 0;
      edited.set(column, copy);
    }
  }
  if (edited.size === 0) return block;
  return { ...block, columns: spliced(block, edited) };
}

/** A corrected cell may lie beyond the block's last column: rows are ragged. */
function spliced(block: Block, edited: ReadonlyMap<number, EditedColumn>): readonly CellColumn[] {
  const width = Math.max(block.columns.length, ...[...edited.keys()].map((column) => column + 1));
  return Array.from({ length: width }, (_, column): CellColumn => {
    return edited.get(column) ?? block.columns[column] ?? copyOf(undefined, block.size);
  });
}

interface EditedColumn {
  readonly texts: string[];
  readonly kinds?: Uint8Array;
  readonly digits?: Uint8Array;
}

function copyOf(column: CellColumn | undefined, size: number): EditedColumn {
  const texts = column === undefined ? Array.from({ length: size }, () => '') : [...column.texts];
  const { kinds, digits } = column ?? {};
  return {
    texts,
    ...(kinds && { kinds: kinds.slice() }),
    ...(digits && { digits: digits.slice() }),
  };
}
