import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText } from './numberText.ts';

test.each([
  [0.1 + 0.2, '0.3'],
  [1234.5, '1234.5'],
  [-0, '0'],
  [1e21, '1000000000000000000000'],
  [1.5e-10, '0.00000000015'],
  [-1.25e-7, '-0.000000125'],
  [9007199254740991, '9007199254740991'],
  [123456789012.3456, '123456789012.346'],
  [1.7976931348623157e308, `17976931348623157${'0'.repeat(292)}`],
  [Number.NaN, ''],
])('%s is written %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});

test('every number is plain decimal text of the same 15 digits', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e308, max: 1e308 }),
      (value) => {
        const text = numberText(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(Number(text).toPrecision(15))).toBe(Number(value.toPrecision(15)) + 0);
      },
    ),
  );
});

test('every whole number a double holds keeps all its digits', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (value) => Number(numberText(value)) === value));
});
