import type { Issue } from '../issue/Issue.ts';

/** Answers whether a row's record of an entity already has an error. */
export type HasError = (row: number, entity: string) => boolean;

export function recordsWithErrors(issues: readonly Issue[]): HasError {
  const found = new Set<string>();
  for (const { severity, row, entity } of issues) {
    if (severity === 'error' && row !== undefined) found.add(`${row} ${entity ?? ''}`);
  }
  return (row, entity) => found.size > 0 && found.has(`${row} ${entity}`);
}
