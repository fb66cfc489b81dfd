import type { CommitProgress } from '@importera/engine';

/** Whether any row is done: before, the rows are still being checked, and there is no share to tell. */
export function hasBegun(progress: CommitProgress | null): progress is CommitProgress {
  return progress !== null && progress.rowsDone > 0;
}
