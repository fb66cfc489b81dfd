import { expect, test } from 'vitest';
import { numberShape, paddedDigits } from './numberFormat.ts';

test.each([
  ['General', 'number'],
  ['0.00', 'number'],
  ['#,##0;[Red]-#,##0', 'number'],
  ['0%', 'number'],
  ['0.00E+00', 'number'],
  ['##0.0e+0', 'number'],
  ['# ?/?', 'number'],
  ['@', 'number'],
  ['', 'number'],
  ['[$kr-41D] #,##0', 'number'],
  ['[$-409]#,##0.00 [$USD]', 'number'],
  ['0 "days"', 'number'],
  ['0 \\d\\a\\y', 'number'],
  ['"Date: "0', 'number'],
  ['[Magenta]0', 'number'],
  ['_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 'number'],
  ['_-* #,##0.00\\ "kr"_-', 'number'],
  ['[DBNum1][$-804]General', 'number'],
  ['yyyy-mm-dd', 'date'],
  ['m/d/yy h:mm', 'date'],
  ['[$-41D]d mmmm yyyy;@', 'date'],
  ['mmm', 'date'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['[$-411]ggge"年"m"月"d"日"', 'date'],
  ['dddd', 'date'],
  ['"Q"yyyy', 'date'],
  ['TT.MM.JJJJ', 'date'],
  ['jj/mm/aaaa', 'date'],
  ['ÅÅÅÅ-MM-DD', 'date'],
  ['h:mm', 'time'],
  ['hh:mm:ss AM/PM', 'time'],
  ['mm:ss.0', 'time'],
  ['[$-F400]h:mm:ss\\ AM/PM', 'time'],
  ['[h]:mm:ss', 'elapsed'],
  ['[mm]:ss', 'elapsed'],
  ['[ss]', 'elapsed'],
])('%j shows a number as %s', (format, shape) => {
  expect(numberShape(format, 45_000)).toBe(shape);
});

test.each([
  ['[<1]h:mm;yyyy-mm-dd', 0.5, 'time'],
  ['[<1]h:mm;yyyy-mm-dd', 45_000, 'date'],
  ['[>=1000]0;[>=100]d/m/yy;0', 5000, 'number'],
  ['[>=1000]0;[>=100]d/m/yy;0', 500, 'date'],
  ['[>=1000]0;[>=100]d/m/yy;0', 5, 'number'],
  ['[=0]0;yyyy', 0, 'number'],
  ['[<>0]yyyy;0', 3, 'date'],
  ['yyyy-mm-dd;0', -5, 'number'],
  ['yyyy-mm-dd;0;0.0', 0, 'number'],
  ['yyyy-mm-dd;;', -5, 'date'],
  ['"a;b"0;yyyy', -1, 'date'],
  ['0\\;0;yyyy', 1, 'number'],
] as const)('%j decides by the value: %d is a %s', (format, value, shape) => {
  expect(numberShape(format, value)).toBe(shape);
});

// Where the time grew with the square of the length, these would take minutes.
test.each(['"', '[', '["', ';', '\\'])('an absurd format of %j is read in no time', (part) => {
  expect(numberShape(part.repeat(400_000), 1)).toBe('number');
});

test.each([
  ['00000', 123, 5],
  ['[Red]000', 7, 3],
  ['00000;-00000', 123, 5],
  ['00000', 1.5, 0],
  ['00000', -3, 0],
  ['0', 7, 0],
  ['0.00', 7, 0],
  ['#,##0', 7, 0],
  ['000-000', 7, 0],
  ['"A"000', 7, 0],
  ['hh:mm:00', 7, 0],
])('%s fills %d up to %d digits', (format, value, digits) => {
  expect(paddedDigits(format, value)).toBe(digits);
});
