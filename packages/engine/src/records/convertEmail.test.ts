import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exceptNothing } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { convertEmail } from './convertEmail.ts';

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
