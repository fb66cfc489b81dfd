export interface Utf8Evidence {
  /** Characters beyond ASCII that are well-formed UTF-8. */
  readonly sequences: number;
  /** Bytes that are part of no well-formed sequence. */
  readonly invalid: number;
  /** Bytes over 0x7F. */
  readonly high: number;
}

/** Counts well-formed and broken UTF-8. A sequence cut off by either end of the bytes counts as neither. */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  let sequences = 0;
  let invalid = 0;
  let high = 0;
  let at = 0;
  while (at < 3 && isContinuation(bytes[at])) at++;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at++;
      continue;
    }
    high++;
    const length = sequenceLength(bytes, at);
    if (length === 0) break;
    if (length === 1) invalid++;
    else sequences++;
    high += length - 1;
    at += length;
  }
  return { sequences, invalid, high };
}

/** Bytes of the sequence at `at`; 1: broken; 0: cut off by the end. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const length = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
  for (let i = 1; i < length; i++) {
    if (at + i >= bytes.length) return 0;
    if (!isContinuation(bytes[at + i])) return 1;
  }
  if (length < 3) return length;
  // Overlong forms and surrogates.
  const second = bytes[at + 1] as number;
  const [low, high] = SECOND.get(lead) ?? [0x80, 0xbf];
  return second < low || second > high ? 1 : length;
}

const SECOND: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
