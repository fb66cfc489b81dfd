import { CURRENCY_CODES, CURRENCY_WORDS } from './currencies.ts';
import {
  type CellConverter,
  type Doubtful,
  KIND,
  readWithColumnWarning,
  readWithWarning,
  unreadable,
} from './CellConverter.ts';

export interface NumberFormat {
  readonly decimal: '.' | ',';
  /** The column proves neither sign; told once, at the first number it matters for. */
  readonly ambiguous: boolean;
  /** The column proves both signs; told of each number it matters for. */
  readonly conflict?: boolean;
  /** Whether the sign is more than a usual one: a number that can only be meant with the other is then told. */
  readonly known: boolean;
  /** Unit of the field, which a cell may repeat: `12 kg`. With `%` a percentage stays as it is written. */
  readonly unit?: string | undefined;
}

/** No number is longer; keeps the time for a hostile cell bounded. */
const LONGEST = 64;
const PLAIN = /^-?\d{1,15}$/u;
const PLAIN_DECIMALS = {
  '.': /^-?\d{1,15}(?:\.\d{1,9})?$/u,
  ',': /^-?\d{1,15}(?:,\d{1,9})?$/u,
};
/** One sign, exactly three digits behind it: `1,234` is 1234 or 1.234. */
const AMBIGUOUS = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/u;

/** Numbers as people write them, by the decimal sign of their column. */
export function numberConverter(format: NumberFormat): CellConverter {
  const plain = format.ambiguous ? PLAIN : PLAIN_DECIMALS[format.decimal];
  const comma = format.decimal === ',';
  return (text, kind) => {
    // Plus nought: there is no -0 in a spreadsheet.
    if (plain.test(text)) return Number(comma ? text.replace(',', '.') : text) + 0;
    if (kind === KIND.number) return finite(Number(text), text);
    if (kind !== KIND.text && kind !== KIND.error) return unreadable('number-invalid', text);
    return convertText(text, format);
  };
}

function convertText(text: string, format: NumberFormat): number | Doubtful {
  const { decimal, ambiguous, known } = format;
  const parts = text.length > LONGEST ? null : takeApart(text, format.unit);
  const plain = parts === null ? null : withoutGrouping(parts.digits, decimal);
  // Written with the other sign, and only possible with it: there is nothing to guess.
  const other = parts === null ? null : withoutGrouping(parts.digits, decimal === ',' ? '.' : ',');
  if (parts === null || (plain ?? other) === null) {
    return unreadable('number-invalid', text, { decimal });
  }
  const number = finite(Number(plain ?? other) * (parts.negative ? -1 : 1), text);
  if (typeof number !== 'number') return number;
  const value = parts.percent ? hundredth(number) : number;
  const params = { value: text, decimal };
  if (plain === null && known) return readWithWarning(value, 'decimal-differs', params);
  if (!ambiguous || !AMBIGUOUS.test(parts.digits)) return value;
  return format.conflict === true
    ? readWithWarning(value, 'decimal-ambiguous', { ...params, conflict: true })
    : readWithColumnWarning(value, 'decimal-ambiguous', params);
}

interface NumberParts {
  /** Digits with their grouping and decimal signs, perhaps an exponent. */
  readonly digits: string;
  readonly negative: boolean;
  /** A hundredth of what is written. */
  readonly percent: boolean;
}

const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/gu;
const SYMBOLS = /^(?:[\p{Sc}\s]+)|(?:[\p{Sc}\s]+)$/gu;

/** Splits sign, currency, unit and percent sign from the digits; null where anything else is left. */
function takeApart(text: string, unit: string | undefined): NumberParts | null {
  let rest = text
    .replace(MINUS, '-')
    .replace(/[\uff10-\uff19]/gu, (digit) => digit.normalize('NFKC'));
  let negative = false;
  const take = (pattern: RegExp): boolean => {
    const shorter = rest.replace(pattern, '').trim();
    const taken = shorter !== rest;
    rest = shorter;
    return taken;
  };
  if (/^\(.+\)$/u.test(rest)) {
    rest = rest.slice(1, -1).trim();
    negative = true;
  }
  // "1 234:-" and "1 234,-" are whole crowns, not negative.
  take(/(?<=\d)\s*(?::-|,-{1,2}|\.-)$/u);
  const percent = take(/\s*[%\uff05]$/u) || take(/^%\s*/u);
  rest = withoutUnit(rest, unit);
  const before = rest;
  if (take(/^-/u) || take(/(?<=\d)\s*-$/u)) negative = !negative;
  if (before === rest) take(/^\+/u);
  rest = withoutUnit(rest, unit);
  if (!/^[\d.,]/u.test(rest) || !/\d/u.test(rest)) return null;
  return { digits: rest, negative, percent: percent && unit !== '%' };
}

/** Takes a currency symbol, code or word, or the field's own unit, from either end. */
function withoutUnit(text: string, unit: string | undefined): string {
  const rest = text.replace(SYMBOLS, '').trim();
  const [, front = '', middle, back = ''] =
    /^(\p{L}[\p{L}.]*)?\s*(.*?)\s*(\p{L}[\p{L}.²³/]*)?$/su.exec(rest) ?? [];
  if (middle === undefined || (front === '' && back === '')) return rest;
  if ((front !== '' && !isUnit(front, unit)) || (back !== '' && !isUnit(back, unit))) return rest;
  return middle.replace(SYMBOLS, '').trim();
}

function isUnit(word: string, unit: string | undefined): boolean {
  const lower = word.toLowerCase();
  if (unit !== undefined && lower === unit.toLowerCase()) return true;
  return CURRENCY_CODES.has(word.toUpperCase()) || CURRENCY_WORDS.has(lower.replace(/\.$/u, ''));
}

const GROUP_SIGN = "[ \u00a0\u2009\u202f'\u2019_]";
const BY_DECIMAL = { '.': grammar('\\.', ','), ',': grammar(',', '\\.') };

/** A number's spellings with one decimal sign: the other sign, spaces and apostrophes may group. */
function grammar(decimal: string, group: string): RegExp {
  const spaced = `\\d{1,3}(?:${GROUP_SIGN}\\d{3})+`;
  const signed = `\\d{1,3}(?:${group}\\d{3})+`;
  // Lakh and crore: 12,34,567.
  const indian = `\\d{1,2}(?:,\\d{2})+,\\d{3}`;
  const whole = group === ',' ? `${spaced}|${signed}|${indian}|\\d+` : `${spaced}|${signed}|\\d+`;
  return new RegExp(
    `^(?:(${whole})(?:${decimal}(\\d*))?|${decimal}(\\d+))(?:[eE]([-+]?\\d{1,3}))?$`,
    'u',
  );
}

/** As JavaScript reads it, or null. */
function withoutGrouping(digits: string, decimal: '.' | ','): string | null {
  const match = BY_DECIMAL[decimal].exec(digits);
  if (match === null) return null;
  const [, whole = '0', fraction = match[3] ?? '', , exponent] = match;
  return `${whole.replace(/\D/gu, '')}.${fraction}${exponent === undefined ? '' : `e${exponent}`}`.replace(
    /\.(?=e|$)/u,
    '',
  );
}

/** Without the dust of a division in binary: 12.5 % is 0.125, 7 % is 0.07. */
function hundredth(number: number): number {
  const text = String(number);
  return text.includes('e') ? number / 100 : Number(`${text}e-2`);
}

/** Refuses what a number can not hold: infinities, and whole numbers whose last digits would be lost. */
function finite(number: number, text: string): number | Doubtful {
  if (!Number.isFinite(number)) return unreadable('number-invalid', text);
  if (
    Number.isInteger(number) &&
    !Number.isSafeInteger(number) &&
    /\d[\d\s.,'’]{15,}/u.test(text)
  ) {
    return unreadable('number-too-long', text);
  }
  return number === 0 ? 0 : number;
}
