import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateOrder } from '../table/Table.ts';
import { exceptNothing } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { type DateFormat, dateConverter } from './convertDate.ts';

const FORMAT: DateFormat = { order: 'dmy', ambiguous: false, time: false, serials: false };
const reader = (format: Partial<DateFormat> = {}) =>
  exceptNothing(dateConverter({ ...FORMAT, ...format }));
const dmy = reader();

test.each<[string, string]>([
  ['2024-03-01', '2024-03-01'],
  ['2024/3/1', '2024-03-01'],
  ['2024.03.01', '2024-03-01'],
  ['2024 03 01', '2024-03-01'],
  ['20240301', '2024-03-01'],
  ['1/3/2024', '2024-03-01'],
  ['01.03.2024', '2024-03-01'],
  ['1. 3. 2024', '2024-03-01'],
  ['1.3.2024.', '2024-03-01'],
  ['01-03-2024', '2024-03-01'],
  ['1 3 2024', '2024-03-01'],
  ['1/3/24', '2024-03-01'],
  ['1/3/49', '2049-03-01'],
  ['1/3/50', '1950-03-01'],
  ['29/02/2000', '2000-02-29'],
  ['31.12.9999', '9999-12-31'],
  ['1 mars 2024', '2024-03-01'],
  ['1 March 2024', '2024-03-01'],
  ['March 1, 2024', '2024-03-01'],
  ['Mar 1st, 2024', '2024-03-01'],
  ['1-Mar-24', '2024-03-01'],
  ['01-MAR-2024', '2024-03-01'],
  ['2nd of January 2024', '2024-01-02'],
  ['2024 mars 1', '2024-03-01'],
  ['den 1 mars 2024', '2024-03-01'],
  ['fre 1 mars 2024', '2024-03-01'],
  ['fredag den 1 mars 2024', '2024-03-01'],
  ['1. März 2024', '2024-03-01'],
  ['1. maaliskuuta 2024', '2024-03-01'],
  ['1. maalisk. 2024', '2024-03-01'],
  ['1er mars 2024', '2024-03-01'],
  ['5 août 2023', '2023-08-05'],
  ['1 de marzo de 2024', '2024-03-01'],
  ['1 marzo 2024', '2024-03-01'],
  ['1 de março de 2024', '2024-03-01'],
  ['1 marca 2024', '2024-03-01'],
  ['5 września 2023', '2023-09-05'],
  ['1 martie 2024', '2024-03-01'],
  ['1 maart 2024', '2024-03-01'],
  ['1. desember 2023', '2023-12-01'],
  ['1. dec. 2023', '2023-12-01'],
  ['15 okt 2023', '2023-10-15'],
  ['Friday, 1 March 2024', '2024-03-01'],
  ['1 sept. 2023', '2023-09-01'],
  ['2024-03-01T00:00:00', '2024-03-01'],
  ['2024-03-01 00:00:00.000', '2024-03-01'],
  ['2024-03-01T00:00:00Z', '2024-03-01'],
  [' 2024-03-01\u00a0', '2024-03-01'],
])('%j is %s', (text, expected) => {
  expect(converted(dmy, text)).toBe(expected);
});

test.each<[DateOrder, string, string]>([
  ['mdy', '3/1/2024', '2024-03-01'],
  ['mdy', '03-01-24', '2024-03-01'],
  ['mdy', '2024-03-01', '2024-03-01'],
  ['ymd', '24-03-01', '2024-03-01'],
  ['ymd', '24/3/1', '!date-invalid'],
  ['ymd', '1/3/2024', '2024-03-01'],
  ['mdy', '13/1/2024', '!date-impossible'],
  ['dmy', '1/13/2024', '!date-impossible'],
])('in a column of order %s %j is %s', (order, text, expected) => {
  expect(converted(reader({ order }), text)).toBe(expected);
});

test.each([
  '31/2/2024',
  '29.2.2023',
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '00/01/2024',
  '32 mars 2024',
  '31 april 2024',
  '20240231',
  '0000-01-01',
  '2024-03-01T25:00:00',
  '1/3/2024 13:00 PM',
])('the impossible %j is refused, never moved to another day', (text) => {
  expect(converted(dmy, text)).toBe('!date-impossible');
});

test.each([
  'abc',
  'March 2024',
  'mars',
  '2024',
  '1/2',
  '12:30',
  '45352',
  '1234567',
  'Q1 2024',
  '1/3/224',
  '1 mars april 2024',
  '1 2 mars 2024',
  'may be 1 2024',
  '2024-03-01 abc',
  '99999999999',
  '1/3/2024 - 2/3/2024',
  'x'.repeat(5000),
])('%j is no date', (text) => {
  expect(converted(dmy, text)).toMatch(/^!date-(?:invalid|impossible)$/u);
});

describe('times', () => {
  const withTime = reader({ time: true });

  test.each<[string, string]>([
    ['2024-03-01', '2024-03-01T00:00:00'],
    ['2024-03-01T09:30', '2024-03-01T09:30:00'],
    ['2024-03-01 09:30:15', '2024-03-01T09:30:15'],
    ['2024-03-01T09:30:15.123', '2024-03-01T09:30:15'],
    ['1/3/2024 9:30', '2024-03-01T09:30:00'],
    ['1.3.2024 09.30', '2024-03-01T09:30:00'],
    ['1.3.2024 kl. 9:30', '2024-03-01T09:30:00'],
    ['1.3.2024 klo 9.30', '2024-03-01T09:30:00'],
    ['1/3/2024, 9:30', '2024-03-01T09:30:00'],
    ['1/3/2024 9:30 PM', '2024-03-01T21:30:00'],
    ['1/3/2024 12:00 am', '2024-03-01T00:00:00'],
    ['1/3/2024 12:30 p.m.', '2024-03-01T12:30:00'],
    ['1/3/2024 9pm', '2024-03-01T21:00:00'],
    ['1 mars 2024 09:30', '2024-03-01T09:30:00'],
    ['March 1, 2024 at 9:30 PM', '2024-03-01T21:30:00'],
    ['20240301T09:30', '2024-03-01T09:30:00'],
  ])('%j keeps its time: %s', (text, expected) => {
    expect(converted(withTime, text)).toBe(expected);
  });

  test.each([
    '2024-03-01T23:30:00+02:00',
    '2024-03-01T23:30:00Z',
    '2024-03-01 23:30:00 -0800',
    '2024-03-01T23:30:00.000-05:00',
  ])('%j keeps day and time as written; that its zone is left out is told', (text) => {
    expect(converted(withTime, text)).toEqual(['2024-03-01T23:30:00', 'offset-dropped']);
    expect(converted(dmy, text)).toEqual(['2024-03-01', 'time-dropped']);
  });

  test('a time that the field does not keep is told', () => {
    expect(converted(dmy, '1/3/2024 9:30')).toEqual(['2024-03-01', 'time-dropped']);
  });
});

describe('day counts', () => {
  test.each<[string, string | readonly string[]]>([
    ['45352', '2024-03-01'],
    ['3000', '1908-03-18'],
    ['2958465', '9999-12-31'],
    ['45352.5', ['2024-03-01', 'time-dropped']],
    ['20240301', '2024-03-01'],
  ])('a number cell %j is %j', (text, expected) => {
    expect(converted(dmy, text, 'number')).toEqual(expected);
  });

  test.each(['2024', '60', '0', '-5', '2958466', '1e9'])(
    'a number cell %j names no day',
    (text) => {
      expect(converted(dmy, text, 'number')).toBe('!date-invalid');
    },
  );

  test('texts are day counts only in a column of them', () => {
    expect(converted(reader({ serials: true }), '45352')).toBe('2024-03-01');
    expect(converted(dmy, '45352')).toBe('!date-invalid');
  });

  test('a time of day is kept to the second', () => {
    expect(converted(reader({ time: true }), '45352.3958333333', 'number')).toBe(
      '2024-03-01T09:30:00',
    );
  });
});

test.each([
  ['09:30:00', 'time'],
  ['true', 'boolean'],
  ['#VALUE!', 'error'],
] as const)('a workbook cell %j of kind %s is no date', (text, kind) => {
  expect(converted(dmy, text, kind)).toMatch(/^!(?:date-invalid|cell-error)$/u);
});

test('an ambiguous column warns only of dates that could be swapped', () => {
  const unsure = reader({ ambiguous: true });
  expect(converted(unsure, '1/3/2024')).toEqual(['2024-03-01', 'date-order-ambiguous']);
  expect(converted(unsure, '3/3/2024')).toBe('2024-03-03');
  expect(converted(unsure, '13/3/2024')).toBe('2024-03-13');
  expect(converted(unsure, '2024-03-01')).toBe('2024-03-01');
});

const anyDay = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const recentDay = fc.date({
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('2049-12-31T00:00:00Z'),
  noInvalidDate: true,
});

test('every day that exists is read, in every order, whatever the time zone', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom('/', '.', '-', ' '), (date, sign) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', day = ''] = iso.split('-');
      expect(converted(dmy, iso)).toBe(iso);
      expect(converted(dmy, [day, month, year].join(sign))).toBe(iso);
      expect(
        converted(reader({ order: 'mdy' }), [Number(month), Number(day), year].join(sign)),
      ).toBe(iso);
    }),
  );
});

test('exactly the days that exist are read', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
      (year, month, day) => {
        const iso = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(day).padStart(2, '0'),
        ].join('-');
        const real = new Date(0);
        real.setUTCFullYear(year, month - 1, day);
        const exists = real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
        expect(converted(dmy, iso)).toBe(exists ? iso : '!date-impossible');
      },
    ),
  );
});

test.each([
  'en-GB',
  'sv-SE',
  'nb-NO',
  'da-DK',
  'fi-FI',
  'de-DE',
  'nl-NL',
  'fr-FR',
  'es-ES',
  'it-IT',
  'pt-PT',
  'pl-PL',
  'ro-RO',
])('whatever %s writes is read back', (locale) => {
  fc.assert(
    fc.property(
      recentDay,
      fc.constantFrom('short', 'medium', 'long', 'full'),
      (date, dateStyle) => {
        const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(date);
        expect([text, converted(dmy, text)]).toEqual([text, date.toISOString().slice(0, 10)]);
      },
    ),
  );
});

test('no text makes it throw, and what it gives is a day', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.stringMatching(/^[\d/. :T+Zampj-]*$/),
      ),
      fc.boolean(),
      (text, time) => {
        const result = [converted(reader({ time, serials: true }), text)].flat(1)[0];
        expect(
          result === null ||
            result === '' ||
            /^!?[a-z-]+$|^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?$/u.test(String(result)),
        ).toBe(true);
      },
    ),
  );
});
