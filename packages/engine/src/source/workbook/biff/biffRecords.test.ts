import { expect, test } from 'vitest';
import { biffRecords, codePageDecoder, stringReader } from './biffRecords.ts';

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) =>
      typeof value === 'number' ? [value] : Array.from(value, (char) => char.charCodeAt(0)),
    ),
  );

test('records with their continuations; a cut off one ends them', () => {
  const stream = bytes(0x85, 0, 2, 0, 'ab', 0x3c, 0, 1, 0, 'c', 0x0a, 0, 0, 0, 0x99);
  expect([...biffRecords(stream, 0)]).toEqual([
    { type: 0x85, data: bytes('ab'), more: [bytes('c')] },
    { type: 0x0a, data: bytes(), more: [] },
  ]);
});

test.each([
  ['narrow', bytes(3, 0, 0, 'abc'), [], 'abc'],
  ['wide', bytes(2, 0, 1, 0xe5, 0, 0x3a, 0x26), [], 'å☺'],
  ['cut, then wide', bytes(4, 0, 0, 'ab'), [bytes(1, 0x3a, 0x26, 'c', 0)], 'ab☺c'],
  ['cut, then narrow', bytes(3, 0, 1, 0x3a, 0x26), [bytes(0, 'bc')], '☺bc'],
  ['cut before its first character', bytes(2, 0, 0), [bytes(0, 'ab')], 'ab'],
  ['cut twice', bytes(3, 0, 0, 'a'), [bytes(0, 'b'), bytes(0, 'c')], 'abc'],
  ['longer than there is', bytes(200, 0, 0, 'ab'), [], 'ab'],
])('a string that is %s', (_, data, more, text) => {
  expect(stringReader({ data, more }).next(2)).toBe(text);
});

test('formatting runs and extensions after a string are passed over, across records too', () => {
  const data = bytes(1, 0, 0x0c, 1, 0, 2, 0, 0, 0, 'a', 9, 9);
  const reader = stringReader({ data, more: [bytes(9, 9, 9, 9, 1, 0, 0, 'b')] });
  expect([reader.next(2), reader.done(), reader.next(2), reader.done()]).toEqual([
    'a',
    false,
    'b',
    true,
  ]);
});

test.each([
  [1252, 'å'],
  [1251, 'е'],
  [10_000, 'Â'],
  [437, 'å'],
])('code page %d', (page, text) => {
  expect(codePageDecoder(page).decode(bytes(0xe5))).toBe(text);
});
