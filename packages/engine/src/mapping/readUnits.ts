import { ENGLISH, LANGUAGE_COUNT, openLexicon } from './lexicon/openLexicon.ts';
import type { Lexicon, Sense } from './lexicon/openLexicon.ts';
import { UNITS } from './lexicon/units.ts';
import type { Unit } from './lexicon/units.ts';
import { splitCompound } from './splitCompound.ts';

/** Certainty (0–1) of each language, by index. */
export type Languages = readonly number[];

/** A part of a header: a unit of the lexicon, a number, or a word nobody knows. */
export type HeaderPart =
  | { readonly kind: 'unit'; readonly unit: Unit }
  | { readonly kind: 'ordinal'; readonly value: number }
  | { readonly kind: 'word'; readonly word: string };

/** Words joined to one term: `u st id nr` is four. */
const MAX_SPAN = 6;
const UNKNOWN_COST = 2.6;
const FOREIGN_COST = 0.8;
/** A language less likely than this is not spoken in the file. */
const FOREIGN = 0.08;

interface Span {
  readonly cost: number;
  readonly parts: readonly HeaderPart[];
}

/** The cheapest reading up to a token, and where its last span began. */
interface Step extends Span {
  readonly from: number;
}

/** Any language is as likely as another. */
export const ANY_LANGUAGE: Languages = Array.from({ length: LANGUAGE_COUNT }, () => 1);

/**
 * Reads words as the fewest known terms that cover them: phrases before words, words before compound parts,
 * terms of the likely languages before others.
 */
export function readUnits(tokens: readonly string[], languages: Languages): readonly HeaderPart[] {
  const lexicon = openLexicon();
  const best: Step[] = [{ cost: 0, from: -1, parts: [] }];
  for (let end = 1; end <= tokens.length; end += 1) {
    let step: Step | null = null;
    for (let from = Math.max(0, end - MAX_SPAN); from < end; from += 1) {
      const span = readSpan(tokens.slice(from, end), lexicon, languages);
      if (span === null) continue;
      const cost = (best[from]?.cost ?? 0) + span.cost;
      if (step === null || cost < step.cost) step = { cost, from, parts: span.parts };
    }
    best.push(step ?? { cost: Infinity, from: end - 1, parts: [] });
  }
  return collect(best);
}

/** How likely each language is, judged by whole headers and words that few languages share. */
export function guessLanguages(headers: readonly (readonly string[])[]): Languages {
  const { senses } = openLexicon();
  const votes = new Array<number>(LANGUAGE_COUNT).fill(0);
  for (const tokens of headers) {
    const known = senses.get(tokens.join(''));
    if (known) vote(votes, known, 2);
    else
      for (const token of tokens) if (token.length > 1) vote(votes, senses.get(token) ?? [], 0.5);
  }
  const most = Math.max(...votes);
  if (most === 0) return ANY_LANGUAGE;
  // English words stand in files of every language.
  return votes.map((count, index) => Math.max(count / most, index === ENGLISH ? 0.4 : 0));
}

function vote(votes: number[], senses: readonly Sense[], weight: number): void {
  let mask = 0;
  for (const sense of senses) mask |= sense.languages;
  let shared = 0;
  for (let index = 0; index < votes.length; index += 1) if (mask & (1 << index)) shared += 1;
  for (let index = 0; index < votes.length; index += 1) {
    if (mask & (1 << index)) votes[index] = (votes[index] ?? 0) + weight / shared ** 1.5;
  }
}

/** The words as one term, or a single word as whatever it is. */
function readSpan(tokens: readonly string[], lexicon: Lexicon, languages: Languages): Span | null {
  const letters = tokens.join('');
  if (letters.length <= lexicon.longest) {
    const senses = lexicon.senses
      .get(letters)
      ?.filter((sense) => isAtHome(sense, letters, languages));
    if (senses && senses.length > 0) return readTerm(senses, tokens.length, languages);
  }
  if (tokens.length > 1) return null;
  if (/^\p{N}+$/u.test(letters)) {
    return { cost: 0.3, parts: [{ kind: 'ordinal', value: Number(letters) }] };
  }
  return readWord(letters, lexicon, languages);
}

function readWord(word: string, lexicon: Lexicon, languages: Languages): Span {
  const senseCost = (sense: Sense): number => FOREIGN_COST * (1 - certaintyOf(sense, languages));
  const compound = splitCompound(word, { lexicon, senseCost });
  if (compound === null) return { cost: UNKNOWN_COST, parts: [{ kind: 'word', word }] };
  return { cost: compound.cost, parts: compound.units.map((unit) => ({ kind: 'unit', unit })) };
}

function readTerm(senses: readonly Sense[], span: number, languages: Languages): Span {
  const { sense, cost } = likeliestSense(senses, languages);
  const filler = UNITS[sense.unit] === 'filler' ? 0.5 : 1;
  return { cost: filler + cost + 0.1 * (span - 1), parts: [{ kind: 'unit', unit: sense.unit }] };
}

/** Short and vague words mean what they mean only in files of their language: `CC` is a Portuguese identity card there. */
function isAtHome(sense: Sense, letters: string, languages: Languages): boolean {
  if (letters.length > 3 && UNITS[sense.unit] !== 'generic') return true;
  return certaintyOf(sense, languages) >= FOREIGN;
}

function certaintyOf(sense: Sense, languages: Languages): number {
  let certainty = 0;
  for (let index = 0; index < languages.length; index += 1) {
    if (sense.languages & (1 << index)) certainty = Math.max(certainty, languages[index] ?? 0);
  }
  return certainty;
}

function likeliestSense(
  senses: readonly Sense[],
  languages: Languages,
): { readonly sense: Sense; readonly cost: number } {
  let likeliest: Sense | null = null;
  let least = Infinity;
  for (const sense of senses) {
    const cost = FOREIGN_COST * (1 - certaintyOf(sense, languages));
    if (cost < least) {
      least = cost;
      likeliest = sense;
    }
  }
  return { sense: likeliest as Sense, cost: least };
}

function collect(best: readonly Step[]): readonly HeaderPart[] {
  const spans: (readonly HeaderPart[])[] = [];
  for (let at = best.length - 1; at > 0;) {
    const step = best[at];
    if (!step) break;
    spans.push(step.parts);
    at = step.from;
  }
  return spans.reverse().flat();
}
