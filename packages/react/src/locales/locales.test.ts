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

test.each([
  ['sv', 12_345, '12\u00a0345'],
  ['sv', 0.123_45, '0,12345'],
  ['sv', 2019, '2019'],
  ['en', 1_234_567.5, '1,234,567.5'],
])('in %s a record’s %d is %s', (language, value, expected) => {
  expect(formatsOf(language).value(value)).toBe(expected);
});

test.each([
  ['en', /^8:03\sAM$/],
  ['sv', /^08:03$/],
])('in %s the hour is written as a clock shows it', (language, expected) => {
  const now = new Date(2026, 10, 22, 8, 3);
  expect(formatsOf(language).when(now.toISOString(), now)).toMatch(expected);
});

test('Swedish names of entities are in lower case inside a sentence, abbreviations are not', () => {
  const { does, did } = sv.messages.grid;
  expect(does.create('Företag och Kontakt')).toBe('Skapar företag och kontakt');
  expect(did.updated('SNI-kod')).toBe('Uppdaterade SNI-kod');
});
