import type { PackedBytes } from './byteStore.ts';

/** A whole number of 32 bits that equal bytes have in common. */
export type ByteHash = (packed: PackedBytes) => number;

/**
 * HalfSipHash-1-3 under a random key: nobody can make up keys for a file that all get the same number, which would make
 * finding one as slow as comparing with all.
 */
export function byteHash(
  [k0 = 0, k1 = 0]: Int32Array = crypto.getRandomValues(new Int32Array(2)),
): ByteHash {
  return ({ bytes, length }) => {
    let v0 = k0;
    let v1 = k1;
    let v2 = 0x6c796765 ^ k0;
    let v3 = 0x74656462 ^ k1;
    const whole = length & ~3;
    let word = length << 24;
    for (let i = length - 1; i >= whole; i -= 1) word |= (bytes[i] ?? 0) << (8 * (i - whole));
    for (let i = 0; i < whole + 16; i += 4) {
      // After the last word, rounds that only mix.
      if (i === whole + 4) v2 ^= 0xff;
      const next = i < whole ? wordAt(bytes, i) : i === whole ? word : 0;
      v3 ^= next;
      v0 = (v0 + v1) | 0;
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
      v0 = (v0 << 16) | (v0 >>> 16);
      v2 = (v2 + v3) | 0;
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
      v2 = (v2 << 16) | (v2 >>> 16);
      v0 ^= next;
    }
    return v1 ^ v3;
  };
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}
