import type { DateOrder } from '../table/Table.ts';
import { type Day, dayExists, fullYear, isoDay, serialDay } from './calendar.ts';
import {
  type CellConverter,
  type CellIssue,
  type Converted,
  type Doubtful,
  KIND,
  unreadable,
} from './CellConverter.ts';
import { monthOf } from './monthNames.ts';

export interface DateFormat {
  readonly order: DateOrder;
  /** The column proves no single order; told once, at the first date it matters for. */
  readonly ambiguous: boolean;
  /** The column proves several orders; told at each date it matters for. */
  readonly conflict?: boolean;
  /** The field keeps the time of day. */
  readonly time: boolean;
  /** Every text of the column is a day count: `45352` is 2024-03-01. Number cells of a workbook always are. */
  readonly serials: boolean;
}

/** Dates as people and programs write them. Gives `2024-03-01`, or `2024-03-01T09:30:00` where the field has a time. */
export function dateConverter(format: DateFormat): CellConverter {
  return (text, kind) => {
    const day = isoDayAt(text);
    if (day !== null && !format.time) return day;
    const reading = kind === KIND.number ? readCount(text, format) : readText(text, kind, format);
    if (typeof reading === 'string') return unreadable(reading, text, { order: format.order });
    return settle(reading, text, format);
  };
}

/** What a text was understood as. */
interface Reading {
  readonly day: string;
  /** `HH:mm:ss`; null where the text has no time. */
  readonly time: string | null;
  readonly offset: string | null;
  /** Day and month could be swapped. */
  readonly swappable: boolean;
}
type Failure = 'date-invalid' | 'date-impossible';

const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/u;

function isoDayAt(text: string): string | null {
  const match = text.length === 10 ? ISO_DAY.exec(text) : null;
  return match !== null && dayExists(Number(match[1]), Number(match[2]), Number(match[3]))
    ? text
    : null;
}

/** Day counts below are no date of today's people and firms, but may well be a year: 2024 is no day in 1905. */
const FIRST_SERIAL = 3000;

/** A number cell: a day count, or a date in eight digits that was taken for a number. */
function readCount(text: string, format: DateFormat): Reading | Failure {
  return COMPACT.test(text) ? readText(text, KIND.text, format) : readSerial(text);
}

function readSerial(text: string): Reading | Failure {
  const found = Number(text) < FIRST_SERIAL ? null : serialDay(Number(text));
  if (found === null) return 'date-invalid';
  const time = found.time === '00:00:00' ? null : found.time;
  return { day: found.day, time, offset: null, swappable: false };
}

const LONGEST = 80;
// Behind white space or a `T`: 9:30, 09.30.15, 9:30 PM, 09:30:00.123Z, +02:00, kl. 9.30.
const TIME =
  /(?:[Tt\s,]\s*|\s+(?:kl\.?|klo|um|at|à)\s*)(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?)?\s*([ap]\.?\s?m\.?|[ef]m)?\s*(?:uhr)?\s*(Z|UTC|GMT|[-+]\d{2}(?::?\d{2})?)?$/iu;

function readText(text: string, kind: number, format: DateFormat): Reading | Failure {
  if (text.length > LONGEST || kind === KIND.time || kind === KIND.boolean || kind === KIND.error)
    return 'date-invalid';
  if (format.serials && /^\d{1,7}(?:\.\d+)?$/u.test(text)) return readSerial(text);
  const whole = readDay(text, format.order);
  if (typeof whole !== 'string') return { ...whole, time: null, offset: null };
  const match = TIME.exec(text);
  if (match === null || (match[2] === undefined && match[4] === undefined)) return whole;
  const day = readDay(text.slice(0, match.index).trim().replace(/,$/u, ''), format.order);
  if (typeof day === 'string') return worse(day, whole);
  const time = readTime(match);
  return time === null ? 'date-impossible' : { ...day, time, offset: match[5] ?? null };
}

function worse(first: Failure, second: Failure): Failure {
  return first === 'date-impossible' ? first : second;
}

function readTime([, hours = '', minutes = '00', seconds = '00', half]: RegExpExecArray):
  | string
  | null {
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^[pe]/iu.test(half) ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

interface DayReading {
  readonly day: string;
  readonly swappable: boolean;
}

const COMPACT = /^(\d{4})(\d\d)(\d\d)$/u;
const YEAR_FIRST = /^(\d{4})(?:\s*[-/.]\s*|\s+)(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{1,2})\.?$/u;
const NUMBERS = /^(\d{1,2})(\s*[-/.]\s*|\s+)(\d{1,2})(?:\s*[-/.]\s*|\s+)(\d{4}|\d{2})\.?$/u;

function readDay(text: string, order: DateOrder): DayReading | Failure {
  const yearFirst = COMPACT.exec(text) ?? YEAR_FIRST.exec(text);
  if (yearFirst !== null)
    return dayOf({
      year: Number(yearFirst[1]),
      month: Number(yearFirst[2]),
      day: Number(yearFirst[3]),
    });
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return readNumbers(numbers, order);
  return /\p{L}{3}/u.test(text) ? readWords(text) : 'date-invalid';
}

function readNumbers(match: RegExpExecArray, order: DateOrder): DayReading | Failure {
  const [, first = '', , second = '', third = ''] = match;
  const [a, b] = [Number(first), Number(second)];
  if (order === 'ymd' && third.length === 2 && first.length === 2)
    return dayOf({ year: fullYear(first), month: b, day: Number(third) });
  const swappable = a !== b && a <= 12 && b <= 12;
  return order === 'mdy'
    ? dayOf({ year: fullYear(third), month: a, day: b }, swappable)
    : dayOf({ year: fullYear(third), month: b, day: a }, swappable);
}

/** `1 mars 2024`, `March 1st, 2024`, `1-Mar-24`, `fre 1. mars 2024`, `1 de marzo de 2024`, `2024 mars 1`. */
function readWords(text: string): DayReading | Failure {
  let month = 0;
  const numbers: string[] = [];
  for (const [token] of text.matchAll(/\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d.,/'’º°-]/gu)) {
    if (/^\d/u.test(token)) {
      numbers.push(token);
      continue;
    }
    const found = monthOf(token);
    if (found === null || (found > 0 && month > 0)) return 'date-invalid';
    month ||= found;
  }
  const [first = '', second = ''] = numbers;
  if (month === 0 || numbers.length !== 2) return 'date-invalid';
  const [day, year] = first.length === 4 ? [second, first] : [first, second];
  if (day.length > 2 || (year.length !== 4 && year.length !== 2)) return 'date-invalid';
  return dayOf({ year: fullYear(year), month, day: Number(day) });
}

function dayOf({ year, month, day }: Day, swappable = false): DayReading | Failure {
  return dayExists(year, month, day)
    ? { day: isoDay(year, month, day), swappable }
    : 'date-impossible';
}

/** Puts day and time together as the field holds them, and says what was left out or guessed. */
function settle(reading: Reading, text: string, format: DateFormat): Converted {
  const issues: CellIssue[] = [];
  const warn = (code: string): void => {
    issues.push({
      code,
      severity: 'warning',
      params: { value: text, order: format.order },
      once: true,
    });
  };
  if (format.conflict === true && reading.swappable) {
    const params = { value: text, order: format.order, conflict: true };
    issues.push({ code: 'date-order-ambiguous', severity: 'warning', params });
  } else if (format.ambiguous && reading.swappable) warn('date-order-ambiguous');
  if (!format.time && reading.time !== null && reading.time !== '00:00:00') warn('time-dropped');
  if (format.time && reading.offset !== null) warn('offset-dropped');
  const value = format.time ? `${reading.day}T${reading.time ?? '00:00:00'}` : reading.day;
  return issues.length === 0 ? value : ({ value, issues } satisfies Doubtful);
}
