import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice, date, email, id, number, phone, text, url } from '../schema/fields.ts';
import type { Field, Value } from '../schema/Schema.ts';
import { normalizeKey } from './normalizeKey.ts';
import { valuesEqual } from './valuesEqual.ts';

const label = 'X';

describe('keys', () => {
  test.each<[string, Field, Value, Value]>([
    ['text without case, outer and repeated spaces', text({ label }), '  Volvo \n AB ', 'volvo ab'],
    ['text in compatible letters', text({ label }), 'ＶＯＬＶＯ ﬁ', 'volvo fi'],
    ['text with its accents', text({ label }), 'Göteborg', 'göteborg'],
    ['text composed and not, alike', text({ label }), 'Go\u0308teborg', 'göteborg'],
    ['leading zeros kept', text({ label }), '007', '007'],
    [
      'registered numbers by letters and digits',
      text({ label, format: 'se.orgnr' }),
      '556036-0793',
      '5560360793',
    ],
    [
      'VAT numbers in capitals',
      text({ label, format: 'eu.vat' }),
      'se 5560360793 01',
      'SE556036079301',
    ],
    ['e-mail in lower case', email({ label }), 'Eva.Ek@volvo.se', 'eva.ek@volvo.se'],
    ['phone without extension', phone({ label }), '+46812345678;ext=12', '+46812345678'],
    [
      'web address without scheme, www and final slash',
      url({ label }),
      'https://www.Volvo.se/',
      'volvo.se',
    ],
    ['ids as text', id({ label }), ' A1 ', 'a1'],
    ['numbers', number({ label }), 12.5, 12.5],
    ['dates', date({ label }), '2024-03-01', '2024-03-01'],
    [
      'several choices in one order',
      choice({ label, options: ['a'], multiple: true }),
      ['B', 'a'],
      ['a', 'b'],
    ],
    ['nothing', text({ label }), null, null],
    ['spaces, as nothing', text({ label }), ' \u00a0 ', null],
    ['no choice, as nothing', choice({ label, options: ['a'], multiple: true }), [], null],
  ])('%s', (_, field, value, expected) => {
    expect(normalizeKey(field, value)).toEqual(expected);
  });

  test('a key of a key is itself', () => {
    const fields: readonly Field[] = [
      text({ label }),
      text({ label, format: 'se.orgnr' }),
      email({ label }),
      phone({ label }),
      id({ label }),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: 'grapheme' }), (field, value) => {
        const key = normalizeKey(field, value);
        expect(normalizeKey(field, key)).toEqual(key);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each<[Value, Value, boolean]>([
  [null, null, true],
  [null, '', true],
  ['', null, true],
  [null, [], true],
  ['a', 'a', true],
  ['a', 'A', false],
  [1, 1, true],
  [1, '1', false],
  [0, false, false],
  [false, null, false],
  [['a', 'b'], ['b', 'a'], true],
  [['a'], ['a', 'b'], false],
  [['a', 'a'], ['a'], true],
  [['a'], 'a', false],
])('%j and %j are the same: %j', (a, b, same) => {
  expect(valuesEqual(a, b)).toBe(same);
  expect(valuesEqual(b, a)).toBe(same);
});
