import { CELL_KINDS } from '../source/Block.ts';
import { numberCell } from '../source/workbook/numberCell.ts';

/** A number under a number format of Excel. */
export interface XlsxNumber {
  readonly number: number;
  readonly format: XlsxFormat;
}

/** `null` is General. */
export type XlsxFormat = 'yyyy-mm-dd' | 'yyyy-mm-dd hh:mm:ss' | 'hh:mm:ss' | '[h]:mm:ss' | null;
/** A cell to write: text, yes or no, or a number with its format. */
export type XlsxCell = string | boolean | XlsxNumber;

/** Formats a sheet is written with beside General and text. */
export const XLSX_FORMATS: readonly Exclude<XlsxFormat, null>[] = [
  'yyyy-mm-dd',
  'yyyy-mm-dd hh:mm:ss',
  'hh:mm:ss',
  '[h]:mm:ss',
];

/**
 * A cell of a workbook as it was: a number, date, time or boolean again, so that nobody has to guess from its text
 * what it is. What such a cell would not give back exactly stays text.
 * @param kind index into `CELL_KINDS`
 */
export function xlsxCell(text: string, kind: number): XlsxCell {
  if (CELL_KINDS[kind] === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  const typed = xlsxNumber(text, kind);
  return typed !== null && givesBack(typed, text, kind) ? typed : text;
}

function xlsxNumber(text: string, kind: number): XlsxNumber | null {
  switch (CELL_KINDS[kind]) {
    case 'number':
      return { number: Number(text), format: null };
    case 'date':
      return {
        number: daySerial(text),
        format: text.length > 10 ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd',
      };
    case 'time':
      return clock(text);
    default:
      return null;
  }
}

function givesBack({ number, format }: XlsxNumber, text: string, kind: number): boolean {
  // Excel shows no day or time before its calendar begins.
  if (format !== null && number < 0) return false;
  const read = numberCell(number, format, false);
  if (read === null || read.kind !== kind) return false;
  // A tiny number may have come with an exponent, which the sheet's own text has not.
  const isTiny = format === null && Math.abs(number) < 1;
  return read.text === text || (isTiny && Number(read.text) === number);
}

const DAY_SECONDS = 86_400;
/** Day 0 of Excel's calendar. */
const EPOCH_SECONDS = Date.UTC(1899, 11, 30) / 1000;

function daySerial(text: string): number {
  const moment = Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00:00'}Z`);
  return (moment / 1000 - EPOCH_SECONDS) / DAY_SECONDS;
}

function clock(text: string): XlsxNumber {
  const [hours = NaN, minutes = NaN, seconds = NaN] = text.split(':').map(Number);
  const number = (hours * 3600 + minutes * 60 + seconds) / DAY_SECONDS;
  return { number, format: hours < 24 ? 'hh:mm:ss' : '[h]:mm:ss' };
}
