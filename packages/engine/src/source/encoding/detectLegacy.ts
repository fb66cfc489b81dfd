import { CODE_PAGES, type CodePage } from './codePages.ts';
import { createDecoder } from './createDecoder.ts';
import type { EncodingGuess } from './EncodingGuess.ts';
import { excerpt } from './excerpt.ts';
import { type MultiByteGuess, multiByteGuesses } from './multiByte.ts';
import { scoreText } from './scoreText.ts';

interface Reading {
  readonly label: string;
  readonly text: string;
  readonly score: number;
}

/** Chooses among the encodings from before Unicode by what text they make of the bytes beyond ASCII. */
export function detectLegacy(samples: readonly Uint8Array[]): EncodingGuess {
  const bytes = excerpt(samples);
  const density = highDensity(samples);
  const readings = CODE_PAGES.map((page) => readAs(bytes, page, density)).toSorted(
    (a, b) => b.score - a.score,
  );
  const best = readings[0] as Reading;
  const perSign = best.score / countHigh(bytes);
  const wide = multiByteGuesses(bytes)[0];
  if (wide !== undefined && isFluent(wide, perSign)) {
    return {
      encoding: wide.label,
      confidence: Math.min(0.99, 0.7 + wide.share / 2),
      runnerUp: best.label,
    };
  }
  const rival = readings.find((reading) => reading.text !== best.text);
  const lead = rival === undefined ? 20 : best.score - rival.score;
  // Signs that make no language leave a doubt, however far the others are behind.
  const sense = perSign < -5.5 ? 0.5 : 1;
  return {
    encoding: best.label,
    confidence: (1 - 0.5 * Math.exp(-lead / 4)) * sense,
    runnerUp: rival?.label ?? null,
  };
}

function readAs(
  bytes: Uint8Array,
  { label, languages, prior }: CodePage,
  density: number,
): Reading {
  const text = createDecoder(label).decode(bytes);
  return { label, text, score: scoreText(text, languages, density) + prior };
}

/**
 * A text of an East Asian language is full of frequent characters, a short one need not be; and they
 * stand side by side, where two accented letters of a Latin text seldom do.
 */
function isFluent({ share, count, runs }: MultiByteGuess, perSign: number): boolean {
  if (count < 2 || count < runs * 1.4) return false;
  return share > 0.3 || (share > 0.05 && perSign < -4.5);
}

const DENSITY_SAMPLE = 8 * 1024;

/** Bytes beyond ASCII as a share of them and the ASCII letters. */
function highDensity(samples: readonly Uint8Array[]): number {
  let high = 0;
  let letters = 0;
  for (const sample of samples) {
    for (const byte of sample.subarray(0, DENSITY_SAMPLE)) {
      if (byte > 0x7f) high++;
      else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
    }
  }
  return Math.max(high, 1) / (high + letters + 1);
}

function countHigh(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) if (byte > 0x7f) high++;
  return Math.max(1, high);
}
