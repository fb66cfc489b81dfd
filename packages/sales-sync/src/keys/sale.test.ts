import { normalizeKey } from '@importera/engine';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactKey, fromExactKey } from './sale.ts';

const field = { type: 'text', label: 'Sale' } as const;

test('a name comes through the comparison of match keys as it was', () => {
  const names = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('A', 'ﬁ', '_41_', ' a '));
  fc.assert(
    fc.property(names, (name) => {
      const key = normalizeKey(field, exactKey(`deal:${name}`));
      expect(fromExactKey(String(key))).toBe(`deal:${name}`);
    }),
  );
});
