import type { Lexicon, Sense } from './lexicon/openLexicon.ts';
import { UNITS } from './lexicon/units.ts';
import type { Unit } from './lexicon/units.ts';

/** A compound word as the units of its parts. */
export interface Compound {
  readonly cost: number;
  readonly units: readonly Unit[];
}

export interface CompoundOptions {
  readonly lexicon: Lexicon;
  /** Cost of using a word in a sense: more for a language that the file hardly has. */
  senseCost(sense: Sense): number;
}

interface Split extends Compound {
  /** Languages (bits) that have all parts so far. */
  readonly languages: number;
}

/** Where in the word we are, and the best split up to each letter. */
interface Position {
  readonly word: string;
  readonly from: number;
  readonly best: (Split | undefined)[];
}

/** Letters between the parts of a compound: Arbeit-s-adresse, kunde-n-nummer. */
const LINKS = ['', 's', 'n', 'e', 'en', 'es', 'er'];
const SHORTEST_PART = 3;
const LONGEST_WORD = 40;
const START_COST = 0.9;
const PART_COST = 0.45;
const LINK_COST = 0.05;
const SHORT_TAIL_COST = 0.2;

/** `Rechnungsadresse` as `rechnung` + `adresse`: all parts known, of one language. Null when it is no compound. */
export function splitCompound(word: string, options: CompoundOptions): Compound | null {
  if (word.length < 2 * SHORTEST_PART - 1 || word.length > LONGEST_WORD) return null;
  const best: (Split | undefined)[] = [{ cost: START_COST, languages: -1, units: [] }];
  for (let from = 0; from <= word.length - 2; from += 1) {
    const before = best[from];
    if (before) extend({ word, from, best }, before, options);
  }
  const whole = best[word.length];
  return whole && whole.units.length > 1 ? whole : null;
}

/** Tries every part that can follow what was split off so far. */
function extend(
  { word, from, best }: Position,
  before: Split,
  { lexicon, senseCost }: CompoundOptions,
): void {
  for (let end = from + 2; end <= word.length; end += 1) {
    if (!isPart(from, end, word.length)) continue;
    const senses = lexicon.senses.get(word.slice(from, end)) ?? [];
    for (const sense of senses) {
      const languages = sense.languages & before.languages;
      if (languages === 0 || UNITS[sense.unit] === 'filler') continue;
      const tail = end - from < SHORTEST_PART ? SHORT_TAIL_COST : 0;
      const cost = before.cost + PART_COST + senseCost(sense) / 2 + tail;
      link(word, end, { cost, languages, units: [...before.units, sense.unit] }, best);
    }
  }
}

/** Two letters only as the tail (`Kundnr`); the whole word is no part of itself. */
function isPart(from: number, end: number, length: number): boolean {
  if (from === 0 && end === length) return false;
  return end - from >= SHORTEST_PART || (end === length && from > 0);
}

function link(word: string, end: number, split: Split, best: (Split | undefined)[]): void {
  for (const letters of LINKS) {
    const at = end + letters.length;
    // No compound ends in a link.
    if (letters !== '' && (at >= word.length || !word.startsWith(letters, end))) continue;
    const cost = letters === '' ? split.cost : split.cost + LINK_COST;
    const known = best[at];
    if (!known || cost < known.cost) best[at] = { ...split, cost };
  }
}
