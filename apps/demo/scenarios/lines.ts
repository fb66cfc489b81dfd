/** Lines of a text, cut at `|`: tables of invented things. */
export function lines(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
}
