import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeFormula, unescapeFormula } from './formulaSafety.ts';

const RISKY = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/** Texts made mostly of what escaping is about. */
const trickyText = fc
  .array(fc.constantFrom("'", ...RISKY, '1', ',', '.', 'a', ' '), { maxLength: 8 })
  .map((parts) => parts.join(''));

test.each([
  ['=1+1', "'=1+1"],
  ['+46701234567', "'+46701234567"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  ['\t=1', "'\t=1"],
  ["'=1", "''=1"],
  ['-5', '-5'],
  ['-1 234,50', "'-1 234,50"],
  ['-1.234,50', '-1.234,50'],
  ["it's", "it's"],
  ["'quoted'", "'quoted'"],
  ['a=b', 'a=b'],
  ['', ''],
])('escapes %j as %j', (text, escaped) => {
  expect(escapeFormula(text)).toBe(escaped);
});

test('unescaping gives back every text', () => {
  fc.assert(
    fc.property(
      fc.oneof(trickyText, fc.string()),
      (text) => unescapeFormula(escapeFormula(text)) === text,
    ),
    { numRuns: 2000 },
  );
});

test('no escaped text begins as a formula, but for plain negative numbers', () => {
  fc.assert(
    fc.property(trickyText, (text) => {
      const escaped = escapeFormula(text);
      return !RISKY.includes(escaped.charAt(0)) || /^-[\d.,]+$/.test(escaped);
    }),
    { numRuns: 2000 },
  );
});
