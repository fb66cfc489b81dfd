import { foldText } from './foldText.ts';

/** Longer headers are cut: nothing is named by its two-hundredth character. */
const MAX_LENGTH = 160;
const MAX_TOKENS = 24;

/**
 * The words of a header, folded: `CustomerBillAddr1_City*` gives `customer bill addr 1 city`.
 * Split at punctuation, between `aB`, `ABc` and between letters and digits.
 */
export function headerTokens(header: string): readonly string[] {
  const spaced = header
    .slice(0, MAX_LENGTH)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/#/g, ' num ');
  const split = foldText(spaced)
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2');
  return split
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
    .slice(0, MAX_TOKENS);
}

/** A header by its letters and digits alone; a header without any is itself (`€`, `🚀`). */
export function headerLetters(header: string): string {
  return headerTokens(header).join('') || header.trim().toLowerCase();
}
