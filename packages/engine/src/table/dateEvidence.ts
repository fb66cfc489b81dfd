import type { DateOrder } from './Table.ts';

/** Orders one date may be read in, as bits. */
export const DMY = 1;
export const MDY = 2;
export const YMD = 4;

const NUMERIC = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})\.?(?:[T ,].*)?$/;

/**
 * The orders of day, month and year a text can be read in, as a sum of `DMY`, `MDY` and `YMD`; 0 where
 * it is no date of three numbers. A date with its month as a word needs no order: 0 too.
 */
export function dateOrdersOf(text: string): number {
  const first = text.charCodeAt(0);
  if (first < 48 || first > 57 || text.length < 6) return 0;
  if (isIsoDate(text)) return YMD;
  const parts = NUMERIC.exec(text);
  if (parts === null) return 0;
  const [, a = '', b = '', c = ''] = parts;
  if (a.length > 2) return a.length === 4 && isMonth(Number(b)) && isDay(Number(c)) ? YMD : 0;
  if (c.length === 3) return 0;
  // Between points nobody writes the year first.
  return text.includes('.') ? ordersOf(a, b, c) & ~YMD : ordersOf(a, b, c);
}

/** The orders three numbers of at most two digits, the last perhaps a year of four, can be read in. */
function ordersOf(a: string, b: string, c: string): number {
  const first = Number(a);
  const middle = Number(b);
  let orders = 0;
  if (isDay(first) && isMonth(middle)) orders |= DMY;
  if (isMonth(first) && isDay(middle)) orders |= MDY;
  if (a.length === 2 && c.length === 2 && isMonth(middle) && isDay(Number(c))) orders |= YMD;
  return orders;
}

/** `2024-03-01`, by far the most usual form, without a regular expression. */
function isIsoDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  for (let i = 0; i < 10; i++) {
    const code = text.charCodeAt(i);
    if (i !== 4 && i !== 7 && (code < 48 || code > 57)) return false;
  }
  return isMonth(twoDigits(text, 5)) && isDay(twoDigits(text, 8));
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

const isMonth = (value: number): boolean => value >= 1 && value <= 12;
const isDay = (value: number): boolean => value >= 1 && value <= 31;

/** Adds up what the dates of a column prove. */
export interface DateEvidence {
  add(text: string): void;
  /**
   * Orders under which every date is possible; where no order fits them all, those that fit some, most first.
   * Dates that begin with the year of four digits can always be told, so they constrain nothing.
   */
  orders(): readonly DateOrder[];
  /** Whether no order fits them all. */
  conflict(): boolean;
}

export function createDateEvidence(): DateEvidence {
  let yearFirst = 0;
  // How many dates are possible in each order, and how many were seen.
  const counts = new Map([
    [DMY, 0],
    [MDY, 0],
    [YMD, 0],
  ]);
  let seen = 0;
  const most = (): number => Math.max(...counts.values());
  return {
    add(text) {
      const orders = dateOrdersOf(text);
      if (orders === 0) return;
      if (orders === YMD) {
        yearFirst++;
        return;
      }
      seen++;
      for (const [order, count] of counts) if ((orders & order) !== 0) counts.set(order, count + 1);
    },
    orders() {
      if (seen === 0) return yearFirst > 0 ? ['ymd'] : [];
      const fits = (order: number): number => counts.get(order) ?? 0;
      // A majority is no proof.
      const least = most() === seen ? seen : 1;
      return NAMES.filter(([order]) => fits(order) >= least)
        .toSorted(([a], [b]) => fits(b) - fits(a))
        .map(([, name]) => name);
    },
    conflict: () => most() < seen,
  };
}

const NAMES: readonly (readonly [order: number, name: DateOrder])[] = [
  [DMY, 'dmy'],
  [MDY, 'mdy'],
  [YMD, 'ymd'],
];
