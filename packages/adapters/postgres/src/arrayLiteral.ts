import type { EntityLayout } from './Layout.ts';

/** Texts as a Postgres array literal: one parameter for thousands of values, whichever driver carries it. */
export function arrayLiteral(texts: readonly (string | null)[]): string {
  return `{${texts.map(element).join(',')}}`;
}

function element(text: string | null): string {
  if (text === null) return 'NULL';
  // Only what can be taken for nothing else goes without quotes.
  if (/^[\da-f-]{8,}$/.test(text)) return text;
  return `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;
}

/**
 * The ids in a parameter made by `arrayLiteral`, as a table `asked (id)`. To join it suits tables of any size, with statistics or
 * without; `= ANY` of a long list can end in comparing every record with every id.
 */
export function idsSql({ id }: EntityLayout, parameter: string): string {
  return `unnest(${parameter}::text::${id.type}[]) AS asked (id)`;
}
