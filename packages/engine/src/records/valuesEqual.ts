import type { Value } from '../schema/Schema.ts';

/** Whether two values are the same to a user: several choices in any order, and nothing like nothing. */
export function valuesEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b)) return sameChoices(asList(a), asList(b));
  return (a === null && b === '') || (a === '' && b === null);
}

function sameChoices(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return false;
  const [one, two] = [new Set(a), new Set(b)];
  return one.size === two.size && [...one].every((value) => two.has(value));
}

function asList(value: Value): readonly string[] | null {
  if (value === null || value === '') return [];
  return typeof value === 'object' ? value : null;
}
