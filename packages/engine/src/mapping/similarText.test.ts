import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_SIMILARITY, letterMask, mayBeSimilar, similarText } from './similarText.ts';

test.each([
  ['telefon', 'telefon', 1],
  ['telefon', 'telfon', 6 / 7],
  ['organisation', 'organistaion', 11 / 12],
  ['adress', 'adresse', 6 / 7],
  ['namn', 'nimi', 0],
  ['abc', 'abd', 0],
  ['postnummer', 'organisationsnummer', 0],
])('%s and %s', (a, b, expected) => {
  expect(similarText(a, b)).toBeCloseTo(expected);
  expect(similarText(b, a)).toBeCloseTo(expected);
});

/** The textbook table, without any shortcut. */
function plainDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_cell, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (rows[i] as number[])[j] = Math.min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? cell(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return cell(a.length, b.length);
}

test('agrees with the plain edit distance wherever texts are alike', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd'),
    minLength: 4,
    maxLength: 14,
  });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const longer = Math.max(a.length, b.length);
      const share = 1 - plainDistance(a, b) / longer;
      expect(similarText(a, b)).toBeCloseTo(share >= LEAST_SIMILARITY ? share : 0);
      if (share >= LEAST_SIMILARITY) {
        expect(mayBeSimilar(letterMask(a), letterMask(b), longer)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
