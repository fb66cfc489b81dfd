import type { Issue } from '../issue/Issue.ts';

/** What may become of a row. `pending` was not reached; the others are final. */
export const OUTCOME_STATUSES = ['written', 'unchanged', 'skipped', 'rejected', 'pending'] as const;
/** What became of a row. */
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

/** What one row did to one record. */
export interface RecordOutcome {
  readonly entity: string;
  readonly action: 'created' | 'updated' | 'unchanged' | 'skipped';
  readonly id: string | null;
}

/** What became of a row: green (written, unchanged) or red (rejected, with its issues). */
export interface RowOutcome {
  readonly row: number;
  readonly status: OutcomeStatus;
  readonly records: readonly RecordOutcome[];
  readonly issues: readonly Issue[];
}

/** How far a commit is, in rows. */
export interface CommitProgress {
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly written: number;
  readonly rejected: number;
  /** Rows per second over the last few seconds. */
  readonly rate: number;
}
