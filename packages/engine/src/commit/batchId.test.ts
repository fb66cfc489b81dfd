import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Operation } from '../adapter/PersistenceAdapter.ts';
import type { Value } from '../schema/Schema.ts';
import { batchId } from './batchId.ts';

/** Texts that are alike: long and short, of even and odd length, with characters that stand for nothing. */
const texts = fc
  .array(fc.constantFrom('a', 'b', '\0', '\u0001', '\uffff', 'ab', 'å'))
  .map((all) => all.join(''));
const values: fc.Arbitrary<Value> = fc.oneof(
  texts,
  fc.array(texts, { maxLength: 3 }),
  fc.constantFrom(null, true, false, 0, 1, -1.5, 1e21),
);
const operations: fc.Arbitrary<readonly Operation[]> = fc.array(
  fc.record({
    row: fc.constant(2),
    entity: fc.constantFrom('company', 'contact'),
    action: fc.constantFrom('create', 'update'),
    record: fc.nat(3),
    id: fc.constantFrom(null, '', 'a'),
    parentId: fc.constantFrom(null, '', 'a'),
    parentRecord: fc.constantFrom(null, 0, 1),
    values: fc.dictionary(fc.constantFrom('name', 'city', '__proto__', 'a'), values, {
      maxKeys: 3,
    }),
  }),
  { minLength: 1, maxLength: 3 },
);

test('the same operations have the same id, and others another', () => {
  fc.assert(
    fc.property(operations, operations, (some, others) => {
      const same = JSON.stringify(some) === JSON.stringify(others);
      expect(batchId('import', 1, structuredClone(some))).toBe(batchId('import', 1, some));
      expect(batchId('import', 1, some) === batchId('import', 1, others)).toBe(same);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['one character less', 'a', 'a\0'],
  ['a character that has the number of a mark', 'ab', 'ab\uffff'],
  ['texts that are cut elsewhere', ['ab', 'c'], ['a', 'bc']],
  ['a text and a list of it', 'a', ['a']],
  ['a text and the number it reads as', '1', 1],
  ['an empty text and an empty list', '', []],
] as readonly (readonly [string, Value, Value])[])(
  'values that differ have different ids: %s',
  (_, one, other) => {
    const of = (name: Value): string =>
      batchId('import', 1, [
        {
          row: 2,
          entity: 'company',
          action: 'create',
          record: 0,
          id: null,
          parentId: null,
          parentRecord: null,
          values: { name },
        },
      ]);
    expect(of(one)).not.toBe(of(other));
  },
);

test('a further run of the same rows has another id', () => {
  expect(batchId('import', 1, [])).not.toBe(batchId('import', 2, []));
});
