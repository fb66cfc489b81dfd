import type { NumberShape } from './numberFormat.ts';

const DAY_SECONDS = 86_400;
/** Serial 0 of Excel's 1900 calendar, after its nonexistent 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);
/** Days between the 1900 and the 1904 calendars. */
const DAYS_1904 = 1462;
/** From here a duration no longer reads as a clock and is told as the moment its cell holds. */
const CLOCK_HOURS = 100;

/**
 * The text of a date, time or duration kept as a serial number of days: `2024-03-01`,
 * `2024-03-01T09:30:00`, `09:30:00`, `36:15:00`. Rounded to the second. A value under a day is a time.
 * The calendar of 1900 is Excel's own: serial 1 is 1900-01-01 and serial 60 is 1900-02-29, a day that
 * never was, said as Excel shows it. Durations from 100 hours are told as Excel's edit line tells them, as
 * the moment (`1900-01-10T15:10:10`).
 */
export function serialText(
  serial: number,
  shape: Exclude<NumberShape, 'number'>,
  date1904: boolean,
): string {
  const seconds = Math.round(serial * DAY_SECONDS);
  if (shape === 'elapsed' && Math.abs(seconds) < CLOCK_HOURS * 3600) return clockText(seconds);
  if (shape !== 'date' && serial >= 0 && serial < 1)
    return clockText(Math.min(seconds, DAY_SECONDS - 1));
  if (date1904 && shape !== 'elapsed') return momentText(seconds + DAYS_1904 * DAY_SECONDS);
  if (serial >= 0 && serial < 1) return clockText(Math.min(seconds, DAY_SECONDS - 1));
  return momentText(seconds);
}

/** Whether a serial is a day of the calendars spreadsheets show, up to 9999-12-31. */
export function isSerial(serial: number): boolean {
  return serial > -657_435 && serial < 2_958_466;
}

/** Whether the text `serialText` gave is a time of day or a duration, not a date. */
export function isClockText(text: string): boolean {
  return /^-?\d\d:/.test(text);
}

function momentText(seconds: number): string {
  const day = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - day * DAY_SECONDS;
  const date = dayText(day);
  return rest === 0 ? date : `${date}T${clockText(rest)}`;
}

const dayTexts = new Map<number, string>();
/** Days of two and a half centuries; a column rarely has more than a few thousand. */
const DAY_TEXTS = 100_000;

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = newDayText(day);
    if (dayTexts.size < DAY_TEXTS) dayTexts.set(day, text);
  }
  return text;
}

function newDayText(day: number): string {
  if (day === 60) return '1900-02-29';
  // Excel counts one day too few before its leap day; earlier than its calendar there is nothing to mend.
  const shifted = day > 0 && day < 60 ? day + 1 : day;
  return new Date(EPOCH + shifted * DAY_SECONDS * 1000).toISOString().replace(/T.*/, '');
}

function clockText(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  return (seconds < 0 ? '-' : '') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}
