import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exceptNothing } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { convertUrl } from './convertUrl.ts';

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
