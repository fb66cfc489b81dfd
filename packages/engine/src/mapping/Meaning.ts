import type { Unit } from './lexicon/units.ts';

/** What a header or the name of a field says, whatever its language. */
export interface Meaning {
  /** What it is about: units that are no qualifiers, each once. */
  readonly content: readonly Unit[];
  /** Which one of several: `billing`, `work`. */
  readonly qualifiers: readonly Unit[];
  /** Words the lexicon does not know, folded. */
  readonly words: readonly string[];
  /** 1 unless the text counts: `E-mail 2`. */
  readonly ordinal: number;
  /** Number of the address, phone or organisation a part belongs to: 2 in `Address 2: City`. */
  readonly group: number;
}
