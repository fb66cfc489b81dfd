import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { choice } from '../schema/fields.ts';
import type { ChoiceField } from '../schema/Schema.ts';
import { exceptErrors, exceptNothing } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { convertBoolean } from './convertBoolean.ts';
import { choiceConverter, splitChoices } from './convertChoice.ts';
import { convertEmail } from './convertEmail.ts';
import { phoneConverter } from './convertPhone.ts';
import { textConverter } from './convertText.ts';
import { convertUrl } from './convertUrl.ts';

describe('text', () => {
  const text = exceptErrors(textConverter);

  test.each<[string, string]>([
    ['  Volvo  AB ', 'Volvo  AB'],
    ['\ufeff\u200bVolvo\u00a0', 'Volvo'],
    ['a\nb', 'a\nb'],
    ['007', '007'],
    ['0701234567', '0701234567'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e5', '1e5'],
    ['N/A', 'N/A'],
    ['null', 'null'],
    ['-', '-'],
    ['Go\u0308teborg', 'Göteborg'],
    ["'=1+1", '=1+1'],
    ["'-5", '-5'],
    ["'@x", '@x'],
    ["'Neil", "'Neil"],
    ["'", "'"],
    ['__proto__', '__proto__'],
  ])('%j is %j', (raw, expected) => {
    expect(converted(text, raw)).toBe(expected);
  });

  test('a spreadsheet’s error is no text', () => {
    expect(converted(text, '#N/A', 'error')).toBe('!cell-error');
    expect(converted(text, '#REF!')).toBe('!cell-error');
    expect(converted(text, '#1')).toBe('#1');
  });
});

describe('yes and no', () => {
  const boolean = exceptNothing(convertBoolean);

  test.each([
    'yes',
    'YES',
    'Ja',
    'j',
    'sant',
    'SANN',
    'oui',
    'sí',
    'si',
    'da',
    'tak',
    'kyllä',
    'wahr',
    'vrai',
    'vero',
    'sim',
    'true',
    'TRUE',
    'T',
    '1',
    'x',
    'X',
    '✓',
    '✔',
    '☑',
    'on',
    ' ja ',
  ])('%j is yes', (text) => {
    expect(converted(boolean, text)).toBe(true);
  });
  test.each([
    'no',
    'Nej',
    'nei',
    'nein',
    'non',
    'ei',
    'nie',
    'nu',
    'não',
    'false',
    'FALSE',
    'falskt',
    'f',
    '0',
    '✗',
    '☐',
    'off',
    'n',
  ])('%j is no', (text) => {
    expect(converted(boolean, text)).toBe(false);
  });
  test.each(['maybe', '2', 'yes and no', 'constructor'])('%j is neither', (text) => {
    expect(converted(boolean, text)).toBe('!boolean-invalid');
  });
  test('a workbook’s own booleans and a placeholder', () => {
    expect(converted(boolean, 'true', 'boolean')).toBe(true);
    expect(converted(boolean, '1', 'number')).toBe(true);
    expect(converted(boolean, 'N/A')).toBe('placeholder-empty');
  });
});

describe('e-mail', () => {
  const email = exceptNothing(convertEmail);

  test.each<[string, string]>([
    ['eva@volvo.se', 'eva@volvo.se'],
    ['Eva.Ek@VOLVO.se', 'Eva.Ek@volvo.se'],
    [' eva@volvo.se ', 'eva@volvo.se'],
    ['mailto:eva@volvo.se', 'eva@volvo.se'],
    ['MAILTO:eva@volvo.se?subject=Hej', 'eva@volvo.se'],
    ['Eva Ek <eva@volvo.se>', 'eva@volvo.se'],
    ['"Ek, Eva" <eva@volvo.se>;', 'eva@volvo.se'],
    ['<eva@volvo.se>', 'eva@volvo.se'],
    ['eva@volvo.se;', 'eva@volvo.se'],
    ['eva@volvo.se.', 'eva@volvo.se'],
    ['(eva@volvo.se)', 'eva@volvo.se'],
    ['eva+x@volvo.co.uk', 'eva+x@volvo.co.uk'],
    ["o'brien@x.ie", "o'brien@x.ie"],
    ['info@räksmörgås.se', 'info@räksmörgås.se'],
    ['info@xn--rksmrgs-5wao1o.se', 'info@xn--rksmrgs-5wao1o.se'],
    ['åsa@örebro.se', 'åsa@örebro.se'],
    ['"eva ek"@x.se', '"eva ek"@x.se'],
    ['a@b.museum', 'a@b.museum'],
    ['1@2.se', '1@2.se'],
    [`${'a'.repeat(64)}@b.se`, `${'a'.repeat(64)}@b.se`],
  ])('%j is %j', (raw, expected) => {
    expect(converted(email, raw)).toBe(expected);
  });

  test.each([
    'eva',
    'eva@',
    '@volvo.se',
    'eva@volvo',
    'eva@@volvo.se',
    'eva volvo@x.se',
    'eva@vol vo.se',
    'eva@volvo..se',
    'eva..ek@volvo.se',
    '.eva@volvo.se',
    'eva.@volvo.se',
    'eva@-volvo.se',
    'eva@volvo.s',
    'eva@1.2.3.4',
    'eva@localhost',
    `${'a'.repeat(65)}@b.se`,
    `a@${'b'.repeat(64)}.se`,
    `a@${'b.'.repeat(130)}se`,
    'http://volvo.se',
    '@'.repeat(2000),
  ])('%j is no address', (raw) => {
    expect(converted(email, raw)).toMatch(/^!email-(?:invalid|several)$/u);
  });

  test.each(['a@b.se; c@d.se', 'a@b.se, c@d.se', 'a@b.se c@d.se', 'a@b.se;c@d.se'])(
    '%j is several',
    (raw) => {
      expect(converted(email, raw)).toBe('!email-several');
    },
  );

  test('what comes out is read as itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (raw) => {
        const result = converted(email, raw);
        if (
          typeof result === 'string' &&
          !result.startsWith('!') &&
          result !== 'placeholder-empty' &&
          result !== ''
        ) {
          expect(converted(email, result)).toBe(result);
        }
      }),
    );
  });
});

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

describe('web address', () => {
  const url = exceptNothing(convertUrl);

  test.each<[string, string]>([
    ['https://volvo.se', 'https://volvo.se'],
    ['volvo.se', 'https://volvo.se'],
    ['www.Volvo.se/Om', 'https://www.volvo.se/Om'],
    ['HTTP://Volvo.se/A?b=C#d', 'http://volvo.se/A?b=C#d'],
    ['//volvo.se', 'https://volvo.se'],
    ['<https://volvo.se>', 'https://volvo.se'],
    ['räksmörgås.se', 'https://räksmörgås.se'],
    ['https://volvo.se:8080/x', 'https://volvo.se:8080/x'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://10.0.0.1/x', 'http://10.0.0.1/x'],
    ['https://volvo.se/a%20b', 'https://volvo.se/a%20b'],
  ])('%j is %j', (raw, expected) => {
    expect(converted(url, raw)).toBe(expected);
  });

  test.each([
    'volvo',
    'http://',
    'javascript:alert(1)',
    'eva@volvo.se',
    'mailto:eva@volvo.se',
    'volvo.se och saab.se',
    'https://vol vo.se',
    'https://volvo',
    'http://volvo.se:99999',
    'data:text/html,x',
    'https:\\\\volvo.se',
    `https://x.se/${'a'.repeat(3000)}`,
    '1.5',
    'http://1.2.3.400',
  ])('%j is none', (raw) => {
    expect(converted(url, raw)).toBe('!url-invalid');
  });

  test('what comes out is an address for the platform too', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ validSchemes: ['http', 'https'] }), fc.domain(), fc.string()),
        (raw) => {
          const result = converted(url, raw);
          if (typeof result === 'string' && result.includes('://'))
            expect(URL.canParse(result)).toBe(true);
        },
      ),
    );
  });
});

describe('choice', () => {
  const segment: ChoiceField = choice({
    label: 'Segment',
    options: [
      'A-kund',
      { value: 'b', label: 'B-kund', aliases: ['Klass B', 'b2b'] },
      { value: 'mala', label: 'Måla' },
      { value: 'mala2', label: 'Mala' },
      { value: 'x', label: 'Malmö, Sweden' },
    ],
  });
  const none = new Map<string, string | null>();

  test.each<[string, string]>([
    ['A-kund', 'A-kund'],
    ['a-KUND', 'A-kund'],
    ['b', 'b'],
    ['B-kund', 'b'],
    ['klass  b', 'b'],
    ['B2B', 'b'],
    ['måla', 'mala'],
    ['mala', 'mala'],
    ['Malmo, sweden', 'x'],
    ['other', '!choice-unknown'],
    ['', ''],
    ['N/A', 'placeholder-empty'],
    ['__proto__', '!choice-unknown'],
  ])('%j is %j', (raw, expected) => {
    if (raw !== '')
      expect(converted(exceptNothing(choiceConverter(segment, none)), raw)).toBe(expected);
  });

  test('an open choice keeps what is no option', () => {
    const open = choiceConverter({ ...segment, open: true }, none);
    expect([converted(open, 'klass b'), converted(open, ' Other ')]).toEqual(['b', 'Other']);
    expect(converted(exceptNothing(open), 'N/A')).toBe('N/A');
  });

  test('the user’s own decisions come first', () => {
    const decided = choiceConverter(
      segment,
      new Map([
        ['b', 'A-kund'],
        ['gone', null],
      ]),
    );
    expect([converted(decided, 'b'), converted(decided, 'gone')]).toEqual(['A-kund', null]);
  });

  const several = exceptNothing(choiceConverter({ ...segment, multiple: true }, none));
  test.each<[string, unknown]>([
    ['A-kund', ['A-kund']],
    ['A-kund; b', [['A-kund', 'b']]],
    ['A-kund, B-kund, b2b', [['A-kund', 'b']]],
    ['A-kund|b', [['A-kund', 'b']]],
    ['A-kund\nb', [['A-kund', 'b']]],
    ['Malmö, Sweden', ['x']],
    ['"Malmö, Sweden", b', [['x', 'b']]],
    ['Malmö, Sweden; b', [['x', 'b']]],
    ['A-kund;;', ['A-kund']],
    ['A-kund; foo; bar', '!choice-unknown !choice-unknown'],
  ])('several: %j', (raw, expected) => {
    const result = converted(several, raw);
    expect(typeof expected === 'string' ? result : [result].flat(1)).toEqual(
      Array.isArray(expected) ? expected.flat(1) : expected,
    );
  });

  test('parts never hold their separator, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', ';', '|', '"', '\n') }),
        (raw) => {
          const parts = splitChoices(raw);
          expect(parts.every((part) => part === part.trim() && part !== '')).toBe(true);
          if (!raw.includes('"') && raw.includes(';') && !raw.includes('\n'))
            expect(parts.join('')).not.toContain(';');
        },
      ),
    );
  });
});
