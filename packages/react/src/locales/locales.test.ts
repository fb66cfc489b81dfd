import { expect, test } from 'vitest';
import { en } from './en.ts';
import { formatsOf } from './formatsOf.ts';
import { withMessages } from './Locale.ts';
import { sv } from './sv.ts';

test.each([
  { locale: en, rows: 0, expected: '0 rows × 2 columns' },
  { locale: en, rows: 1, expected: '1 row × 2 columns' },
  { locale: en, rows: 12_345, expected: '12,345 rows × 2 columns' },
  { locale: sv, rows: 1, expected: '1 rad × 2 kolumner' },
  { locale: sv, rows: 12_345, expected: '12\u00a0345 rader × 2 kolumner' },
])('$locale.code counts $rows rows', ({ locale, rows, expected }) => {
  expect(locale.messages.table.summary(rows, 2)).toBe(expected);
});

test('both locales say everything, and no text is empty', () => {
  const empty = [en, sv].flatMap(({ code, messages }) =>
    Object.entries(messages).flatMap(([screen, texts]) =>
      Object.entries(texts)
        .filter(([, text]) => text === '')
        .map(([key]) => `${code} ${screen}.${key}`),
    ),
  );
  expect(empty).toEqual([]);
});

test('a host changes single texts and keeps the others', () => {
  const own = withMessages(en, { review: { start: 'Import now' } });
  expect(own.messages.review.start).toBe('Import now');
  expect(own.messages.review.heading).toBe('Review');
  expect(en.messages.review.start).toBe('Start import');
});

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1_400_000, '1.4 MB'],
])('%d bytes are %s', (bytes, expected) => {
  expect(formatsOf('en').bytes(bytes)).toBe(expected);
});

test.each([
  [0.2, '1 second'],
  [80, '80 seconds'],
  [150, '3 minutes'],
  [9_000, '3 hours'],
])('%d seconds are %s', (seconds, expected) => {
  expect(formatsOf('en').duration(seconds)).toBe(expected);
});
