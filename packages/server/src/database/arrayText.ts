/**
 * Texts as Postgres writes a list of them. As one parameter: drivers take several times as long to write an array, and each
 * in its own way.
 */
export function arrayText(texts: readonly (string | null)[]): string {
  return `{${texts.map(item).join()}}`;
}

function item(text: string | null): string {
  if (text === null) return 'NULL';
  return `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;
}
