import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteStore } from './byteStore.ts';

const lengths = fc.oneof(
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.constantFrom(256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 600_000),
);

/** Bytes that tell where they come from. */
function bytesOf(n: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (n * 31 + i * 7 + (i >>> 8)) & 255);
}

test('what was added is read again where it is, in parts too, across the pieces it is kept in', () => {
  fc.assert(
    fc.property(fc.array(lengths, { minLength: 1, maxLength: 12 }), (all) => {
      const store = byteStore();
      const added = all.map((length, n) => {
        const bytes = bytesOf(n, length);
        return { bytes, at: store.append({ bytes, length }) };
      });
      for (const { bytes, at } of added) {
        const { length } = bytes;
        expect(Buffer.compare(store.read(at, length), bytes)).toBe(0);
        expect(store.holds(at, { bytes, length })).toBe(true);
        const half = Math.floor(length / 2);
        expect(Buffer.compare(store.read(at + half, length - half), bytes.subarray(half))).toBe(0);
        if (length === 0) continue;
        const wrong = bytes.slice();
        wrong[length - 1] = (wrong[length - 1] ?? 0) ^ 1;
        expect(store.holds(at, { bytes: wrong, length })).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});

test('only the first bytes of an array that is longer count', () => {
  const store = byteStore();
  const at = store.append({ bytes: Uint8Array.of(1, 2, 3), length: 2 });
  store.append({ bytes: Uint8Array.of(4), length: 1 });
  expect([...store.read(at, 3)]).toEqual([1, 2, 4]);
  expect(store.holds(at, { bytes: Uint8Array.of(1, 2, 9), length: 2 })).toBe(true);
});

test('bytes beyond the end are not there', () => {
  const store = byteStore();
  const bytes = Uint8Array.of(0, 0, 0);
  const at = store.append({ bytes, length: 2 });
  expect(store.holds(at, { bytes, length: 3 })).toBe(false);
});
