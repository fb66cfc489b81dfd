/** Characters a cell can hold in Excel. */
export const MAX_CELL: number = 32_767;

/** As much of a text as a cell can hold in Excel; no character is cut in two. */
export function cutCell(text: string): string {
  if (text.length <= MAX_CELL) return text;
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(MAX_CELL - 1));
  return text.slice(0, isSplit ? MAX_CELL - 1 : MAX_CELL);
}
