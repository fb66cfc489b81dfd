import type { IssueParams } from '../issue/Issue.ts';
import type { Value } from '../schema/Schema.ts';
import { CELL, type ConvertedColumn } from './convertColumn.ts';
import { formatValue } from './formatValue.ts';
import type { TargetField } from './targetFields.ts';
import { valuesEqual } from './valuesEqual.ts';

/** Told of a value that has no room: row index in the block, column of the file. */
export type DroppedSink = (row: number, column: number, params: IssueParams) => void;

/**
 * Several columns of the file in one field: multiple choices are put together, texts are joined by a space (first and
 * last name; by a line break where the policy is *append*), of anything else the first filled cell counts.
 */
export function joinColumns(
  parts: readonly (ConvertedColumn & { readonly column: number })[],
  target: TargetField,
  onDropped: DroppedSink,
): ConvertedColumn {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError('joinColumns needs at least one column.');
  const values = [...first.values];
  const filled = first.filled.slice();
  const join = joinerOf(target);
  for (const part of others) {
    for (let row = 0; row < values.length; row += 1) {
      const mark = part.filled[row] ?? CELL.empty;
      if (mark === CELL.empty) continue;
      // What can not be read leaves its row red, whatever stands in the other columns.
      if (mark === CELL.unreadable || filled[row] === CELL.unreadable)
        filled[row] = CELL.unreadable;
      else filled[row] = CELL.value;
      const [own, more] = [values[row] ?? null, part.values[row] ?? null];
      const together = join(own, more);
      if (together === undefined)
        onDropped(row, part.column, { value: formatValue(more), kept: formatValue(own) });
      else values[row] = together;
    }
  }
  return { values, filled };
}

/** Puts two values together; undefined where the second has no room. */
function joinerOf(target: TargetField): (own: Value, more: Value) => Value | undefined {
  const { field, columns } = target;
  const between = columns.some(({ write }) => write === 'append') ? '\n' : ' ';
  return (own, more) => {
    if (more === null) return own;
    if (own === null || valuesEqual(own, more)) return more;
    if (Array.isArray(own) && Array.isArray(more)) return [...new Set<string>([...own, ...more])];
    if (field.type === 'text' && typeof own === 'string' && typeof more === 'string')
      return `${own}${between}${more}`;
    return undefined;
  };
}
