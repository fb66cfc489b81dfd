/** Languages whose month and weekday names are read. */
const LANGUAGES = [
  'en',
  'sv',
  'nb',
  'nn',
  'da',
  'fi',
  'de',
  'nl',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
  'ro',
  'et',
  'lv',
  'lt',
  'cs',
  'is',
];

/** Words that stand beside a date and say nothing about it. */
const FILLERS =
  'de del den der die das d of the le el il o am at um kl klo la les dia ora uhr st nd rd th er e re i a année roku'.split(
    ' ',
  );

// Written by hand where people shorten otherwise than the platform's tables.
const MORE: readonly (readonly [name: string, month: number])[] = [
  ['sept', 9],
  ['sep', 9],
  ['okt', 10],
  ['oct', 10],
  ['dec', 12],
  ['dez', 12],
  ['dic', 12],
  ['des', 12],
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['mrz', 3],
  ['apr', 4],
  ['maj', 5],
  ['mai', 5],
  ['may', 5],
  ['mei', 5],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['nov', 11],
  ['noi', 11],
  ['avr', 4],
  ['abr', 4],
  ['ago', 8],
  ['gen', 1],
  ['ene', 1],
  ['set', 9],
  ['out', 10],
  ['juin', 6],
  ['juil', 7],
  ['aout', 8],
  ['janv', 1],
  ['fevr', 2],
];

let names: {
  readonly months: ReadonlyMap<string, number>;
  readonly others: ReadonlySet<string>;
} | null = null;

/** Month of a name in any of the languages, 1 to 12; 0 for a weekday or filler word; null for anything else. */
export function monthOf(word: string): number | null {
  names ??= readNames();
  const folded = foldWord(word);
  return (
    names.months.get(folded) ?? (names.others.has(folded) ? 0 : monthByStart(folded, names.months))
  );
}

/** `maalisk` for maaliskuuta: the start of names of one month only. */
function monthByStart(start: string, months: ReadonlyMap<string, number>): number | null {
  if (start.length < 4) return null;
  const found = new Set(
    [...months].flatMap(([name, month]) => (name.startsWith(start) ? [month] : [])),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

// A month in one language is another in a second one (Polish "lipiec", Czech "červen"): such names are left out.
function readNames(): NonNullable<typeof names> {
  const months = new Map<string, number>();
  const clashes = new Set<string>();
  const others = new Set<string>(FILLERS);
  for (const language of LANGUAGES) {
    for (const [name, month] of monthsOf(language)) {
      if ((months.get(name) ?? month) !== month) clashes.add(name);
      months.set(name, month);
    }
    for (const name of weekdaysOf(language)) others.add(name);
  }
  for (const name of clashes) months.delete(name);
  for (const [name, month] of MORE) months.set(name, month);
  return { months, others };
}

function monthsOf(language: string): readonly (readonly [string, number])[] {
  const found: (readonly [string, number])[] = [];
  for (const length of ['long', 'short'] as const) {
    // With a day the month stands in its genitive: "1 stycznia", "1. maaliskuuta".
    for (const day of [{}, { day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC', ...day });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2023, month - 1, 15));
        const name = foldWord(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (/^\p{L}{3,}$/u.test(name)) found.push([name, month]);
      }
    }
  }
  return found;
}

function weekdaysOf(language: string): readonly string[] {
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2023, 0, day)));
    return days.flatMap((name) => name.split(/[\s-]+/u)).map(foldWord);
  });
}

/** Lower case, without accents and dots. */
function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
