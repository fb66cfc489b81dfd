/** The forms of a counted noun; `#` stands for the number. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** How one language writes what is counted, measured and dated: the texts and the screens alike. */
export interface Formats {
  /** Counts things, e.g. `count(2, { one: '# row', other: '# rows' })`. */
  readonly count: (amount: number, forms: PluralForms) => string;
  readonly number: (value: number) => string;
  /** A record's number, whole: what may be a year is not grouped. */
  readonly value: (value: number) => string;
  /** Takes a share of 1. */
  readonly percent: (share: number) => string;
  /** A file size a person can read, e.g. `1.4 MB`. */
  readonly bytes: (bytes: number) => string;
  /** A span of time in its largest fitting unit, e.g. `3 minutes`; takes seconds. */
  readonly duration: (seconds: number) => string;
  /** An instant as a person would say it: the time today, else the day, with the year only where it is another. */
  readonly when: (instant: string, now?: Date) => string;
  /** Words side by side, e.g. `Company and Contact`. */
  readonly list: (words: readonly string[]) => string;
}

const known = new Map<string, Formats>();

/** The formats of a language (BCP 47). Kept, for making them costs more than all else in a row. */
export function formatsOf(language: string): Formats {
  const formats = known.get(language) ?? createFormats(language);
  known.set(language, formats);
  return formats;
}

function createFormats(language: string): Formats {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const values = new Intl.NumberFormat(language, {
    useGrouping: 'min2',
    maximumFractionDigits: 20,
  });
  const shares = new Intl.NumberFormat(language, { style: 'percent' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const { hour12 } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions();
  const clock = { hour: hour12 === true ? 'numeric' : '2-digit', minute: '2-digit' } as const;
  const day = { ...clock, day: 'numeric', month: 'short' } as const;
  const times = {
    today: new Intl.DateTimeFormat(language, clock),
    thisYear: new Intl.DateTimeFormat(language, day),
    before: new Intl.DateTimeFormat(language, { ...day, year: 'numeric' }),
  };
  const number = (value: number): string => numbers.format(value);
  return {
    count: (amount, { one, other }) =>
      (rules.select(amount) === 'one' ? one : other).replace('#', number(amount)),
    number,
    value: (value) => values.format(value),
    percent: (share) => shares.format(share),
    bytes: (bytes) => byteFormat(language, bytes),
    duration: (seconds) => durationFormat(language, seconds),
    when: (instant, now = new Date()) => {
      const time = new Date(instant);
      return times[ageOf(time, now)].format(time);
    },
    list: (words) => lists.format(words),
  };
}

function ageOf(time: Date, now: Date): 'today' | 'thisYear' | 'before' {
  if (time.toDateString() === now.toDateString()) return 'today';
  return time.getFullYear() === now.getFullYear() ? 'thisYear' : 'before';
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function byteFormat(language: string, bytes: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: BYTE_UNITS[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

function durationFormat(language: string, seconds: number): string {
  const [unit, size] =
    seconds < 90
      ? (['second', 1] as const)
      : seconds < 5400
        ? (['minute', 60] as const)
        : (['hour', 3600] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.round(seconds / size)));
}
