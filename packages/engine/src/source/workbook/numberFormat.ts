/** What a number format shows a number as. `elapsed` counts hours beyond a day (`[h]:mm`). */
export type NumberShape = 'number' | 'date' | 'time' | 'elapsed';

interface Section {
  readonly shape: NumberShape;
  readonly test: ((value: number) => boolean) | null;
  /** Noughts it is made of alone; 0 where it has anything else that prints. */
  readonly noughts: number;
}

const known = new Map<string, readonly Section[]>();
/** More distinct formats than any real workbook has; a hostile one cannot grow the cache further. */
const KNOWN_LIMIT = 10_000;

/**
 * What `format` (an Excel number format code such as `yyyy-mm-dd`, `0.00`, `[h]:mm` or
 * `[<100]0;[>=100]d/m/yy`) shows `value` as. Quoted and escaped text, colours and locale tags count for
 * nothing, so `0 "days"` is a number.
 */
export function numberShape(format: string, value: number): NumberShape {
  return sectionFor(format, value).shape;
}

/** Digits that `format` fills a whole number up to with noughts: 5 for `00000`, 0 for other formats and values. */
export function paddedDigits(format: string, value: number): number {
  const isWhole = Number.isSafeInteger(value) && value >= 0;
  return isWhole ? Math.min(255, sectionFor(format, value).noughts) : 0;
}

function sectionFor(format: string, value: number): Section {
  let sections = known.get(format);
  if (!sections) {
    sections = splitSections(format).map(readSection);
    if (known.size < KNOWN_LIMIT) known.set(format, sections);
  }
  return pickSection(sections, value);
}

/** Conditions decide first; without them: positive; negative; zero. */
function pickSection(sections: readonly Section[], value: number): Section {
  const first = sections[0] ?? NUMBER;
  const [, second, third] = sections;
  if (!second) return first;
  if (sections.some((section) => section.test)) {
    return sections.find((section) => section.test?.(value) ?? true) ?? first;
  }
  // A section that prints nothing (`yyyy-mm-dd;;`) still holds the format's kind of value.
  const chosen = value < 0 ? second : value === 0 && third ? third : first;
  return chosen === BLANK ? first : chosen;
}

const NUMBER: Section = { shape: 'number', test: null, noughts: 0 };
const BLANK: Section = { shape: 'number', test: null, noughts: 0 };

function splitSections(format: string): readonly string[] {
  const sections = format.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]?|[^;"\\[])+|(?<=;|^)(?=;|$)/g);
  return sections ?? [''];
}

const CONDITION = /\[\s*(<=|>=|<>|<|>|=)\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*\]/i;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
/** Everything that is printed as it stands: quoted, escaped, padding, colours, currencies and locales. */
const LITERAL = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/g;
/** `General` under the names it has in some languages, and the exponent of a scientific format. */
const NOT_DATE = /general|standard|allgemein|estándar|[0#?.]\s*e[+-]?/gi;
/** Years as some writers spell them in their own language, beside a month: TT.MM.JJJJ, jj/mm/aaaa, ÅÅÅÅ-MM-DD. */
const LOCAL_DATE =
  /(?:m{1,4}|м{1,4}|k{1,2})[^a-z]{0,3}(?:j{2,4}|a{2,4}|å{2,4}|r{2,4}|v{2,4}|г{2,4})|(?:j{2,4}|a{2,4}|å{2,4}|r{2,4}|v{2,4}|г{2,4})[^a-z]{0,3}(?:m{1,4}|м{1,4}|k{1,2})/i;

function readSection(section: string): Section {
  if (section === '') return BLANK;
  const elapsed = ELAPSED.test(section);
  const bare = section.replace(LITERAL, ' ').replace(NOT_DATE, ' ');
  const printed = section.replace(/\[[^[\]]*\]/g, '').trim();
  return {
    shape: shapeOf(bare, elapsed),
    test: readCondition(section),
    noughts: /^0{2,}$/.test(printed) ? printed.length : 0,
  };
}

function shapeOf(bare: string, elapsed: boolean): NumberShape {
  const clock = elapsed || /[hs]|am\/pm|a\/p|上午|下午|午前|午後|오전/i.test(bare);
  const calendar =
    /[ydeg年月日년월일]|aaa|b[12]/i.test(bare) ||
    LOCAL_DATE.test(bare) ||
    (!clock && /m/i.test(bare));
  if (calendar) return 'date';
  if (elapsed) return 'elapsed';
  return clock ? 'time' : 'number';
}

function readCondition(section: string): Section['test'] {
  const [, sign, bound] = CONDITION.exec(section) ?? [];
  if (!sign) return null;
  const limit = Number(bound);
  switch (sign) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '<>':
      return (value) => value !== limit;
    default:
      return (value) => value === limit;
  }
}
