import { expect, test } from 'vitest';
import fc from 'fast-check';
import { moveActive } from './moveActive.ts';

const extent = { rows: 100, columns: 8, page: 10, isRtl: false };
const plain = { ctrlKey: false, metaKey: false };

const moves = [
  { description: 'down', key: 'ArrowDown', expected: { row: 51, column: 3 } },
  { description: 'up', key: 'ArrowUp', expected: { row: 49, column: 3 } },
  { description: 'forward', key: 'ArrowRight', expected: { row: 50, column: 4 } },
  { description: 'back', key: 'ArrowLeft', expected: { row: 50, column: 2 } },
  { description: 'to the row start', key: 'Home', expected: { row: 50, column: 0 } },
  { description: 'to the row end', key: 'End', expected: { row: 50, column: 7 } },
  { description: 'a page down', key: 'PageDown', expected: { row: 60, column: 3 } },
  { description: 'a page up', key: 'PageUp', expected: { row: 40, column: 3 } },
  {
    description: 'to the very first cell',
    key: 'Home',
    ctrl: true,
    expected: { row: 0, column: 0 },
  },
  {
    description: 'to the very last cell',
    key: 'End',
    ctrl: true,
    expected: { row: 99, column: 7 },
  },
  {
    description: 'to the last row',
    key: 'ArrowDown',
    ctrl: true,
    expected: { row: 99, column: 3 },
  },
  {
    description: 'back in a right-to-left grid',
    key: 'ArrowRight',
    rtl: true,
    expected: { row: 50, column: 2 },
  },
  { description: 'nowhere for other keys', key: 'x', expected: null },
];

test.each(moves)('moves $description', ({ key, ctrl = false, rtl = false, expected }) => {
  const moved = moveActive(
    { row: 50, column: 3 },
    { key, ctrlKey: ctrl, metaKey: false },
    { ...extent, isRtl: rtl },
  );
  expect(moved).toEqual(expected);
});

test('never leaves the grid', () => {
  const key = fc.constantFrom(
    'ArrowDown',
    'ArrowUp',
    'ArrowLeft',
    'ArrowRight',
    'PageUp',
    'PageDown',
    'Home',
    'End',
  );
  const keys = fc.array(fc.record({ key, ctrlKey: fc.boolean() }), { maxLength: 60 });
  const size = fc.record({
    rows: fc.integer({ min: 1, max: 1e6 }),
    columns: fc.integer({ min: 1, max: 300 }),
  });
  fc.assert(
    fc.property(keys, size, fc.boolean(), (pressed, { rows, columns }, isRtl) => {
      let place = { row: 0, column: 0 };
      for (const { key: name, ctrlKey } of pressed) {
        place =
          moveActive(place, { ...plain, key: name, ctrlKey }, { rows, columns, page: 9, isRtl }) ??
          place;
        expect(place.row).toBeGreaterThanOrEqual(0);
        expect(place.row).toBeLessThan(rows);
        expect(place.column).toBeGreaterThanOrEqual(0);
        expect(place.column).toBeLessThan(columns);
      }
    }),
  );
});
