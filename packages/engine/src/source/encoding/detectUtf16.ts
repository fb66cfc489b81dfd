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
  const little = {
    encoding: 'utf-16le',
    here: zerosSecond,
    there: zerosFirst,
    blanks: blanksSecond,
  };
  const big = { encoding: 'utf-16be', here: zerosFirst, there: zerosSecond, blanks: blanksFirst };
  return judge(bytes, pairs, little) ?? judge(bytes, pairs, big);
}

interface Counts {
  readonly encoding: string;
  /** Pairs with a zero on the side of the high byte; on the other side; that are a blank. */
  readonly here: number;
  readonly there: number;
  readonly blanks: number;
}

function judge(bytes: Uint8Array, pairs: number, counts: Counts): EncodingGuess | null {
  const { encoding, here, there, blanks } = counts;
  if (here > pairs * 0.3 && there < here / 10)
    return { encoding, confidence: 0.98, runnerUp: null };
  if (blanks > pairs / 50 && there < here && isText(bytes, encoding)) {
    return { encoding, confidence: 0.9, runnerUp: null };
  }
  return null;
}

/** Whether nearly all of the characters are letters, digits, punctuation or blanks. */
function isText(bytes: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 4096), { stream: true });
  const odd = text.replaceAll(/[\p{L}\p{M}\p{N}\p{P}\p{S}\s]/gu, '').length;
  return !text.includes('\ufffd') && odd * 20 < text.length;
}

function isBlank(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 32 || byte === 9 || byte === 44 || byte === 59;
}
