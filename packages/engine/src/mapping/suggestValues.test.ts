import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChoiceField } from '../schema/Schema.ts';
import { suggestValues } from './suggestValues.ts';

const status: ChoiceField = {
  type: 'choice',
  label: 'Status',
  options: [
    { value: 'customer', label: 'Kund', aliases: ['Client'] },
    { value: 'lead', label: 'Möjlig kund' },
    'Förlorad',
  ],
};

test.each([
  ['customer', 'customer', 1],
  ['Kund', 'customer', 1],
  [' Client ', 'customer', 0.98],
  ['CLIENT', 'customer', 0.931],
  ['mojlig-kund', 'lead', 0.95],
  ['förlorad', 'Förlorad', 0.95],
  ['Förlorat', 'Förlorad', 0.831],
  ['Custmer', 'customer', 0.831],
])('%s is %s', (text, value, score) => {
  const [suggestion] = suggestValues([text], status);
  expect(suggestion?.value).toBe(value);
  expect(suggestion?.score).toBeCloseTo(score, 3);
});

test('nothing is near what is none of them', () => {
  const texts = ['', '???', 'Banana', '__proto__', 'x'.repeat(10_000)];
  expect(suggestValues(texts, status)).toEqual(texts.map(() => null));
});

test('one entry per text, always an option, a score from 0 to 1', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const suggestions = suggestValues(texts, status);
      expect(suggestions).toHaveLength(texts.length);
      for (const suggestion of suggestions) {
        if (suggestion === null) continue;
        expect(['customer', 'lead', 'Förlorad']).toContain(suggestion.value);
        expect(suggestion.score).toBeGreaterThan(0);
        expect(suggestion.score).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 50 },
  );
});
