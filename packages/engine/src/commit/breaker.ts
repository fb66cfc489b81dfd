import type { CommitRun, Settled } from './CommitRun.ts';

/** Rows of a batch from which on it is watched. */
const WATCHED_ROWS = 64;

/** Rows alone that fail alike before the adapter is to blame. */
const ALIKE_ROWS = 32;

/** Watches a batch being split, lest every row of the file is tried alone where none can be written. */
export interface Breaker {
  /**
   * Settles a row that failed alone, or keeps it until more is known.
   * @throws the error, where row after row failed alike: then none of those kept is settled.
   */
  note(row: Settled, error: unknown): Promise<void>;
  /** The adapter took something, or the batch is at its end: it were the rows. Settles those kept. */
  close(): Promise<void>;
}

/**
 * The breaker of a batch of so many writing rows. It opens where, from the first row on, 32 rows of a batch of 64 or more
 * failed alone with the same message, and nothing was written between.
 */
export function breakerFor(run: CommitRun, rows: number): Breaker {
  const kept: Settled[] = [];
  let watching = rows >= WATCHED_ROWS;
  let first: string | undefined;
  const close = async (): Promise<void> => {
    watching = false;
    await run.settle(kept.splice(0));
  };
  return {
    close,
    async note(row, error) {
      const message = error instanceof Error ? error.message : String(error);
      first ??= message;
      kept.push(row);
      if (!watching || message !== first) await close();
      else if (kept.length >= ALIKE_ROWS) throw error;
    },
  };
}
