import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDateEvidence, dateOrdersOf, DMY, MDY, YMD } from './dateEvidence.ts';
import { LOOKS_LIKE } from './looksLike.ts';
import { COMMA, createNumberEvidence, decimalsOf, numberCore, POINT } from './numberEvidence.ts';

test.each([
  ['13/2/2024', DMY],
  ['2/13/2024', MDY],
  ['2/3/2024', DMY | MDY],
  ['2024-03-01', YMD],
  ['2024-13-01', 0],
  ['2024/3/1', YMD],
  ['1.3.2024', DMY | MDY],
  ['31.12.24', DMY],
  ['01-02-03', DMY | MDY | YMD],
  ['99-02-03', YMD],
  ['1/2/2024 10:30', DMY | MDY],
  ['2024-03-01T10:00:00', YMD],
  ['32/13/2024', 0],
  ['1 Mar 2024', 0],
  ['12345', 0],
  ['', 0],
])('%s may be read in %i', (text, orders) => {
  expect(dateOrdersOf(text)).toBe(orders);
});

test.each([
  [
    ['1/2/2024', '3/4/2024'],
    ['dmy', 'mdy'],
  ],
  [['1/2/2024', '13/4/2024'], ['dmy']],
  [['1/2/2024', '4/13/2024'], ['mdy']],
  [['2024-01-02', '2024-12-31'], ['ymd']],
  [['2024-01-02', '27/08/2024'], ['dmy']],
  [
    ['1/13/2024', '2/14/2024', '15/1/2024'],
    ['mdy', 'dmy'],
  ],
  [['x', ''], []],
])('%j prove %j', (texts, orders) => {
  const evidence = createDateEvidence();
  for (const text of texts) evidence.add(text);
  expect(evidence.orders()).toEqual(orders);
});

test.each([
  [['13/02/2024', '02/15/2024'], true],
  [['13/02/2024', '2024-02-15'], false],
  [['13/02/2024', '03/04/2024'], false],
])('whether %j contradict one another: %s', (texts, conflict) => {
  const evidence = createDateEvidence();
  for (const text of texts) evidence.add(text);
  expect(evidence.conflict()).toBe(conflict);
});

test('the order a date was written in is always possible', () => {
  const date = fc.record({
    y: fc.integer({ min: 1900, max: 2100 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(date, fc.constantFrom('/', '-', '.'), ({ y, m, d }, sign) => {
      expect(dateOrdersOf([d, m, y].join(sign)) & DMY).toBe(DMY);
      expect(dateOrdersOf([m, d, y].join(sign)) & MDY).toBe(MDY);
      expect(dateOrdersOf([y, m, d].join(sign)) & YMD).toBe(YMD);
    }),
  );
});

test.each([
  ['1234', POINT | COMMA],
  ['1,5', COMMA],
  ['1.5', POINT],
  ['1,234', POINT | COMMA],
  ['1.234', POINT | COMMA],
  ['0,123', COMMA],
  ['1234,567', COMMA],
  ['1,234.50', POINT],
  ['1.234,50', COMMA],
  ['1.234.567', COMMA],
  ['1 234,50', COMMA],
  ["1'234.50", POINT],
  ['1 234', POINT | COMMA],
  ['-12,5 kr', COMMA],
  ['$1,234.50', POINT],
  ['(99.95)', POINT],
  ['12 %', POINT | COMMA],
  ['1.5e3', POINT],
  ['COL1', 0],
  ['12:30', 0],
  ['2024-01-02', 0],
  ['1.2.3', 0],
  ['', 0],
])('%s is a number under %i', (text, signs) => {
  expect(decimalsOf(text)).toBe(signs);
});

test('numbers as each locale writes them prove its sign', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.constantFrom('sv', 'de', 'en', 'fr', 'de-CH'),
      (value, locale) => {
        const text = new Intl.NumberFormat(locale, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
        }).format(value);
        const sign = locale === 'en' || locale === 'de-CH' ? POINT : COMMA;
        expect(decimalsOf(text) & sign).toBe(sign);
        expect(numberCore(text)).not.toBe(null);
      },
    ),
  );
});

test('one proof decides; a majority does not', () => {
  const evidence = createNumberEvidence();
  expect(evidence.decimals()).toEqual([]);
  evidence.add('1,234');
  expect(evidence.decimals()).toEqual(['.', ',']);
  evidence.add('0,5');
  expect(evidence.decimals()).toEqual([',']);
  expect(evidence.conflict()).toBe(false);
  for (const text of ['1.5', '2.5']) evidence.add(text);
  expect(evidence.decimals()).toEqual(['.', ',']);
  evidence.add('0,7');
  evidence.add('0,8');
  expect(evidence.decimals()).toEqual([',', '.']);
  expect(evidence.conflict()).toBe(true);
});

test.each([
  ['email', ['a@x.se', 'anna.berg@åre.se'], ['a@x', '@x.se', 'a b@x.se']],
  [
    'phone',
    ['070-123 45 67', '+46 8 123 456', '(555) 123-4567', '555-123-4567'],
    ['12', '2024-03-01', '10021'],
  ],
  ['url', ['https://x.se/a', 'www.x.se', 'x.se'], ['x', 'a b.se']],
  ['boolean', ['ja', 'No', 'TRUE', '1'], ['maybe', '2']],
  ['date', ['2024-03-01', '1 mars 2024', 'March 1, 2024', '20240301'], ['mars', '12', 'Berg 12']],
] as const)('looks like %s', (type, yes, no) => {
  for (const text of yes) expect([text, LOOKS_LIKE[type](text)]).toEqual([text, true]);
  for (const text of no) expect([text, LOOKS_LIKE[type](text)]).toEqual([text, false]);
});

test('a number of a workbook has a decimal point, whatever its text could be', () => {
  const evidence = createNumberEvidence();
  evidence.add('1.234', true);
  evidence.add('12', true);
  expect(evidence.decimals()).toEqual(['.']);
});
