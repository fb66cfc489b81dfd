import type { EncodingGuess } from './EncodingGuess.ts';

/**
 * Finds UTF-16 without a byte order mark: by the zero bytes of ASCII, which stand on one side of the
 * pairs, or, where there is little ASCII, by line breaks and blanks as 16-bit units.
 */
export function detectUtf16(bytes: Uint8Array): EncodingGuess | null {
  const pairs = bytes.length >> 1;
  if (pairs < 2) return null;
  const zeros = [0, 0];
  const blanks = [0, 0];
  for (let i = 0; i < pairs * 2; i += 2) {
    const first = bytes[i] as number;
    const second = bytes[i + 1] as number;
    if (first === 0) zeros[0]!++;
    if (second === 0) zeros[1]!++;
    if (first === 0 && isBlank(second)) blanks[0]!++;
    if (second === 0 && isBlank(first)) blanks[1]!++;
  }
  for (const [side, encoding] of [
    [1, 'utf-16le'],
    [0, 'utf-16be'],
  ] as const) {
    const here = zeros[side] as number;
    const there = zeros[1 - side] as number;
    if (here > pairs * 0.3 && there < here / 10)
      return { encoding, confidence: 0.98, runnerUp: null };
    if ((blanks[side] as number) > pairs / 50 && there === 0)
      return { encoding, confidence: 0.85, runnerUp: null };
  }
  return null;
}

function isBlank(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 32 || byte === 9 || byte === 44 || byte === 59;
}
