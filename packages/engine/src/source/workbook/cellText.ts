import type { CellObject } from '@e965/xlsx';
import { CELL_KINDS, type CellKind } from '../Block.ts';
import { numberShape } from './numberFormat.ts';
import { numberText } from './numberText.ts';
import { isClockText, isSerial, serialText } from './serialText.ts';

export const KIND = Object.fromEntries(CELL_KINDS.map((kind, at) => [kind, at])) as Readonly<
  Record<CellKind, number>
>;

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** The canonical text of a parsed cell; `''` for a blank one. */
export function cellText(cell: CellObject, date1904: boolean): string {
  const { t: type, v: value } = cell;
  if (value === undefined || value === null) return type === 'e' ? errorText(cell) : '';
  if (type === 's') return String(value);
  if (type === 'b') return value ? 'true' : 'false';
  if (type === 'e') return errorText(cell);
  if (value instanceof Date) return dateText(value, cell);
  if (typeof value !== 'number') return String(value);
  const shape = typeof cell.z === 'string' ? numberShape(cell.z, value) : 'number';
  return shape === 'number' || !isSerial(value)
    ? numberText(value)
    : serialText(value, shape, date1904);
}

/** Index into `CELL_KINDS` of a cell whose text is `text`. */
export function cellKind(cell: CellObject, text: string): number {
  if (text === '') return KIND.empty;
  if (cell.t === 's') return KIND.text;
  if (cell.t === 'b') return KIND.boolean;
  if (cell.t === 'e') return KIND.error;
  if (
    cell.t !== 'd' &&
    (typeof cell.z !== 'string' ||
      typeof cell.v !== 'number' ||
      numberShape(cell.z, cell.v) === 'number')
  )
    return KIND.number;
  return isClockText(text) ? KIND.time : KIND.date;
}

function errorText(cell: CellObject): string {
  if (typeof cell.v === 'number' && ERRORS[cell.v]) return ERRORS[cell.v] ?? '';
  return cell.w?.startsWith('#') ? cell.w : '#VALUE!';
}

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** OpenDocument keeps dates as ISO text and times as durations: both come as moments in UTC. */
function dateText(value: Date, cell: CellObject): string {
  const serial = (value.getTime() - EPOCH) / DAY;
  if (Number.isNaN(serial)) return cell.w ?? '';
  const elapsed = typeof cell.z === 'string' && numberShape(cell.z, serial) === 'elapsed';
  if (elapsed) return serialText(serial, 'elapsed', false);
  if (serial >= 0 && serial < 1) return serialText(serial, 'time', false);
  const seconds = Math.round(value.getTime() / 1000);
  const iso = new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, '');
  return iso.endsWith('T00:00:00') ? iso.slice(0, -9) : iso;
}
