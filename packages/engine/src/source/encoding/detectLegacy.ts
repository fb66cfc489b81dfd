import type { EncodingGuess } from './EncodingGuess.ts';

/** Chooses among the encodings from before Unicode. */
export function detectLegacy(samples: readonly Uint8Array[]): EncodingGuess {
  return {
    encoding: samples.length > 0 ? 'windows-1252' : 'utf-8',
    confidence: 0.5,
    runnerUp: null,
  };
}
