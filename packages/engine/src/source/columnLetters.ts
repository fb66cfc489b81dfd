/** The name a spreadsheet gives a column: `A`, `B`, …, `AA` for 0, 1, …, 26. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
