import { KIND } from './cellKinds.ts';
import { numberShape, paddedDigits } from './numberFormat.ts';
import { numberText } from './numberText.ts';
import { isClockText, isSerial, serialText } from './serialText.ts';

/** What a cell shows: its canonical text, and its kind as an index into `CELL_KINDS`. */
export interface ShownCell {
  readonly text: string;
  readonly kind: number;
  /** Digits that its format fills a whole number up to with noughts: 5 for `00000`; absent for other formats. */
  readonly digits?: number;
}

/** Text and kind of a number under its format: a number, or a date or time if that is what it shows; null for none. */
export function numberCell(
  value: number,
  format: string | null,
  date1904: boolean,
): ShownCell | null {
  if (!Number.isFinite(value)) return null;
  const shape = format === null ? 'number' : numberShape(format, value);
  if (shape === 'number' || !isSerial(value)) {
    const cell = { text: numberText(value), kind: KIND.number };
    const digits = format === null ? 0 : paddedDigits(format, value);
    return digits > cell.text.length ? { ...cell, digits } : cell;
  }
  const text = serialText(value, shape, date1904);
  return { text, kind: isClockText(text) ? KIND.time : KIND.date };
}
