import { ImportError } from '../issue/ImportError.ts';

/** Bytes that can be read in parts, as often as needed. */
export interface ByteInput {
  readonly size: number;
  /** The bytes from `start` to before `end`. */
  slice(start: number, end: number): Promise<Uint8Array>;
  /** All bytes in pieces, from the start. */
  pieces(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/**
 * Edges of the pieces a file is read in: small at first, so that the first rows come soon, then large
 * enough that the overhead of a piece vanishes, small enough to parse in a few milliseconds.
 */
export function* pieceEdges(size: number): Iterable<readonly [start: number, end: number]> {
  let length = FIRST_PIECE;
  for (let at = 0; at < size;) {
    const end = Math.min(at + length, size);
    yield [at, end];
    at = end;
    length = Math.min(length * 2, LARGEST_PIECE);
  }
}

const FIRST_PIECE = 64 * 1024;
const LARGEST_PIECE = 512 * 1024;

export function toByteInput(input: Blob | Uint8Array): ByteInput {
  return input instanceof Uint8Array ? fromBytes(input) : fromBlob(input);
}

function fromBytes(bytes: Uint8Array): ByteInput {
  return {
    size: bytes.length,
    slice: (start, end) => Promise.resolve(bytes.subarray(start, end)),
    async *pieces(signal) {
      for (const [start, end] of pieceEdges(bytes.length)) {
        signal?.throwIfAborted();
        yield bytes.subarray(start, end);
      }
    },
  };
}

// Slices instead of `Blob.stream()`: pieces of one known size in every browser, and nothing to release on cancel.
function fromBlob(blob: Blob): ByteInput {
  const slice = async (start: number, end: number): Promise<Uint8Array> => {
    try {
      return new Uint8Array(await blob.slice(start, end).arrayBuffer());
    } catch (cause) {
      throw unreadable(cause);
    }
  };
  return {
    size: blob.size,
    slice,
    async *pieces(signal) {
      for (const [start, end] of pieceEdges(blob.size)) {
        signal?.throwIfAborted();
        yield await slice(start, end);
      }
    },
  };
}

function unreadable(cause: unknown): ImportError {
  return new ImportError(
    'file-unreadable',
    'The file cannot be read any more: it was moved, changed or taken away after it was chosen. Choose it again.',
    { cause },
  );
}
