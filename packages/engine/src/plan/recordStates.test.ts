import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../schema/Schema.ts';
import { byteStore } from './packed/byteStore.ts';
import { recordStates, type NewState } from './recordStates.ts';

const SLOTS = 4;

const values: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value[]>(null, true, false, '', 'å', 'Ā', '\ud800x', 0, -0, 1, -1, 0.1, NaN),
  fc.constantFrom<Value[]>(2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 31), Infinity, [], ['', 'Ā'], 'x'),
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.double(),
  fc.integer(),
  fc.array(fc.string(), { maxLength: 5 }),
);
const ids = fc.option(fc.string({ maxLength: 8 }));
const records = fc.record({
  id: ids,
  parent: fc.integer({ min: -1, max: 5 }),
  parentId: ids,
  values: fc.array(values, { minLength: SLOTS, maxLength: SLOTS }),
});
type Change = readonly [place: number, slot: number, value: Value];
const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.tuple(fc.nat(), fc.nat(SLOTS - 1), values),
  { maxLength: 20 },
);

describe('a record is found again as the rows have left it', () => {
  // The records in between drive those before them out of what is at hand.
  test.each([0, 2000])('with %i other records in between', (between) => {
    const run = (all: readonly NewState[], changed: readonly Change[]): void => {
      const states = recordStates(byteStore());
      const known = all.map((record) => {
        const number = states.add(record);
        for (let n = 0; n < between / all.length; n += 1)
          states.add({ id: null, parent: -1, parentId: null, values: [n, 'other'] });
        return { ...record, number, values: [...record.values], changed: new Set<number>() };
      });
      for (const [place, slot, value] of changed) {
        const record = known[place % known.length];
        if (record === undefined) continue;
        states.change(record.number, slot, value);
        record.values[slot] = value;
        record.changed.add(slot);
      }
      for (const record of known) {
        const { number, id, parent, parentId } = record;
        expect([states.id(number), states.parent(number), states.parentId(number)]).toEqual([
          id,
          parent,
          parentId,
        ]);
        for (let slot = 0; slot < SLOTS; slot += 1) {
          expect(states.value(number, slot)).toStrictEqual(record.values[slot]);
          expect(states.changed(number, slot)).toBe(record.changed.has(slot));
        }
      }
    };
    fc.assert(fc.property(fc.array(records, { minLength: 1, maxLength: 30 }), changes, run), {
      numRuns: between === 0 ? 100 : 20,
    });
  });
});

test('what a store tells and is no value comes back as it was', () => {
  const states = recordStates(byteStore());
  const odd = new Date(0);
  const mixed = ['a', 1];
  const record = states.add({
    id: '1',
    parent: -1,
    parentId: null,
    values: [odd, mixed, 10n] as unknown as readonly Value[],
  });
  for (let n = 0; n < 3000; n += 1)
    states.add({ id: null, parent: -1, parentId: null, values: [null] });
  expect([0, 1, 2].map((slot) => states.value(record, slot))).toEqual([odd, mixed, 10n]);
  expect(states.value(record, 0)).toBe(odd);
});

test('a record has no value in a slot that is none, and there is none before the first', () => {
  const states = recordStates(byteStore());
  const record = states.add({ id: null, parent: -1, parentId: null, values: ['a'] });
  expect(states.count()).toBe(1);
  expect([states.value(record, -1), states.changed(record, -1)]).toEqual([null, false]);
  expect([states.id(-1), states.parent(-1), states.parentId(-1)]).toEqual([null, -1, null]);
});
