import { ADDRESS_PARTS } from './inheritAddressKinds.ts';
import { UNITS } from './lexicon/units.ts';
import type { Unit } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';

/** A word on fewer headers than this is part of their meaning. */
const LEAST_MARKED = 3;
/** Someone else's address and phone stay someone else's. */
const PEOPLE: ReadonlySet<Unit> = new Set<Unit>([
  'assistant',
  'manager',
  'relative',
  'emergency',
  'referrer',
  'user',
  'parent-company',
  'bank',
]);

/**
 * Understands a word that stands on many headers: beside the same headers without it (`City`, `City L`) it marks a
 * second group; alone (`Service street`, `Service city`) it only says whose they are, and is dropped.
 */
export function resolveMarkers(meanings: readonly Meaning[]): readonly Meaning[] {
  const plain = new Set(meanings.filter(({ words }) => words.length === 0).map(contentKey));
  const seconds = new Set<string>();
  const prefixes = new Set<string>();
  for (const [marker, marked] of findMarkers(meanings)) {
    const rest = marked.map((meaning) => without(meaning, marker));
    const twice = rest.filter((meaning) => plain.has(contentKey(meaning))).length;
    const parts = rest.filter(({ content }) => content.some((unit) => ADDRESS_PARTS.has(unit)));
    if (twice * 2 > marked.length) seconds.add(marker);
    else if (parts.length >= LEAST_MARKED) prefixes.add(marker);
  }
  if (seconds.size + prefixes.size === 0) return meanings;
  return meanings.map((meaning) => {
    const second = markersOf(meaning).find((marker) => seconds.has(marker));
    if (second !== undefined) return { ...without(meaning, second), group: meaning.group + 1 };
    const prefix = markersOf(meaning).find((marker) => prefixes.has(marker));
    return prefix === undefined ? meaning : without(meaning, prefix);
  });
}

function findMarkers(meanings: readonly Meaning[]): ReadonlyMap<string, readonly Meaning[]> {
  const marked = new Map<string, Meaning[]>();
  for (const meaning of meanings) {
    for (const marker of markersOf(meaning)) {
      if (!without(meaning, marker).content.some((unit) => UNITS[unit] === 'specific')) continue;
      marked.set(marker, [...(marked.get(marker) ?? []), meaning]);
    }
  }
  return new Map([...marked].filter(([, columns]) => columns.length >= LEAST_MARKED));
}

function markersOf({ content, words }: Meaning): readonly string[] {
  const others = content.filter((unit) => UNITS[unit] === 'other' && !PEOPLE.has(unit));
  return [...words, ...others];
}

function without(meaning: Meaning, marker: string): Meaning {
  return {
    ...meaning,
    content: meaning.content.filter((unit) => unit !== marker),
    words: meaning.words.filter((word) => word !== marker),
  };
}

function contentKey({ content }: Meaning): string {
  return [...content].sort().join(' ');
}
