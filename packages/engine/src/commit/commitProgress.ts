import type { CommitProgress, OutcomeStatus } from './Commit.ts';

export interface ProgressCounter {
  /** Counts rows that were settled for the first time. */
  add(statuses: readonly OutcomeStatus[]): CommitProgress;
}

/** The rate is one of the last few seconds: long enough to be calm, short enough to be true. */
const WINDOW_MS = 5000;

/** @param rowsTotal rows in all, as far as known. @param now milliseconds. */
export function commitProgress(
  rowsTotal: () => number,
  now: () => number = () => performance.now(),
): ProgressCounter {
  let [rowsDone, written, rejected] = [0, 0, 0];
  const samples = [{ at: now(), rowsDone }];
  return {
    add(statuses) {
      rowsDone += statuses.length;
      written += statuses.filter((status) => status === 'written').length;
      rejected += statuses.filter((status) => status === 'rejected').length;
      const at = now();
      samples.push({ at, rowsDone });
      while (samples.length > 2 && (samples[0]?.at ?? at) < at - WINDOW_MS) samples.shift();
      const first = samples[0] ?? { at, rowsDone };
      const seconds = (at - first.at) / 1000;
      const rate = seconds > 0 ? (rowsDone - first.rowsDone) / seconds : 0;
      return { rowsDone, rowsTotal: Math.max(rowsTotal(), rowsDone), written, rejected, rate };
    },
  };
}
