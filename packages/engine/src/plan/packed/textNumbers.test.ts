import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteHash, type ByteHash } from './byteHash.ts';
import { byteStore } from './byteStore.ts';
import type { Scratch } from './Scratch.ts';
import { textNumbers } from './textNumbers.ts';
import { textTable } from './textTable.ts';

type Step = readonly [kind: 'set' | 'delete' | 'get', text: string, value: number];

/** Few different texts, so that they come again; some that differ in one place only, some that no encoding takes as they are. */
const texts = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', 'å', 'Å', 'Ā', 'a\u0000', '\ud800', '\ud801', '😀', 'ÿĀ'),
  fc.string({ maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('x'.repeat(300), `${'x'.repeat(299)}y`, `${'x'.repeat(299)}Ā`),
);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.tuple(
    fc.constantFrom('set', 'set', 'delete', 'get' as const),
    texts,
    fc.oneof(fc.constant(-2), fc.nat()),
  ),
  { maxLength: 300 },
);

const hashes: readonly [string, () => ByteHash][] = [
  ['a hash', () => byteHash()],
  [
    'a hash that is the same for many',
    () =>
      ({ length }) =>
        length % 3,
  ],
  ['a hash that is the same for all', () => () => -1],
];

test.each(hashes)('with %s, numbers are found as in a Map', (_, hash) => {
  fc.assert(
    fc.property(steps, (all) => {
      const numbers = textNumbers(textTable(byteStore(), hash()));
      const map = new Map<string, number>();
      for (const [kind, text, value] of all) {
        if (kind === 'set') {
          numbers.set(text, value);
          map.set(text, value);
        } else if (kind === 'delete') {
          numbers.delete(text);
          map.delete(text);
        }
        expect(numbers.get(text)).toBe(map.get(text));
        expect(numbers.has(text)).toBe(map.has(text));
      }
      for (const [, text] of all) expect(numbers.get(text)).toBe(map.get(text));
    }),
  );
});

test('numbers that share a table of texts know nothing of each other', () => {
  fc.assert(
    fc.property(steps, steps, (some, others) => {
      const table = textTable(byteStore());
      const [one, two] = [textNumbers(table), textNumbers(table)];
      const expected = new Map<string, number>();
      for (const [, text, value] of some) {
        one.set(text, value);
        expected.set(text, value);
      }
      for (const [, text] of others) two.delete(text);
      for (const [, text] of [...some, ...others]) {
        expect(one.get(text)).toBe(expected.get(text));
        expect(two.get(text)).toBe(undefined);
      }
    }),
  );
});

test('a hundred thousand keys are found, and no other, through a scratch that reads what was added before', () => {
  const scratch = checkedScratch();
  const numbers = textNumbers(textTable(byteStore(scratch)));
  for (let n = 0; n < 100_000; n += 1) numbers.set(`key ${n}`, n);
  const wrong = Array.from({ length: 100_000 }, (_, n) => n).filter(
    (n) => numbers.get(`key ${n}`) !== n || numbers.has(`key ${n} `),
  );
  expect(wrong).toEqual([]);
  expect(scratch.size()).toBeGreaterThan(1_000_000);
});

test('hashes of one key are the same, of another key and of other bytes hardly ever', () => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  const hash = byteHash(Int32Array.of(1, 2));
  const other = byteHash(Int32Array.of(1, 3));
  const all = Array.from({ length: 20_000 }, (_, n) => {
    const bytes = bytesOf('x'.repeat(n % 7) + String(n));
    return { bytes, length: bytes.length };
  });
  expect(new Set(all.map(hash)).size).toBeGreaterThan(19_990);
  expect(all.map(hash)).toEqual(all.map(hash));
  expect(all.filter((packed) => hash(packed) === other(packed)).length).toBeLessThan(5);
});

/** One array of all bytes, as a file would be. */
function checkedScratch(): Scratch & { size(): number } {
  let all = new Uint8Array(0);
  return {
    size: () => all.length,
    append(bytes) {
      const larger = new Uint8Array(all.length + bytes.length);
      larger.set(all);
      larger.set(bytes, all.length);
      all = larger;
    },
    read(at, into) {
      if (at + into.length > all.length) throw new RangeError('Read beyond the end.');
      into.set(all.subarray(at, at + into.length));
    },
  };
}
