import { composeMeaning } from './composeMeaning.ts';
import { headerLetters, headerTokens } from './headerTokens.ts';
import { UNITS } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';
import { guessLanguages, readUnits } from './readUnits.ts';

/** One way to read a header, with the certainty (0–1) that this way is meant. */
export interface HeaderReading {
  readonly meaning: Meaning;
  readonly certainty: number;
}

/** A header with all its readings; the first is the whole text. */
export interface ReadHeader {
  readonly letters: string;
  readonly readings: readonly [HeaderReading, ...HeaderReading[]];
}

const WITHOUT_BRACKETS = 0.93;
const ONE_OF_SEVERAL = 0.92;

/** Reads all headers of a table together: one helps to tell the language of another. */
export function readHeaders(headers: readonly string[]): readonly ReadHeader[] {
  const tokens = headers.map(headerTokens);
  const languages = guessLanguages(tokens);
  const read = (words: readonly string[]): Meaning => composeMeaning(readUnits(words, languages));
  return headers.map((header, index) => {
    const meaning = read(tokens[index] ?? []);
    const others = otherTexts(header).map(([text, certainty]) => ({
      meaning: read(headerTokens(text)),
      certainty,
    }));
    const readings = others.filter((reading) => isAnotherReading(reading, meaning));
    return { letters: headerLetters(header), readings: [{ meaning, certainty: 1 }, ...readings] };
  });
}

/**
 * What stands in brackets may be left out only when it is not understood. A word beside a slash must say something by
 * itself: `Parent/Name` is a path, no choice of words.
 */
function isAnotherReading({ meaning, certainty }: HeaderReading, whole: Meaning): boolean {
  if (certainty === WITHOUT_BRACKETS) return whole.words.length > 0;
  return meaning.content.some((unit) => UNITS[unit] === 'specific');
}

/** The header without what stands in brackets, and its parts around a slash. */
function otherTexts(header: string): readonly (readonly [string, number])[] {
  const text = header.slice(0, 200);
  const texts: (readonly [string, number])[] = [];
  const bare = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  if (bare !== text) texts.push([bare, WITHOUT_BRACKETS]);
  const parts = bare.split(/\s*[/|\\]\s*|\s+(?:or|eller|oder|ou|of|tai|lub|sau|o)\s+/i);
  if (parts.length > 1 && parts.length < 5) {
    parts.forEach((part, index) => texts.push([part, ONE_OF_SEVERAL - 0.02 * index]));
  }
  return texts;
}
