import type { Issue } from '../../issue/Issue.ts';
import type { Block } from '../Block.ts';
import type { Dialect } from './Dialect.ts';

type Tell = (issue: Issue) => void;

/** Tells of rows with too many or too few cells. */
export function checkWidths(block: Block, dialect: Dialect, tell: Tell): void {
  const width = dialect.width === 0 ? (block.lengths?.[0] ?? 0) : dialect.width;
  if (width === 0) return;
  const full = block.columns.length;
  if (block.lengths === undefined && full === width) return;
  for (let r = 0; r < block.size; r++) {
    const found = block.lengths?.[r] ?? full;
    if (found === width) continue;
    // A blank line is no short row.
    if (found === 1 && block.columns[0]?.texts[r] === '') continue;
    const row = block.rowNumbers[r] as number;
    const code = found > width ? 'too-many-cells' : 'too-few-cells';
    const severity = found > width ? 'warning' : 'info';
    tell({ code, severity, row, params: { expected: width, found } });
  }
}

/** Whether a piece of text has characters that `checkCharacters` would tell of: one fast search each. */
export function hasSuspects(text: string): boolean {
  return SUSPECTS.some(([sign]) => text.includes(sign));
}

/** Tells of bytes that were no characters, and of NULs, which many databases refuse. */
export function checkCharacters(block: Block, tell: Tell): void {
  block.columns.forEach(({ texts }, column) => {
    for (let r = 0; r < block.size; r++) {
      for (const [sign, code] of SUSPECTS) {
        if (!texts[r]?.includes(sign)) continue;
        tell({ code, severity: 'warning', row: block.rowNumbers[r] as number, column, params: {} });
      }
    }
  });
}

const SUSPECTS = [
  ['\ufffd', 'invalid-characters'],
  ['\0', 'nul-characters'],
] as const;
