import { foldText, foldToAscii } from '../foldText.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { et } from './et.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { sv } from './sv.ts';
import type { Terms, Unit } from './units.ts';

const LANGUAGES: readonly Terms[] = [en, sv, nb, da, fi, de, nl, fr, es, it, pt, pl, ro, et];

/** Number of languages; a language is known by its index. */
export const LANGUAGE_COUNT: number = LANGUAGES.length;
export const ENGLISH = 0;

/** One meaning of a word, with the languages (bit `1 << index`) in which it has it. */
export interface Sense {
  readonly unit: Unit;
  readonly languages: number;
}

/** Words and phrases by their letters alone (`e-mail`, `E Mail` and `email` are one entry). */
export interface Lexicon {
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** Letters of the longest entry. */
  readonly longest: number;
}

let opened: Lexicon | null = null;

/** The built-in synonyms of business, contact and address words; built on first use. */
export function openLexicon(): Lexicon {
  opened ??= buildLexicon();
  return opened;
}

function buildLexicon(): Lexicon {
  const senses = new Map<string, { unit: Unit; languages: number }[]>();
  LANGUAGES.forEach((terms, language) => {
    for (const [unit, list] of Object.entries(terms)) {
      for (const letters of spellings(list)) addTerm(senses, letters, unit as Unit, 1 << language);
    }
  });
  let longest = 0;
  for (const letters of senses.keys()) longest = Math.max(longest, letters.length);
  return { senses, longest };
}

/** The letters of all terms of a list. The list is folded as a whole: there are thousands of terms. */
function spellings(list: string): ReadonlySet<string> {
  const ascii = foldToAscii(list);
  const folded = ascii === null ? foldText(list) : `${foldText(list)},${ascii}`;
  return new Set(folded.replace(/[^\p{L}\p{N},]+/gu, '').split(','));
}

function addTerm(
  senses: Map<string, { unit: Unit; languages: number }[]>,
  letters: string,
  unit: Unit,
  language: number,
): void {
  const known = senses.get(letters);
  const same = known?.find((sense) => sense.unit === unit);
  if (same) same.languages |= language;
  else if (known) known.push({ unit, languages: language });
  else senses.set(letters, [{ unit, languages: language }]);
}
