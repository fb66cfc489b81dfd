import { en } from '../locales/en.ts';
import type { IssueLanguage } from './IssueLanguage.ts';
import type { IssueTexts } from './IssueTexts.ts';

/**
 * The texts of the first of these languages that is known: `sv-FI` finds `sv-FI`, else `sv`, else another Swedish.
 * English is always known, and stands in for the rest.
 * @param known the first of two for one language counts, also before the built-in English.
 * @example nearestTexts(['nb', 'sv-SE'], [sv]) // sv
 */
export function nearestTexts(
  languages: readonly string[],
  known: readonly IssueTexts[] = [],
): IssueTexts {
  const all = [...known, en];
  for (const language of [...languages, 'en']) {
    const found = textsNear(subtags(language), all);
    if (found !== null) return found;
  }
  return en;
}

/** The texts that are meant: those given, or the nearest to a tag; English where no language was asked for. */
export function textsOf(
  language: IssueLanguage | undefined,
  known: readonly IssueTexts[] = [],
): IssueTexts {
  if (typeof language === 'object') return language;
  return nearestTexts(language === undefined ? [] : [language], known);
}

function textsNear(asked: readonly string[], all: readonly IssueTexts[]): IssueTexts | null {
  let near: IssueTexts | null = null;
  let most = 0;
  for (const texts of all) {
    const own = subtags(texts.language);
    // A tag that says no more than was asked is nearer than any that says something else besides.
    const isWithin = own.every((part, at) => part === asked[at]);
    const score = isWithin ? 1 + own.length : own[0] === asked[0] ? 1 : 0;
    if (score <= most) continue;
    near = texts;
    most = score;
  }
  return near;
}

/** Of a tag as it stands in locales of systems too (`sv_SE`). */
function subtags(tag: string): readonly string[] {
  return tag.trim().toLowerCase().split(/[-_]/u, MOST_SUBTAGS);
}

/** Far more than any language has. */
const MOST_SUBTAGS = 16;
