/** Shorter texts have too many neighbours. */
const SHORTEST = 4;
const LONGEST = 60;
/** Less alike than this is not alike. */
export const LEAST_SIMILARITY = 0.75;

/**
 * Share (0–1) of two texts that is the same, by edits of one letter; swapped neighbours count once. 0 when they are
 * less alike than `LEAST_SIMILARITY`.
 */
export function similarText(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < SHORTEST || longer > LONGEST) return 0;
  const allowed = Math.floor(longer * (1 - LEAST_SIMILARITY));
  if (Math.abs(a.length - b.length) > allowed) return 0;
  const edits = editDistance(a, b, allowed);
  return edits > allowed ? 0 : 1 - edits / longer;
}

/** The letters a text has, one bit each: texts that differ in many bits need no closer look. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let index = 0; index < text.length && index < LONGEST; index += 1) {
    mask |= 1 << (text.charCodeAt(index) & 31);
  }
  return mask;
}

/** Whether texts with these letters can be similar at all. */
export function mayBeSimilar(a: number, b: number, length: number): boolean {
  let difference = a ^ b;
  let bits = 0;
  while (difference !== 0) {
    difference &= difference - 1;
    bits += 1;
  }
  return bits <= 2 * length * (1 - LEAST_SIMILARITY) + 1;
}

/** Optimal string alignment; gives up with `most + 1` once there are more edits. */
function editDistance(a: string, b: string, most: number): number {
  const width = b.length + 1;
  let twoAbove = new Uint8Array(width);
  let above = Uint8Array.from({ length: width }, (_, index) => index);
  let row = new Uint8Array(width);
  for (let i = 1; i <= a.length; i += 1) {
    // Only cells this near the diagonal can hold few enough edits.
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    row[from - 1] = from === 1 ? i : most + 1;
    let least = from === 1 ? i : most + 1;
    for (let j = from; j <= to; j += 1) {
      const replace = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, replace);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (twoAbove[j - 2] as number) + 1);
      }
      row[j] = edits;
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    if (to < b.length) row[to + 1] = most + 1;
    [twoAbove, above, row] = [above, row, twoAbove];
  }
  return above[b.length] as number;
}
