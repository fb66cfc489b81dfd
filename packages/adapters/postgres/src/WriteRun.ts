import type { SqlQuery } from './SqlClient.ts';
import type { Refusal } from './sqlError.ts';

/** What the parts of a write share. */
export interface WriteRun {
  readonly tx: SqlQuery;
  readonly importId: string;
  /** Quoted table of what was written, for undo; null keeps none. */
  readonly writes: string | null;
  /** Tables that COPY can not write to. Lives as long as the adapter. */
  readonly closedToCopy: Set<string>;
  readonly signal?: AbortSignal | undefined;
  /** Counts the searches for a guilty field, which are dear: a batch gets only so many. */
  readonly searches: { left: number };
}

/** Why operations are refused, by their index in the batch. */
export type Refusals = Map<number, Refusal>;

/** Records of one statement: enough to be quick, few enough for any limit of Postgres on the size of a value. */
export const STATEMENT_RECORDS = 10_000;

export function portions<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length <= STATEMENT_RECORDS) return [items];
  const parts: (readonly Item[])[] = [];
  for (let i = 0; i < items.length; i += STATEMENT_RECORDS)
    parts.push(items.slice(i, i + STATEMENT_RECORDS));
  return parts;
}
