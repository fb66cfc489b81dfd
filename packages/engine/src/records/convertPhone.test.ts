import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { exceptNothing } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { phoneConverter } from './convertPhone.ts';

describe('phone', () => {
  const swedish = exceptNothing(phoneConverter('SE'));

  test.each<[string, string, string]>([
    ['SE', '070-123 45 67', '+46701234567'],
    ['SE', '0701234567', '+46701234567'],
    ['SE', '+46 70 123 45 67', '+46701234567'],
    ['SE', '+46 (0)70-123 45 67', '+46701234567'],
    ['SE', '0046701234567', '+46701234567'],
    ['SE', '08-123 456 78', '+46812345678'],
    ['SE', 'tel: 08-12345678', '+46812345678'],
    ['SE', '701234567', '+46701234567'],
    ['SE', '46701234567', '+46701234567'],
    ['SE', '+1 212 555 2368', '+12125552368'],
    ['SE', '070–123 45 67', '+46701234567'],
    ['SE', '\u202a070-1234567\u202c', '+46701234567'],
    ['SE', "'+46701234567", '+46701234567'],
    ['SE', '08-123 456 78 ext. 12', '+46812345678;ext=12'],
    ['NO', '22 12 34 56', '+4722123456'],
    ['NO', '98765432', '+4798765432'],
    ['DK', '32 12 34 56', '+4532123456'],
    ['FI', '040 123 4567', '+358401234567'],
    ['FI', '(09) 123 456', '+3589123456'],
    ['DE', '030 123456', '+4930123456'],
    ['GB', '020 7946 0958', '+442079460958'],
    ['FR', '01 23 45 67 89', '+33123456789'],
    ['US', '(212) 555-2368', '+12125552368'],
    ['US', '1-212-555-2368', '+12125552368'],
    ['RO', '0721 234 567', '+40721234567'],
    ['IT', '06 1234 5678', '+390612345678'],
  ])('in %s %j is %s', (country, raw, expected) => {
    expect(converted(exceptNothing(phoneConverter(country)), raw)).toBe(expected);
  });

  test.each(['abc', '123', '07', '+', '+46', '1'.repeat(30), '+999 123 456 789', '070-ABC'])(
    '%j is no number',
    (raw) => {
      expect(converted(swedish, raw)).toBe('!phone-invalid');
    },
  );

  test.each([
    '070-123 45 67 / 08-123 456 78',
    '070-1234567, 08-12345678',
    '070-1234567 eller 08-12345678',
  ])('%j is several', (raw) => {
    expect(converted(swedish, raw)).toBe('!phone-several');
  });

  test('a number among words is taken with a warning', () => {
    expect(converted(swedish, 'Eva 070-123 45 67')).toEqual(['+46701234567', 'phone-within-text']);
    expect(converted(swedish, '08-123 456 78 (växel)')).toEqual([
      '+46812345678',
      'phone-within-text',
    ]);
  });

  test.each(['0.0325', ',5', '0,123456789'])('the fraction %j is no number', (raw) => {
    expect(converted(swedish, raw)).toBe('!phone-invalid');
  });

  test('without a country a number needs its code', () => {
    const anywhere = exceptNothing(phoneConverter(undefined));
    expect(converted(anywhere, '+46701234567')).toBe('+46701234567');
    expect(converted(anywhere, '0046 70 123 45 67')).toBe('+46701234567');
    expect(converted(anywhere, '070-123 45 67')).toBe('!phone-country-missing');
    expect(converted(exceptNothing(phoneConverter('XX')), '070-123 45 67')).toBe(
      '!phone-country-missing',
    );
  });

  test('what a spreadsheet took for a number: nought and plus are put back, rounded digits are not', () => {
    expect(converted(swedish, '701234567', 'number')).toBe('+46701234567');
    expect(converted(swedish, '46701234567', 'number')).toBe('+46701234567');
    expect(converted(exceptNothing(phoneConverter('IT')), '612345678', 'number')).toBe(
      '+390612345678',
    );
    expect(converted(swedish, '4,67E+10')).toBe('!phone-rounded');
    expect(converted(swedish, '4.67012E+10')).toBe('!phone-rounded');
  });

  test('a number of the right length in no known range is taken with a warning', () => {
    expect(converted(exceptNothing(phoneConverter('US')), '555-123-4567')).toEqual([
      '+15551234567',
      'phone-doubtful',
    ]);
  });

  test.each(['SE', 'NO', 'DK', 'FI', 'DE', 'NL', 'FR', 'ES', 'PL', 'RO', 'GB'] as const)(
    'the quick way and the library agree in %s',
    (country) => {
      const convert = phoneConverter(country);
      const written = fc.stringMatching(
        /^(?:\+\d{1,3} ?|0|00\d\d|)[1-9]\d{1,3}[ -]?\d{2,4}[ -]?\d{2,5}$/u,
      );
      fc.assert(
        fc.property(written, (raw) => {
          const library = parsePhoneNumberFromString(raw.replace(/^00/u, '+'), country);
          if (library?.isValid() === true)
            expect([raw, converted(convert, raw)]).toEqual([raw, library.number]);
        }),
        { numRuns: 300 },
      );
    },
  );

  test('every text gives E.164 or an issue', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+\d ()/-]*$/u)), (raw) => {
        const result = [converted(swedish, raw)].flat(1)[0];
        expect(result === '' || /^\+\d{4,17}(?:;ext=\d+)?$|^!?[a-z-]+$/u.test(String(result))).toBe(
          true,
        );
      }),
    );
  });
});
