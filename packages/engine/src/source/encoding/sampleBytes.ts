import type { ByteInput } from '../ByteInput.ts';

const HEAD = 64 * 1024;
const PLACE = 16 * 1024;
const PLACES = 16;

/** Pieces to tell the encoding by: the start, then some places up to the end, since accents may come late. */
export async function sampleBytes(bytes: ByteInput): Promise<readonly Uint8Array[]> {
  const samples = [await bytes.slice(0, HEAD)];
  const left = bytes.size - HEAD;
  if (left <= 0) return samples;
  if (left <= PLACE * PLACES) return [...samples, await bytes.slice(HEAD, bytes.size)];
  const step = (left - PLACE) / (PLACES - 1);
  for (let i = 0; i < PLACES; i++) {
    // Even offsets, so that UTF-16 stays in step.
    const start = HEAD + Math.floor((i * step) / 2) * 2;
    samples.push(await bytes.slice(start, start + PLACE));
  }
  return samples;
}
