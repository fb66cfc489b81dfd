/** Decimal signs one number may have been written with, as bits. */
export const POINT = 1;
export const COMMA = 2;

// Currencies as people write them beside an amount.
const CURRENCY =
  '(?:\\p{Sc}|us\\$|kr\\.?|fr\\.?|rs\\.?|zł|kč|ft|lei|leu|tkr|mkr|sek|nok|dkk|isk|eur|usd|gbp|chf|pln|czk|huf|ron|bgn|try|cad|aud|inr|jpy|cny)';
const DIGITS = "\\d[\\d.,'’  \\u00a0\\u202f]*\\d|\\d|[.,]\\d+";
// The number without sign, currency or per cent around it.
const CORE = new RegExp(
  `^[-+−(]?\\s?(?:${CURRENCY}\\s?)?[-+−]?(${DIGITS})(?:e[-+]?\\d{1,3})?(?:\\s?(?:${CURRENCY}|%|‰|:-))?[-)]?$`,
  'iu',
);
const GROUPED_BY_POINT = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const GROUPED_BY_COMMA = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const GROUPED_BY_BLANK = /^\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+(?:[.,]\d+)?$/;
const ONE_POINT = /^\d*\.\d+$/;
const ONE_COMMA = /^\d*,\d+$/;

/**
 * The decimal signs under which a text is a number, as a sum of `POINT` and `COMMA`: 3 where it has
 * none or could be grouped (`1,234`), 0 where it is no number.
 */
export function decimalsOf(text: string): number {
  const plain = plainDecimals(text);
  if (plain !== -1) return plain;
  const core = numberCore(text);
  if (core === null) return 0;
  if (/^\d+$/.test(core)) return POINT | COMMA;
  if (GROUPED_BY_BLANK.test(core))
    return core.includes(',') ? COMMA : core.includes('.') ? POINT : 3;
  let signs = 0;
  // A group of three after `0` or after more than three digits is no group.
  if (ONE_POINT.test(core) || GROUPED_BY_COMMA.test(core)) signs |= POINT;
  if (ONE_COMMA.test(core) || GROUPED_BY_POINT.test(core)) signs |= COMMA;
  return signs === 3 && core.startsWith('0') ? (core.includes('.') ? POINT : COMMA) : signs;
}

/**
 * As `decimalsOf` for digits with at most one point or comma, without a regular expression, since
 * nearly all numbers are such; -1 for anything else.
 */
function plainDecimals(text: string): number {
  let sign = -1;
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) continue;
    if ((code !== 46 && code !== 44) || sign !== -1) return -1;
    sign = i;
  }
  if (sign === -1) return length === 0 ? 0 : POINT | COMMA;
  const decimals = length - sign - 1;
  if (decimals === 0) return -1;
  const mayGroup = decimals === 3 && sign > 0 && sign < 4 && text.charCodeAt(0) !== 48;
  if (mayGroup) return POINT | COMMA;
  return text.charCodeAt(sign) === 46 ? POINT : COMMA;
}

/** The digits and signs of a number, without what stands around them; null where it is no number. */
export function numberCore(text: string): string | null {
  const last = text.charCodeAt(text.length - 1);
  if (text.length > 40 || text === '' || (last > 122 && last < 160)) return null;
  return CORE.exec(text)?.[1] ?? null;
}

/** Adds up what the numbers of a column prove. */
export interface NumberEvidence {
  /** @param typed it is a number in the workbook, whose text has a decimal point and no grouping */
  add(text: string, typed?: boolean): void;
  /** Signs under which every number is possible; where neither fits all, both, the one that fits most first. */
  decimals(): readonly ('.' | ',')[];
  /** Whether neither sign fits all. */
  conflict(): boolean;
}

export function createNumberEvidence(): NumberEvidence {
  let seen = 0;
  let point = 0;
  let comma = 0;
  const conflict = (): boolean => point < seen && comma < seen;
  return {
    add(text, typed = false) {
      const signs = typed && text.includes('.') ? POINT : decimalsOf(text);
      if (signs === 0) return;
      seen++;
      if ((signs & POINT) !== 0) point++;
      if ((signs & COMMA) !== 0) comma++;
    },
    decimals() {
      if (seen === 0) return [];
      if (point === comma) return ['.', ','];
      // A majority is no proof.
      if (conflict()) return point > comma ? ['.', ','] : [',', '.'];
      return point > comma ? ['.'] : [','];
    },
    conflict,
  };
}
