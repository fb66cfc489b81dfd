import type { SqlQuery } from './SqlClient.ts';
import type { Refusal } from './sqlError.ts';

/** What the parts of a write share. */
export interface WriteRun {
  readonly tx: SqlQuery;
  readonly importId: string;
  /** Quoted table of before-images; null keeps none. */
  readonly changes: string | null;
  readonly signal?: AbortSignal | undefined;
  /** Counts the searches for a guilty field, which are dear: a batch gets only so many. */
  readonly searches: { left: number };
}

/** Why operations are refused, by their index in the batch. */
export type Refusals = Map<number, Refusal>;
