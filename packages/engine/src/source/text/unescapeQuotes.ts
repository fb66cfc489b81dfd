import type { Dialect } from './Dialect.ts';

/** The text of a quoted cell: doubled and escaped quotes become one. */
export function unescapeQuotes(cell: string, { quote, escape }: Dialect): string {
  if (quote === null) return cell;
  const single = cell.replaceAll(quote + quote, quote);
  if (escape === null || !single.includes(escape)) return single;
  let text = '';
  let at = 0;
  for (;;) {
    const next = single.indexOf(escape, at);
    if (next === -1) return text + single.slice(at);
    const escaped = single[next + 1];
    // Before any other character an escape character is text (`C:\temp`).
    const drops = escaped === quote || escaped === escape;
    text += single.slice(at, next) + (drops ? escaped : escape);
    at = next + (drops ? 2 : 1);
  }
}
