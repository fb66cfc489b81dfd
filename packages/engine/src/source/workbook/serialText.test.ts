import { expect, test } from 'vitest';
import { isClockText, serialText } from './serialText.ts';

test.each([
  ['the first day of the 1900 calendar', 1, 'date', false, '1900-01-01'],
  ['the day before its leap day', 59, 'date', false, '1900-02-28'],
  ['the leap day that never was', 60, 'date', false, '1900-02-29'],
  ['the day after it', 61, 'date', false, '1900-03-01'],
  ['a day', 45_352, 'date', false, '2024-03-01'],
  ['the last day', 2_958_465, 'date', false, '9999-12-31'],
  ['a moment', 45_352.395833333, 'date', false, '2024-03-01T09:30:00'],
  ['a moment whose format shows the day alone', 12_345.6789, 'date', false, '1933-10-18T16:17:37'],
  ['a fraction that rounds up to midnight', 45_351.9999999, 'date', false, '2024-03-01'],
  ['a time', 0.395833333, 'time', false, '09:30:00'],
  ['a time under a date format', 0.5, 'date', false, '12:00:00'],
  ['midnight', 0, 'time', false, '00:00:00'],
  ['the last moment of a day stays in it', 0.9999999, 'time', false, '23:59:59'],
  ['a day under a time format', 45_352.5, 'time', false, '2024-03-01T12:00:00'],
  ['a day of the 1904 calendar', 43_890, 'date', true, '2024-03-01'],
  ['its first day', 0, 'date', true, '1904-01-01'],
  ['a time of the 1904 calendar', 0.25, 'time', true, '06:00:00'],
  ['a moment under a time format', 43_890.5, 'time', true, '2024-03-01T12:00:00'],
  ['a duration over a day', 1.5, 'elapsed', false, '36:00:00'],
  ['a duration knows no calendar', 1.5, 'elapsed', true, '36:00:00'],
  ['a negative duration', -0.125, 'elapsed', false, '-03:00:00'],
  ['a duration of days on end', 10.632060185, 'elapsed', false, '1900-01-10T15:10:10'],
] as const)('%s', (...[, serial, shape, date1904, text]) => {
  expect(serialText(serial, shape, date1904)).toBe(text);
});

test.each([
  ['09:30:00', true],
  ['-03:00:00', true],
  ['2024-03-01', false],
  ['2024-03-01T09:30:00', false],
])('%s is a clock: %s', (text, clock) => {
  expect(isClockText(text)).toBe(clock);
});
