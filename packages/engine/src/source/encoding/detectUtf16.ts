import type { EncodingGuess } from './EncodingGuess.ts';

/**
 * Finds UTF-16 without a byte order mark: by the zero bytes of ASCII, which stand on one side of the
 * pairs, or, where there is little ASCII, by line breaks and blanks as 16-bit units.
 */
export function detectUtf16(bytes: Uint8Array): EncodingGuess | null {
  const pairs = bytes.length >> 1;
  if (pairs < 2) return null;
  let zerosFirst = 0;
  let zerosSecond = 0;
  let blanksFirst = 0;
  let blanksSecond = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    const first = bytes[i] as number;
    const second = bytes[i + 1] as number;
    if (first === 0) zerosFirst++;
    if (second === 0) zerosSecond++;
    if (first === 0 && isBlank(second)) blanksFirst++;
    if (second === 0 && isBlank(first)) blanksSecond++;
  }
  return (
    judge('utf-16le', zerosSecond / pairs, zerosFirst / pairs, blanksSecond / pairs) ??
    judge('utf-16be', zerosFirst / pairs, zerosSecond / pairs, blanksFirst / pairs)
  );
}

/** @param here share of the pairs with a zero on the high side; `there`: on the other; `blanks`: that are a blank. */
function judge(
  encoding: string,
  here: number,
  there: number,
  blanks: number,
): EncodingGuess | null {
  if (here > 0.3 && there < here / 10) return { encoding, confidence: 0.98, runnerUp: null };
  if (blanks > 0.02 && there === 0) return { encoding, confidence: 0.85, runnerUp: null };
  return null;
}

function isBlank(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 32 || byte === 9 || byte === 44 || byte === 59;
}
