import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exceptNothing } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { numberConverter } from './convertNumber.ts';

const point = exceptNothing(numberConverter({ decimal: '.', ambiguous: false, known: true }));
const comma = exceptNothing(numberConverter({ decimal: ',', ambiguous: false, known: true }));

test.each<[string, number]>([
  ['0', 0],
  ['-0', 0],
  ['007', 7],
  ['42', 42],
  ['-42', -42],
  ['+42', 42],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['5.', 5],
  ['1,234', 1234],
  ['1,234.56', 1234.56],
  ['1,234,567.891', 1234567.891],
  ['12,34,567.50', 1234567.5],
  ['1 234.5', 1234.5],
  ['1\u00a0234', 1234],
  ['1\u202f234', 1234],
  ['1\u2009234', 1234],
  ["1'234.50", 1234.5],
  ['1’234', 1234],
  ['1_000', 1000],
  ['\u22125', -5],
  ['–5', -5],
  ['5-', -5],
  ['(1,234)', -1234],
  ['($5.00)', -5],
  ['-$5', -5],
  ['$-5', -5],
  ['$ 5', 5],
  ['5 €', 5],
  ['£1,000.50', 1000.5],
  ['USD 12', 12],
  ['12 usd', 12],
  ['SEK 1 200', 1200],
  ['1 200 kr', 1200],
  ['1 200 kr.', 1200],
  ['100:-', 100],
  ['1 234,-', 1234],
  ['kr 99', 99],
  ['12 %', 0.12],
  ['12.5%', 0.125],
  ['7%', 0.07],
  ['%5', 0.05],
  ['1e3', 1000],
  ['1.5E+3', 1500],
  ['2e-2', 0.02],
  ['１２', 12],
  [' \u200b12\ufeff ', 12],
  ["'-5", -5],
  ['999999999999999', 999999999999999],
])('%j with a decimal point is %j', (text, expected) => {
  expect(converted(point, text)).toBe(expected);
});

test.each<[string, number]>([
  ['1,5', 1.5],
  [',5', 0.5],
  ['0,123', 0.123],
  ['1.234', 1234],
  ['1.234,56', 1234.56],
  ['1.234.567,8', 1234567.8],
  ['1 234,56', 1234.56],
  ['1\u00a0234\u00a0567,89', 1234567.89],
  ['-1 234,5 kr', -1234.5],
  ['1.234,56 €', 1234.56],
  ['EUR 1.234,56', 1234.56],
  ['12,5 %', 0.125],
  ['1 234,50 SEK', 1234.5],
  ['1 234,50 lei', 1234.5],
  ['1 234,50 zł', 1234.5],
  ['1.234,-', 1234],
  ['1,5E3', 1500],
  ['42', 42],
  ['(12,5)', -12.5],
])('%j with a decimal comma is %j', (text, expected) => {
  expect(converted(comma, text)).toBe(expected);
});

test.each([
  'abc',
  '12 abc',
  'abc 12',
  '1.2.3',
  '1,23,4',
  '1 23',
  '12-34',
  '--5',
  '-',
  '12/3',
  '2024-01-01',
  'kr',
  '€',
  '%',
  '.',
  '0x10',
  'Infinity',
  'NaN5',
  '1e999',
  '1'.repeat(500),
  '５x',
])('%j is no number with a decimal point', (text) => {
  expect(converted(point, text)).toMatch(/^!number-invalid$|^placeholder-empty$/u);
});

test.each<[string, number]>([
  ['1,234.56', 1234.56],
  ['1234.5', 1234.5],
  ['12.34', 12.34],
])(
  '%j in a column with decimal commas can only be %j; that it differs is told where the column is known',
  (text, expected) => {
    expect(converted(comma, text)).toEqual([expected, 'decimal-differs']);
    expect(converted(numberConverter({ decimal: ',', ambiguous: false, known: false }), text)).toBe(
      expected,
    );
  },
);

test.each(['N/A', 'n/a', '-', '–', 'null', 'NULL', 'none', '?'])(
  'the placeholder %j is empty, with a warning',
  (text) => {
    expect(converted(point, text)).toBe('placeholder-empty');
  },
);

describe('workbook cells', () => {
  test.each<[string, number]>([
    ['1234.5', 1234.5],
    ['-0.25', -0.25],
    ['1e+21', 1e21],
    ['12345678901234567', 12345678901234568],
  ])('a number cell %j is %j whatever the column', (text, expected) => {
    const result = converted(comma, text, 'number');
    expect(result).toBe(text.length > 16 ? '!number-too-long' : expected);
  });

  test.each([
    ['#N/A', 'error', '!cell-error'],
    ['2024-01-01', 'date', '!number-invalid'],
    ['true', 'boolean', '!number-invalid'],
    ['09:30:00', 'time', '!number-invalid'],
  ] as const)('a cell %j of kind %s is refused', (text, kind, expected) => {
    expect(converted(point, text, kind)).toBe(expected);
  });
});

test('digits a number can not hold are refused, not rounded', () => {
  expect(converted(point, '1234567890123456789')).toBe('!number-too-long');
  expect(converted(point, '1 234 567 890 123 456 789')).toBe('!number-too-long');
});

test('an ambiguous column warns only where it matters', () => {
  const unsure = numberConverter({ decimal: '.', ambiguous: true, known: true });
  expect(converted(unsure, '1,234')).toEqual([1234, 'decimal-ambiguous']);
  expect(converted(unsure, '1.234')).toEqual([1.234, 'decimal-ambiguous']);
  expect(converted(unsure, '1234')).toBe(1234);
  expect(converted(unsure, '1,234,567')).toBe(1234567);
});

test('the unit of a field may stand in the cell; a field in % keeps percentages as written', () => {
  expect(
    converted(
      numberConverter({ decimal: ',', ambiguous: false, known: true, unit: 'kg' }),
      '1,5 kg',
    ),
  ).toBe(1.5);
  expect(
    converted(
      numberConverter({ decimal: ',', ambiguous: false, known: true, unit: 'm²' }),
      '12 m²',
    ),
  ).toBe(12);
  expect(
    converted(
      numberConverter({ decimal: ',', ambiguous: false, known: true, unit: '%' }),
      '12,5 %',
    ),
  ).toBe(12.5);
  expect(converted(comma, '1,5 kg')).toBe('!number-invalid');
});

test.each([
  ['sv-SE', ','],
  ['de-DE', ','],
  ['en-US', '.'],
  ['fr-FR', ','],
  ['de-CH', '.'],
  ['en-IN', '.'],
  ['nb-NO', ','],
  ['fi-FI', ','],
  ['pl-PL', ','],
  ['ro-RO', ','],
  ['da-DK', ','],
] as const)('whatever %s writes is read back', (locale, decimal) => {
  const convert = numberConverter({ decimal, ambiguous: false, known: true });
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: 0, max: 999_999 }),
      (whole, fraction) => {
        const number = Number(`${whole}.${String(fraction).padStart(6, '0')}`);
        expect(converted(convert, format.format(number))).toBe(Number(number.toFixed(6)) || 0);
      },
    ),
  );
});

test('every text gives a finite number or an issue', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.stringMatching(/^[-+(]?[\d.,' %€kr]*$/),
      ),
      fc.constantFrom(point, comma),
      (text, convert) => {
        const result = converted(convert, text);
        expect(typeof result === 'string' || Number.isFinite([result].flat()[0])).toBe(true);
      },
    ),
  );
});
