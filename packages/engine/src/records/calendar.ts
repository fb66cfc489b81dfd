/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the day exists: 29 February only in leap years, years 1 to 9999. */
export function dayExists(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const days = month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return day <= days;
}

/** `2024-03-01`. The day must exist. */
export function isoDay(year: number, month: number, day: number): string {
  const yyyy = year > 999 ? String(year) : String(year).padStart(4, '0');
  return `${yyyy}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/**
 * A spreadsheet's day count as ISO text, in the 1900 system, or null where it names no day. Fractions are the time
 * of day. The count takes 1900 for a leap year, as Lotus 1-2-3 did: before March 1900 it is one day behind.
 */
export function serialDay(serial: number): { readonly day: string; readonly time: string } | null {
  if (!(serial >= 1 && serial < 2_958_466)) return null;
  const seconds = Math.round(serial * 86_400);
  const whole = Math.floor(seconds / 86_400);
  if (whole === 60) return null;
  const date = new Date(Date.UTC(1899, 11, whole > 60 ? 30 : 31) + whole * 86_400_000);
  const rest = seconds - whole * 86_400;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return {
    day: isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()),
    time: time.map((part) => String(part).padStart(2, '0')).join(':'),
  };
}

/** Two digits mean 1950 to 2049, as in today's Windows and Excel. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
