import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice } from '../schema/fields.ts';
import type { Value } from '../schema/Schema.ts';
import { convertBoolean } from './convertBoolean.ts';
import { choiceConverter } from './convertChoice.ts';
import { dateConverter } from './convertDate.ts';
import { converted } from './converted.fixture.ts';
import { numberConverter } from './convertNumber.ts';
import { formatValue } from './formatValue.ts';

const label = 'X';

test.each<[Value, string]>([
  [null, ''],
  ['a', 'a'],
  [1234.5, '1234.5'],
  [true, 'true'],
  [['a', 'b; c'], 'a; "b; c"'],
  ['2024-03-01', '2024-03-01'],
])('%j is shown as %j', (value, expected) => {
  expect(formatValue(value)).toBe(expected);
});

test('a choice is shown by its label', () => {
  const field = choice({ label, options: [{ value: 'b', label: 'Big' }], multiple: true });
  expect(formatValue(['b', 'c'], field)).toBe('Big; c');
});

describe('what is shown is read back as the same value', () => {
  test('numbers', () => {
    const convert = numberConverter({ decimal: '.', ambiguous: false, known: true });
    const numbers = fc.double({ min: -9e15, max: 9e15, noNaN: true });
    fc.assert(
      fc.property(numbers, (value) => {
        expect(converted(convert, formatValue(value))).toBe(value + 0);
      }),
    );
  });

  test('days and times', () => {
    const dates = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, fc.boolean(), (date, time) => {
        const value = date.toISOString().slice(0, time ? 19 : 10);
        const convert = dateConverter({ order: 'mdy', ambiguous: true, time, serials: false });
        expect(converted(convert, formatValue(value))).toBe(value);
      }),
    );
  });

  test.each([true, false])('%j', (value) => {
    expect(converted(convertBoolean, formatValue(value))).toBe(value);
  });

  test('several choices', () => {
    const letters = fc.constantFrom('a', 'B', 'ö', ' ', ',', ';', '|', '"');
    const part = fc.string({ unit: letters }).map((raw) => `x${raw.trim()}x`);
    const field = choice({ label, options: [], multiple: true, open: true });
    const convert = choiceConverter(field, new Map());
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 1, maxLength: 4 }), (value) => {
        expect(convert(formatValue(value), 0)).toEqual(value);
      }),
    );
  });
});
