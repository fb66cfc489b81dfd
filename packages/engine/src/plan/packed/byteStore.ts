import type { Scratch } from './Scratch.ts';

/** The first `length` of some bytes. */
export interface PackedBytes {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** Bytes that are written one after the other, and read again anywhere. */
export interface ByteStore {
  /** Adds bytes, and tells where they are. */
  append(packed: PackedBytes): number;
  /** A copy of so many bytes. */
  read(at: number, length: number): Uint8Array;
  /** Whether these bytes are there. */
  holds(at: number, packed: PackedBytes): boolean;
}

/** Bytes that go to the scratch together. What was added last is read from here. */
const PIECE_BYTES = 256 * 1024;

export function byteStore(scratch: Scratch = memoryScratch()): ByteStore {
  const piece = new Uint8Array(PIECE_BYTES);
  /** Where the piece begins, and how much of it is written. */
  let start = 0;
  let filled = 0;

  const read = (at: number, length: number): Uint8Array => {
    const before = Math.min(length, Math.max(0, start - at));
    if (before === 0) return piece.slice(at - start, at - start + length);
    const bytes = new Uint8Array(length);
    scratch.read(at, bytes.subarray(0, before));
    bytes.set(piece.subarray(0, length - before), before);
    return bytes;
  };

  return {
    read,
    append({ bytes, length }) {
      const at = start + filled;
      for (let from = 0; from < length;) {
        const end = Math.min(length, from + PIECE_BYTES - filled);
        piece.set(bytes.subarray(from, end), filled);
        filled += end - from;
        from = end;
        if (filled < PIECE_BYTES) continue;
        scratch.append(piece);
        start += PIECE_BYTES;
        filled = 0;
      }
      return at;
    },
    holds(at, { bytes, length }) {
      if (at + length > start + filled) return false;
      if (at >= start) return isSame(piece, at - start, { bytes, length });
      return isSame(read(at, length), 0, { bytes, length });
    },
  };
}

function isSame(bytes: Uint8Array, at: number, other: PackedBytes): boolean {
  for (let i = 0; i < other.length; i += 1) if (bytes[at + i] !== other.bytes[i]) return false;
  return true;
}

/** The bytes in memory, outside of what a garbage collector has to look through. */
function memoryScratch(): Scratch {
  const pieces: Uint8Array[] = [];
  return {
    append: (bytes) => void pieces.push(bytes.slice()),
    read(at, into) {
      for (let done = 0; done < into.length;) {
        const piece = pieces[Math.floor((at + done) / PIECE_BYTES)] ?? new Uint8Array(0);
        const from = (at + done) % PIECE_BYTES;
        const part = piece.subarray(from, from + into.length - done);
        if (part.length === 0) throw new RangeError('There are no such bytes.');
        into.set(part, done);
        done += part.length;
      }
    },
  };
}
