import { KIND } from './cellKinds.ts';
import { numberShape } from './numberFormat.ts';
import { numberText } from './numberText.ts';
import { isClockText, isSerial, serialText } from './serialText.ts';

/** What a cell shows: its canonical text, and its kind as an index into `CELL_KINDS`. */
export interface ShownCell {
  readonly text: string;
  readonly kind: number;
}

/** Text and kind of a number under its format: a number, or a date or time if that is what it shows; null for none. */
export function numberCell(
  value: number,
  format: string | null,
  date1904: boolean,
): ShownCell | null {
  if (!Number.isFinite(value)) return null;
  const shape = format === null ? 'number' : numberShape(format, value);
  if (shape === 'number' || !isSerial(value)) return { text: numberText(value), kind: KIND.number };
  const text = serialText(value, shape, date1904);
  return { text, kind: isClockText(text) ? KIND.time : KIND.date };
}
