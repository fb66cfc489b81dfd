import { describe, expect, test } from 'vitest';
import { exceptErrors } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { textConverter } from './convertText.ts';

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

  test('a number that a spreadsheet could not keep is told', () => {
    expect(converted(text, '1234567890123456', 'number')).toEqual([
      '1234567890123456',
      'digits-rounded',
    ]);
    expect(converted(text, '123456789012345', 'number')).toBe('123456789012345');
  });
});
