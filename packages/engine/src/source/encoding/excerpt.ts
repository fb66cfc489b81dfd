/** Bytes that are looked at under each encoding. */
const EXCERPT = 6 * 1024;
const LONGEST_LINE = 2048;

/** The lines with bytes beyond ASCII, whole where they are not too long, up to a few kilobytes. */
export function excerpt(samples: readonly Uint8Array[]): Uint8Array {
  const taken = new Uint8Array(EXCERPT);
  let size = 0;
  samples.forEach((sample, index) => {
    // A later sample begins in the middle of a line, perhaps of a character.
    let at = index === 0 ? 0 : sample.indexOf(10) + 1;
    while (at < sample.length && size < EXCERPT) {
      const end = lineEnd(sample, at);
      const line = sample.subarray(at, end);
      if (line.some((byte) => byte > 0x7f)) {
        const part = line.subarray(0, EXCERPT - size);
        taken.set(part, size);
        size += part.length;
      }
      at = end;
    }
  });
  return taken.subarray(0, size);
}

function lineEnd(sample: Uint8Array, from: number): number {
  const feed = sample.indexOf(10, from);
  const end = feed === -1 ? sample.length : feed + 1;
  return Math.min(end, from + LONGEST_LINE);
}
