/** Numbers by index, as many as are needed. */
export interface NumberColumn {
  get(index: number): number;
  set(index: number, value: number): void;
}

interface Numbers {
  [index: number]: number;
}

/** A piece has 2^12 numbers. Pieces are made when they are needed: growing copies nothing. */
const BITS = 12;
const PIECE = 2 ** BITS;

/** @param missing what is told of an index that was not set. */
export function numberColumn(
  make: new (length: number) => Numbers & { fill(value: number): unknown },
  missing = 0,
): NumberColumn {
  const pieces: (Numbers | undefined)[] = [];
  return {
    get: (index) => pieces[index >>> BITS]?.[index & (PIECE - 1)] ?? missing,
    set(index, value) {
      const at = index >>> BITS;
      let piece = pieces[at];
      if (piece === undefined) {
        const made = new make(PIECE);
        if (missing !== 0) made.fill(missing);
        // No holes: reading past one is slow.
        while (pieces.length < at) pieces.push(undefined);
        piece = pieces[at] = made;
      }
      piece[index & (PIECE - 1)] = value;
    },
  };
}
