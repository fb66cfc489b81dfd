import { composeMeaning } from './composeMeaning.ts';
import { headerTokens } from './headerTokens.ts';
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
  readonly readings: readonly HeaderReading[];
}

const WITHOUT_BRACKETS = 0.93;
const ONE_OF_SEVERAL = 0.92;

/** Reads all headers of a table together: one helps to tell the language of another. */
export function readHeaders(headers: readonly string[]): readonly ReadHeader[] {
  const tokens = headers.map(headerTokens);
  const languages = guessLanguages(tokens);
  const read = (words: readonly string[]): Meaning => composeMeaning(readUnits(words, languages));
  return headers.map((header, index) => {
    const whole = tokens[index] ?? [];
    const readings = [{ meaning: read(whole), certainty: 1 }];
    for (const [text, certainty] of otherTexts(header)) {
      const words = headerTokens(text);
      if (words.length > 0) readings.push({ meaning: read(words), certainty });
    }
    return { letters: whole.join(''), readings };
  });
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
