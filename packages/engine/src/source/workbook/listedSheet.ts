import {
  blockPlaces,
  cellBlock,
  sortedCells,
  usedRange,
  withoutCovered,
  withoutFarCells,
  type CellList,
  type MergedRange,
} from './cellList.ts';
import type { OpenedSheet } from './OpenedSheet.ts';

interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: CellList;
  readonly merged: readonly MergedRange[];
  readonly outside?: number;
  readonly unreadable?: boolean;
}

/** A sheet all of whose cells are in memory. */
export function listedSheet({
  name,
  hidden,
  cells,
  merged,
  outside = 0,
  unreadable = false,
}: Listed): OpenedSheet {
  const all = withoutCovered(sortedCells(cells), merged);
  const shown = withoutFarCells(all);
  const range = usedRange(shown);
  return {
    name,
    hidden,
    outside,
    far: all.rows.length - shown.rows.length,
    unreadable,
    rows: range ? range.lastRow - range.firstRow + 1 : 0,
    *blocks(limit) {
      if (range) for (const place of blockPlaces(range, limit)) yield cellBlock(shown, place);
    },
  };
}
