import type { CellObject } from '@e965/xlsx';
import { KIND } from '../cellKinds.ts';
import { numberCell, type ShownCell } from '../numberCell.ts';
import { numberShape } from '../numberFormat.ts';
import { isClockText, serialText } from '../serialText.ts';

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
  if (value instanceof Date) return momentCell(value, cell);
  if (type === 'n' && typeof value === 'number') {
    return numberCell(value, typeof cell.z === 'string' ? cell.z : null, date1904);
  }
  return { text: String(value), kind: KIND.text };
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** OpenDocument keeps dates as ISO text and times as durations: both come as moments in UTC. */
function momentCell(moment: Date, { z: format, w: shown = '' }: CellObject): ShownCell | null {
  const serial = (moment.getTime() - EPOCH) / DAY;
  if (Number.isNaN(serial)) return shown === '' ? null : { text: shown, kind: KIND.text };
  const text = momentText(
    serial,
    typeof format === 'string' && numberShape(format, serial) === 'elapsed',
  );
  return { text, kind: isClockText(text) ? KIND.time : KIND.date };
}

function momentText(serial: number, elapsed: boolean): string {
  if (elapsed) return serialText(serial, 'elapsed', false);
  if (serial >= 0 && serial < 1) return serialText(serial, 'time', false);
  // OpenDocument has no leap day in 1900.
  const iso = new Date(Math.round((EPOCH + serial * DAY) / 1000) * 1000)
    .toISOString()
    .replace(/\.\d+Z$/, '');
  return iso.endsWith('T00:00:00') ? iso.slice(0, -9) : iso;
}
