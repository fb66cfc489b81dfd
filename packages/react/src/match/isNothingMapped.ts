import type { ColumnMapping } from '@importera/engine';

/** Every column is dealt with, and none goes to a field: hardly what anybody wants of an import. */
export function isNothingMapped(columns: readonly ColumnMapping[]): boolean {
  return columns.every(({ target }) => target?.kind === 'ignore');
}
