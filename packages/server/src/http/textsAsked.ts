import { nearestTexts, type IssueTexts } from '@importera/engine';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/** Of those known the texts that are nearest to what a request asks for. */
export function textsAsked(c: Context, known: readonly IssueTexts[]): IssueTexts {
  return nearestTexts(languagesAsked(c), known);
}

/** The languages that a request asks for: by `?language=`, else as its `Accept-Language` prefers, the dearest first. */
export function languagesAsked(c: Context): readonly string[] {
  const named = c.req.query('language') ?? '';
  if (named !== '') return [named];
  let languages: readonly string[] = [];
  accepts(c, {
    header: 'Accept-Language',
    supports: [],
    default: '',
    match: (ranges) => {
      languages = wanted(ranges);
      return '';
    },
  });
  return languages;
}

/** Languages as they are kept: those that look like tags. */
export function languageList(languages: readonly string[]): string {
  const tags = languages.filter((tag) => /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,4}$/i.test(tag));
  return tags.slice(0, 10).join(',');
}

/** Those a browser wants, the dearest first. */
function wanted(
  ranges: readonly { readonly type: string; readonly q: number }[],
): readonly string[] {
  return ranges.filter(({ q }) => q > 0).map(({ type }) => type);
}
