import type { WritePolicy } from '../mapping/Mapping.ts';
import { valuesEqual } from '../records/valuesEqual.ts';
import type { Value } from '../schema/Schema.ts';
import { isEmpty } from './keyText.ts';

/**
 * What a field holds after a cell was written over it. Policies are about stored values: a new record takes every filled cell.
 * `append` adds what is missing to a list; a field that is no list is filled only if empty.
 * An empty cell changes nothing here (see `clear`).
 */
export function applyWritePolicy(stored: Value, cell: Value, policy: WritePolicy): Value {
  if (isEmpty(cell) || policy === 'never') return stored;
  if (isEmpty(stored)) return cell;
  if (policy === 'overwrite') return valuesEqual(stored, cell) ? stored : cell;
  if (policy === 'append' && isList(stored) && isList(cell)) {
    const missing = cell.filter((item) => !stored.includes(item));
    return missing.length === 0 ? stored : [...stored, ...missing];
  }
  return stored;
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}
