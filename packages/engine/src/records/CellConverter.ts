import type { IssueParams, IssueSeverity } from '../issue/Issue.ts';
import type { Value } from '../schema/Schema.ts';

/** An issue of a cell before it is known which cell: the row, column and field are added by the reader of the column. */
export interface CellIssue {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly params: IssueParams;
  /** Told once for the whole column, at its first row: it would be the same in every cell. */
  readonly once?: true;
}

/** A cell that could not be read (value null and an error), or was read with something to tell (a warning). */
export interface Doubtful {
  readonly value: Value;
  readonly issues: readonly CellIssue[];
}

/** A good cell is its bare value, so that the usual case makes no object. */
export type Converted = Value | Doubtful;

/** Reads a trimmed, non-empty cell text as a value. `kind` is an index into `CELL_KINDS`. Pure; never throws. */
export interface CellConverter {
  (text: string, kind: number): Converted;
  /** Faster than looking the text up among those read before. */
  readonly cheap?: boolean;
}

/** Indexes into `CELL_KINDS`, to compare a cell's kind with. */
export const KIND: {
  readonly text: 0;
  readonly number: 1;
  readonly date: 2;
  readonly time: 3;
  readonly boolean: 4;
  readonly error: 5;
  readonly empty: 6;
} = { text: 0, number: 1, date: 2, time: 3, boolean: 4, error: 5, empty: 6 };

export function isDoubtful(converted: Converted): converted is Doubtful {
  return typeof converted === 'object' && converted !== null && !Array.isArray(converted);
}

/** A cell that is not what its field holds. */
export function unreadable(code: string, value: string, params?: IssueParams): Doubtful {
  return { value: null, issues: [{ code, severity: 'error', params: { value, ...params } }] };
}

/** A cell that was read, with a warning about that cell. */
export function readWithWarning(value: Value, code: string, params: IssueParams): Doubtful {
  return { value, issues: [{ code, severity: 'warning', params }] };
}

/** A cell that was read, with a warning that goes for its whole column. */
export function readWithColumnWarning(value: Value, code: string, params: IssueParams): Doubtful {
  return { value, issues: [{ code, severity: 'warning', params, once: true }] };
}
