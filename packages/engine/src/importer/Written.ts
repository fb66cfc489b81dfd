import type { CommitResult } from '../commit/CommitRun.ts';
import type { RowOutcome } from '../commit/Commit.ts';
import { rowOutcome } from '../commit/rowOutcome.ts';
import type { Plan } from '../plan/Plan.ts';
import { findRow } from './findRow.ts';
import type { Recipe } from './Recipe.ts';

/** A recipe and what it would do. */
export interface Planned {
  readonly recipe: Recipe;
  readonly plan: Plan;
}

/** A plan that was written, as far as it could be. */
export interface Written extends Planned {
  readonly result: CommitResult;
}

/**
 * What earlier runs of this import made of a row, where it is settled: written, or found unchanged.
 * @param written oldest first
 */
export function settledOutcome(written: readonly Written[], row: number): RowOutcome | undefined {
  const newest = written.at(-1);
  const place = newest && findRow(newest.result.outcomes, row);
  if (!place) return undefined;
  const outcome = rowOutcome(place.block, place.index);
  return outcome.status === 'written' || outcome.status === 'unchanged' ? outcome : undefined;
}
