import type { CellObject } from '@e965/xlsx';
import { KIND } from '../cellKinds.ts';
import { errorText } from '../errorText.ts';
import { numberCell, type ShownCell } from '../numberCell.ts';

/** Canonical text and kind of a cell that SheetJS parsed; null for a blank one. */
export function sheetJsCell(cell: CellObject, date1904: boolean): ShownCell | null {
  const { t: type, v: value, w: shown } = cell;
  if (type === 'e')
    return { text: errorText(value, shown?.startsWith('#') ? shown : undefined), kind: KIND.error };
  if (type === 'z' || value === undefined || value === null || value === '') return null;
  if (type === 'b') return { text: value ? 'true' : 'false', kind: KIND.boolean };
  if (type === 'n' && typeof value === 'number') {
    return numberCell(value, typeof cell.z === 'string' ? cell.z : null, date1904);
  }
  return { text: String(value), kind: KIND.text };
}
