import type { Value } from '../schema/Schema.ts';
import type { CellIssue } from './CellConverter.ts';
import { CELL, type ConvertedColumn } from './convertColumn.ts';
import { formatValue } from './formatValue.ts';
import type { TargetField } from './targetFields.ts';
import { valuesEqual } from './valuesEqual.ts';

/** A column of the file, read as a field. */
export interface FilePart {
  readonly column: number;
  readonly cells: ConvertedColumn;
}

/**
 * Several columns of the file in one field: multiple choices are put together, texts are joined by a space (first and
 * last name; by a line break where the policy is *append*), of anything else the first filled cell counts and
 * `onDropped` is told of the others (row index in the block, column of the file). Null where there is no column.
 */
export function joinColumns(
  parts: readonly FilePart[],
  target: TargetField,
  onDropped: (row: number, column: number, issue: CellIssue) => void,
): ConvertedColumn | null {
  const [first, ...others] = parts;
  if (first === undefined) return null;
  const { values, filled } = first.cells;
  const join = joinerOf(target);
  for (const { column, cells } of others) {
    for (let row = 0; row < values.length; row += 1) {
      const mark = cells.filled[row] ?? CELL.blank;
      if (mark === CELL.blank) continue;
      // What can not be read leaves its row red, whatever stands in the other columns.
      filled[row] = Math.max(filled[row] ?? CELL.blank, mark);
      const own = values[row] ?? null;
      const more = cells.values[row] ?? null;
      const together = join(own, more);
      if (together === undefined) onDropped(row, column, dropped(own, more));
      else values[row] = together;
    }
  }
  return first.cells;
}

function dropped(own: Value, more: Value): CellIssue {
  const params = { value: formatValue(more), kept: formatValue(own) };
  return { code: 'value-dropped', severity: 'warning', params };
}

/** Puts two values together; undefined where the second has no room. */
function joinerOf({ field, columns }: TargetField): (own: Value, more: Value) => Value | undefined {
  const between = columns.some(({ write }) => write === 'append') ? '\n' : ' ';
  return (own, more) => {
    if (more === null) return own;
    if (own === null || valuesEqual(own, more)) return more;
    if (Array.isArray(own) && Array.isArray(more)) return [...new Set<string>([...own, ...more])];
    if (field.type === 'text') return `${String(own)}${between}${String(more)}`;
    return undefined;
  };
}
