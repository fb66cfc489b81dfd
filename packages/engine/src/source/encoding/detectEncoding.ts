import { detectLegacy } from './detectLegacy.ts';
import { detectUtf16 } from './detectUtf16.ts';
import type { EncodingGuess } from './EncodingGuess.ts';
import { utf8Evidence } from './utf8Evidence.ts';

/**
 * Finds the encoding of a text: byte order mark, UTF-16, UTF-8 proven by its form, ISO-2022 by its
 * escapes, then the legacy encodings by what text they would make.
 * @param samples pieces from several places of the file, the first from its start.
 */
export function detectEncoding(samples: readonly Uint8Array[]): EncodingGuess {
  const head = samples[0] ?? new Uint8Array();
  const marked = byBom(head);
  if (marked !== null) return { encoding: marked, confidence: 1, runnerUp: null };
  const wide = detectUtf16(head);
  if (wide !== null) return wide;
  return byUtf8(samples) ?? detectLegacy(samples);
}

/** Encoding of the byte order mark, null where there is none. */
export function byBom(head: Uint8Array): string | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

function byUtf8(samples: readonly Uint8Array[]): EncodingGuess | null {
  let sequences = 0;
  let invalid = 0;
  for (const sample of samples) {
    const found = utf8Evidence(sample);
    sequences += found.sequences;
    invalid += found.invalid;
  }
  if (invalid === 0) return sequences === 0 ? byEscapes(samples) : proven(sequences);
  // A few damaged bytes in a text that is UTF-8 otherwise: several sequences in a row are no accident.
  if (sequences > 10 * invalid)
    return { encoding: 'utf-8', confidence: 0.8, runnerUp: 'windows-1252' };
  return null;
}

/** One sequence may be an accident of two legacy letters, a second hardly. */
function proven(sequences: number): EncodingGuess {
  const confidence = 1 - 0.1 / (1 + sequences * sequences);
  return { encoding: 'utf-8', confidence, runnerUp: null };
}

/** Pure ASCII, unless ISO-2022-JP escapes say that it stands for something else. */
function byEscapes(samples: readonly Uint8Array[]): EncodingGuess {
  const escaped = samples.some((bytes) =>
    bytes.some(
      (byte, i) =>
        byte === 0x1b && bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x42 || bytes[i + 2] === 0x40),
    ),
  );
  if (escaped) return { encoding: 'iso-2022-jp', confidence: 0.95, runnerUp: null };
  return { encoding: 'utf-8', confidence: 1, runnerUp: null };
}
