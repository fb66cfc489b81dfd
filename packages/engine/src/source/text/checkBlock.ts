import type { Issue } from '../../issue/Issue.ts';
import type { Block, CellColumn } from '../Block.ts';
import type { Dialect } from './Dialect.ts';

type Tell = (issue: Issue) => void;

/** Tells of rows with too many or too few cells, of bytes that were no characters, and of NULs. */
export function checkBlock(block: Block, dialect: Dialect, tell: Tell): void {
  checkWidths(block, dialect.width, tell);
  block.columns.forEach((column, index) => checkCharacters(block, column, index, tell));
}

function checkWidths(block: Block, expected: number, tell: Tell): void {
  const width = expected === 0 ? (block.lengths?.[0] ?? 0) : expected;
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

/** One search over the column's joined text finds out whether a look at each cell is needed. */
function checkCharacters(block: Block, { texts }: CellColumn, column: number, tell: Tell): void {
  for (const [sign, code] of SUSPECT) {
    if (!texts.some((text) => text.includes(sign))) continue;
    for (let r = 0; r < block.size; r++) {
      if (!texts[r]?.includes(sign)) continue;
      tell({ code, severity: 'warning', row: block.rowNumbers[r] as number, column, params: {} });
    }
  }
}

const SUSPECT = [
  ['\ufffd', 'invalid-characters'],
  ['\0', 'nul-characters'],
] as const;
