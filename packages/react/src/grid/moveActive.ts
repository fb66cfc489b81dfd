import type { CellPlace } from './useGridWindow.ts';

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that Page Up and Page Down move by. */
  readonly page: number;
  readonly isRtl: boolean;
}

/** Where a key moves the active cell to; null when it moves nothing. */
export function moveActive(
  from: CellPlace,
  key: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  extent: Extent,
): CellPlace | null {
  const whole = key.ctrlKey || key.metaKey;
  const forward = extent.isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = extent.isRtl ? 'ArrowRight' : 'ArrowLeft';
  const to = (row: number, column: number): CellPlace => ({
    row: Math.max(0, Math.min(row, extent.rows - 1)),
    column: Math.max(0, Math.min(column, extent.columns - 1)),
  });
  switch (key.key) {
    case 'ArrowDown':
      return to(whole ? extent.rows : from.row + 1, from.column);
    case 'ArrowUp':
      return to(whole ? 0 : from.row - 1, from.column);
    case forward:
      return to(from.row, whole ? extent.columns : from.column + 1);
    case backward:
      return to(from.row, whole ? 0 : from.column - 1);
    case 'Home':
      return to(whole ? 0 : from.row, 0);
    case 'End':
      return to(whole ? extent.rows : from.row, extent.columns);
    case 'PageDown':
      return to(from.row + extent.page, from.column);
    case 'PageUp':
      return to(from.row - extent.page, from.column);
    default:
      return null;
  }
}
