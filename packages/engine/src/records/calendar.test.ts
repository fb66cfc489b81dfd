import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialDay } from './calendar.ts';

test.each([
  [1, '1900-01-01', '00:00:00'],
  [59, '1900-02-28', '00:00:00'],
  [61, '1900-03-01', '00:00:00'],
  [45352, '2024-03-01', '00:00:00'],
  [45352.3958333333, '2024-03-01', '09:30:00'],
  [45351.999999, '2024-03-01', '00:00:00'],
  [2958465, '9999-12-31', '00:00:00'],
])('%d is %s %s', (serial, day, time) => {
  expect(serialDay(serial)).toEqual({ day, time });
});

test.each([0, 0.5, -1, 60, 60.5, 2958466, Number.NaN, Infinity])('%d names no day', (serial) => {
  expect(serialDay(serial)).toBeNull();
});

test('each count is the day after the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 62, max: 2958465 }), (serial) => {
      const [before, after] = [serialDay(serial - 1)?.day ?? '', serialDay(serial)?.day ?? ''];
      expect(Date.parse(after) - Date.parse(before)).toBe(86_400_000);
    }),
  );
});
