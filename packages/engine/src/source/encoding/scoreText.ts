import { LATIN_LANGUAGES, type Language, letterOdds } from './letterFrequencies.ts';

/** Signs that stand in business texts of any language. */
const USUAL_SIGNS = new Set('\u00a0’‘“”„–—…€£§°«»²³½¼·´•™®©×±µ¿¡º№‰−\u00ad');

/** Signs that touch words. */
const BESIDE_WORDS = new Set('\u00a0’‘“”„«»¿¡');

const LETTER = /\p{L}|\p{M}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/** What is said against a sign, as logarithms. */
const CONTROL = -12;
const USUAL_SIGN = -3.5;
const RARE_SIGN = -6.5;
const SIGN_IN_WORD = -4;
const SIGN_AT_WORD = -1.5;
const MIXED_SCRIPTS = -7;
const UPPER_AFTER_LOWER = -4;

/**
 * How likely a text is what somebody wrote in one of the languages, judged by its characters beyond
 * ASCII: a sum of logarithms, one for each of them.
 * @param density share of the letters of the whole sample that are beyond ASCII.
 */
export function scoreText(text: string, languages: readonly Language[], density: number): number {
  const letters = new Map<string, number>();
  let score = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char <= '\u007f') continue;
    if (LETTER.test(char)) {
      const lower = char === 'İ' ? char : char.toLowerCase();
      letters.set(lower, (letters.get(lower) ?? 0) + 1);
      score += context(text, i, char);
    } else score += signScore(text, i, char);
  }
  const odds = letterOdds(languages);
  const scores = [...odds].map(
    ([language, oddsOf]) => lettersScore(letters, oddsOf) + languagePrior(language, density),
  );
  return score + Math.max(...scores);
}

/** Most that too few or too many letters beyond ASCII speak against a language: a table has other columns too. */
const DENSITY_LIMIT = 4;

function languagePrior(language: Language, density: number): number {
  const latin = LATIN_LANGUAGES.get(language);
  if (latin === undefined) return 0;
  const off = Math.abs(Math.log(density / latin.density));
  return (latin.prior ?? 0) - Math.min(DENSITY_LIMIT, off);
}

function lettersScore(
  letters: ReadonlyMap<string, number>,
  oddsOf: (letter: string) => number,
): number {
  let score = 0;
  for (const [letter, count] of letters) score += count * oddsOf(letter);
  return score;
}

/** Letters stand with letters of their script, and capitals at the beginning of a word. */
function context(text: string, at: number, char: string): number {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  let score = 0;
  if (isOtherScript(char, before) || isOtherScript(char, after)) score += MIXED_SCRIPTS;
  if (UPPER.test(char) && LOWER.test(before)) score += UPPER_AFTER_LOWER;
  if (LOWER.test(char) && UPPER.test(after)) score += UPPER_AFTER_LOWER;
  // A capital among small letters only: `MalmÖ` is none, `ÖSTERSUND` and `Öster` are.
  if (UPPER.test(char) && LOWER.test(text[at - 2] ?? ' ') && LETTER.test(before))
    score += UPPER_AFTER_LOWER / 2;
  return score;
}

function isOtherScript(one: string, other: string): boolean {
  if (!LETTER.test(other)) return false;
  return isLatin(one) !== isLatin(other);
}

/** Latin letters end where Greek begins; `ﬁ` and the like count with the others. */
function isLatin(char: string): boolean {
  return char < '\u0370' || (char >= '\u1e00' && char < '\u1f00');
}

function signScore(text: string, at: number, char: string): number {
  if (char === '\ufffd' || (char >= '\u0080' && char < '\u00a0')) return CONTROL;
  const usual = USUAL_SIGNS.has(char) ? USUAL_SIGN : RARE_SIGN;
  if (BESIDE_WORDS.has(char)) return usual;
  const before = LETTER.test(text[at - 1] ?? ' ');
  const after = LETTER.test(text[at + 1] ?? ' ');
  return usual + (before && after ? SIGN_IN_WORD : before || after ? SIGN_AT_WORD : 0);
}
