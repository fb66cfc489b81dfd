import { nearestTexts, type IssueTexts } from '@importera/engine';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/** The language that a request asks for: by `?language=`, else as its `Accept-Language` prefers; of those known the nearest. */
export function textsAsked(c: Context, known: readonly IssueTexts[]): IssueTexts {
  const named = c.req.query('language') ?? '';
  if (named !== '') return nearestTexts([named], known);
  const language = accepts(c, {
    header: 'Accept-Language',
    supports: [],
    default: '',
    match: (ranges) => nearestTexts(wanted(ranges), known).language,
  });
  return nearestTexts([language], known);
}

/** Those a browser wants, the dearest first. */
function wanted(
  ranges: readonly { readonly type: string; readonly q: number }[],
): readonly string[] {
  return ranges.filter(({ q }) => q > 0).map(({ type }) => type);
}
