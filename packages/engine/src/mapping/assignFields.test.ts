import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignFields } from './assignFields.ts';
import type { Candidate } from './assignFields.ts';

const candidate = (column: number, field: number, rank: number): Candidate => ({
  column,
  field,
  rank,
});

test.each([
  { description: 'nothing fits', candidates: [], expected: [-1, -1] },
  {
    description: 'the better column gets the field',
    candidates: [candidate(0, 0, 0.8), candidate(1, 0, 0.9)],
    expected: [-1, 0],
  },
  {
    description: 'a column steps aside where it has another good field',
    candidates: [candidate(0, 0, 0.97), candidate(0, 1, 0.95), candidate(1, 0, 0.96)],
    expected: [1, 0],
  },
  {
    description: 'a nearly certain pair is not given up for two weaker ones',
    candidates: [candidate(0, 0, 0.98), candidate(0, 1, 0.6), candidate(1, 0, 0.93)],
    expected: [0, -1],
  },
])('$description', ({ candidates, expected }) => {
  expect(assignFields(2, 2, candidates)).toEqual(expected);
});

/** Tries everything. */
function bestTotal(
  columns: number,
  candidates: readonly Candidate[],
  taken: readonly number[],
): number {
  if (columns === 0) return 0;
  const column = columns - 1;
  const free = candidates.filter(
    (option) => option.column === column && !taken.includes(option.field),
  );
  const totals = free.map(
    ({ field, rank }) => rank ** 10 + bestTotal(column, candidates, [...taken, field]),
  );
  return Math.max(bestTotal(column, candidates, taken), ...totals);
}

test('is as good as trying everything, and gives no field twice', () => {
  const pair = fc.record({
    column: fc.nat({ max: 4 }),
    field: fc.nat({ max: 3 }),
    rank: fc.double({ min: 0.3, max: 1, noNaN: true }),
  });
  const pairs = fc.uniqueArray(pair, {
    maxLength: 14,
    selector: ({ column, field }) => column * 10 + field,
  });
  fc.assert(
    fc.property(pairs, (candidates) => {
      const assigned = assignFields(5, 4, candidates);
      const fields = assigned.filter((field) => field !== -1);
      expect(new Set(fields).size).toBe(fields.length);
      const total = assigned.reduce((sum, field, column) => {
        const chosen = candidates.find(
          (option) => option.column === column && option.field === field,
        );
        return sum + (chosen ? chosen.rank ** 10 : 0);
      }, 0);
      expect(total).toBeCloseTo(bestTotal(5, candidates, []), 9);
    }),
    { numRuns: 200 },
  );
});
