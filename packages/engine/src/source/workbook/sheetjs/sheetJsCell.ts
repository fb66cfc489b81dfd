import type { CellObject } from '@e965/xlsx';
import { KIND } from '../cellKinds.ts';
import { numberCell, type ShownCell } from '../numberCell.ts';

const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** Canonical text and kind of a cell that SheetJS parsed; null for a blank one. */
export function sheetJsCell(cell: CellObject, date1904: boolean): ShownCell | null {
  const { t: type, v: value, w: shown } = cell;
  if (type === 'e')
    return {
      text: ERRORS.get(value) ?? (shown?.startsWith('#') ? shown : '#VALUE!'),
      kind: KIND.error,
    };
  if (type === 'z' || value === undefined || value === null || value === '') return null;
  if (type === 'b') return { text: value ? 'true' : 'false', kind: KIND.boolean };
  if (type === 'n' && typeof value === 'number') {
    return numberCell(value, typeof cell.z === 'string' ? cell.z : null, date1904);
  }
  return { text: String(value), kind: KIND.text };
}
