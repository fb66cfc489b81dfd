import type { ChoiceField, ChoiceOption } from '../schema/Schema.ts';
import { foldText } from './foldText.ts';
import { LEAST_SIMILARITY, similarText } from './similarText.ts';

/** The option a cell text most likely means. */
export interface ValueSuggestion {
  readonly value: string;
  /** 0–1; 1 is the option's own value or label. */
  readonly score: number;
}

const ALIAS = 0.98;
const LETTERS_ONLY = 0.95;
const MOST_COMPARED = 200;

interface OptionName {
  readonly value: string;
  readonly text: string;
  readonly letters: string;
  readonly score: number;
}

/**
 * Finds the option each text of a choice column means: by value, label or alias; then by case, diacritics and
 * punctuation; then by near spelling.
 * @returns one entry per text, null where nothing is near
 */
export function suggestValues(
  texts: readonly string[],
  field: ChoiceField,
): readonly (ValueSuggestion | null)[] {
  const names = field.options.flatMap(optionNames);
  const exact = new Map<string, OptionName>();
  const byLetters = new Map<string, OptionName>();
  for (const name of names) {
    if (!exact.has(name.text)) exact.set(name.text, name);
    if (name.letters !== '' && !byLetters.has(name.letters)) byLetters.set(name.letters, name);
  }
  return texts.map((text) => {
    const same = exact.get(text.trim());
    if (same) return { value: same.value, score: same.score };
    const letters = lettersOf(text);
    const alike = byLetters.get(letters);
    if (alike) return { value: alike.value, score: alike.score * LETTERS_ONLY };
    return nearest(letters, names);
  });
}

function optionNames(option: string | ChoiceOption): readonly OptionName[] {
  const { value, label, aliases } = typeof option === 'string' ? { value: option } : option;
  const named = (text: string, score: number): OptionName => ({
    value,
    text: text.trim(),
    letters: lettersOf(text),
    score,
  });
  return [
    named(value, 1),
    ...(label === undefined ? [] : [named(label, 1)]),
    ...(aliases ?? []).map((alias) => named(alias, ALIAS)),
  ];
}

function lettersOf(text: string): string {
  return foldText(text.slice(0, MOST_COMPARED)).replace(/[^\p{L}\p{N}]+/gu, '');
}

function nearest(letters: string, names: readonly OptionName[]): ValueSuggestion | null {
  let best: ValueSuggestion | null = null;
  for (const { value, letters: option, score } of names) {
    const similarity = similarText(letters, option);
    if (similarity < LEAST_SIMILARITY) continue;
    const total = similarity * score * LETTERS_ONLY;
    if (best === null || total > best.score) best = { value, score: total };
  }
  return best;
}
