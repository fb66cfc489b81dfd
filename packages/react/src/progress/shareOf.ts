import type { CommitProgress } from '@importera/engine';

/** How much of an import is done, of 1. */
export function shareOf({ rowsDone, rowsTotal }: CommitProgress): number {
  return rowsTotal === 0 ? 0 : Math.min(1, rowsDone / rowsTotal);
}
