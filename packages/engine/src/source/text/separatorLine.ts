/** A first line `sep=;`, with which Excel is told the delimiter. It is no row: Excel does not show it. */
export function readSeparatorLine(head: string): { delimiter: string; length: number } | null {
  const found = /^"?sep=(\t|[^\r\n"])"?(?:\r\n|\n|\r|$)/i.exec(head);
  if (found === null) return null;
  return { delimiter: found[1] as string, length: found[0].length };
}
