import type { Issue } from '../issue/Issue.ts';
import type { FieldColumn, RecordBlock } from '../records/Records.ts';
import type { RecordValues, Value } from '../schema/Schema.ts';

/** What an import may write, for all of its rows. */
export interface ImportPolicy {
  /** Which records may be written: `create` changes nothing that exists (AP12). */
  readonly mode: 'create-and-update' | 'create' | 'update';
  /** What to do with a row that several stored records match (FX15). */
  readonly ambiguous: 'create' | 'skip';
  /** Write nothing unless every row is valid. */
  readonly allOrNothing: boolean;
}

/** The policy where neither the schema nor a person says otherwise. */
export const DEFAULT_POLICY: ImportPolicy = {
  mode: 'create-and-update',
  ambiguous: 'create',
  allOrNothing: false,
};

/** What happens to one record by one row. */
export type RecordAction = 'create' | 'update' | 'unchanged' | 'skip';

/** The state of a whole row in the review, worst part first. */
export const ROW_STATUSES = [
  'reject',
  'ambiguous',
  'create',
  'update',
  'unchanged',
  'skip',
] as const;

/** What a plan does with a row. */
export type RowStatus = (typeof ROW_STATUSES)[number];

/** One field of a stored record, before and after. */
export interface FieldChange {
  readonly field: string;
  readonly from: Value;
  readonly to: Value;
}

/** What one row does to one record. */
export interface PlannedRecord {
  readonly entity: string;
  readonly action: RecordAction;
  /**
   * Names the record inside this import: rows with the same `record` hit the same one. Numbered from 0
   * over all entities in file order.
   */
  readonly record: number;
  /** Id in the host's store; null when this import creates it. */
  readonly id: string | null;
  /** `record` of its parent in this row; null for a top entity or when the row names none. */
  readonly parent: number | null;
  /** Where the match was found. `ambiguous`: several stored records fit. `none` with `keyEmpty`: a match cell was empty. */
  readonly match: 'none' | 'file' | 'stored' | 'ambiguous';
  readonly keyEmpty: boolean;
  /** Ids of the stored records an ambiguous row fits. */
  readonly candidates: readonly string[];
  /** Everything to write: all filled values of a create, the changed ones of an update; empty otherwise. */
  readonly values: RecordValues;
  /** Field by field, for an update. */
  readonly changes: readonly FieldChange[];
}

/** A row as the review shows it. */
export interface PlannedRow {
  readonly row: number;
  readonly status: RowStatus;
  /** In parent-before-child order. Empty for a rejected row. */
  readonly records: readonly PlannedRecord[];
  readonly issues: readonly Issue[];
}

/** Per row of a block; `none` where the row holds no record of the entity. */
export const RECORD_ACTIONS = ['none', 'create', 'update', 'unchanged', 'skip'] as const;
/** Where the match of a row was found; `ambiguous`: several stored records fit. */
export const MATCH_KINDS = ['none', 'file', 'stored', 'ambiguous'] as const;

/** One entity's part of a planned block, column-major. */
export interface EntityPlan {
  readonly entity: string;
  /** Index into `RECORD_ACTIONS`. Rejected rows have `none`. */
  readonly actions: Uint8Array;
  /** Index into `MATCH_KINDS`. */
  readonly matches: Uint8Array;
  /** 1 where a match cell was empty (UP9). */
  readonly keyEmpty: Uint8Array;
  /** Number of the record each row hits, -1 for none. Rows with the same number hit the same record. */
  readonly recordNumbers: Int32Array;
  /** Record number of its parent in this row, -1 for none. */
  readonly parentNumbers: Int32Array;
  /** Id in the host's store; null where this import creates the record. */
  readonly ids: readonly (string | null)[];
  /** Ids of the parent where stored already. */
  readonly parentIds: readonly (string | null)[];
  /** Everything the row would write to a new record, shared with the record block (not copied). */
  readonly fields: readonly FieldColumn[];
  /** By row index in the block, for updates only. */
  readonly changes: ReadonlyMap<number, readonly FieldChange[]>;
  /** By row index, for ambiguous rows only. */
  readonly candidates: ReadonlyMap<number, readonly string[]>;
  /**
   * By row index: reference fields whose target this import creates, with the record number of the target. In `fields` and
   * `changes` such a reference is still the readable text; elsewhere a reference is the stored id.
   */
  readonly references?: ReadonlyMap<number, Readonly<Record<string, number>>>;
}

/** What a block of rows will do. The unit in which a plan is made, stored and committed. */
export interface PlanBlock {
  readonly size: number;
  readonly rowNumbers: Uint32Array;
  /** Index into `ROW_STATUSES`. */
  readonly statuses: Uint8Array;
  /** In parent-before-child order. */
  readonly entities: readonly EntityPlan[];
  /** Of all rows of the block, in row order. */
  readonly issues: readonly Issue[];
  /**
   * By row index: numbers of records whose earlier changes must be written before the row, since it takes a unique value one of
   * them had.
   */
  readonly needs?: ReadonlyMap<number, readonly number[]>;
  /** What it was made from, so that rows which depended on a refused one can be planned anew. */
  readonly records?: RecordBlock;
}

/** What an earlier run of the same import did with a row: its records are known by id. */
export interface KnownRow {
  /** Written already: it only tells later rows which records it hit. Otherwise the row is planned, onto these records. */
  readonly done: boolean;
  /** `RowOutcome.records` fit. */
  readonly records: readonly { readonly entity: string; readonly id: string | null }[];
}

/** What a plan does to the records of one entity, counted. */
export interface EntityCounts {
  /** Records (not rows). A record created by one row and updated by another counts as created. */
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly skip: number;
}

/** Equal issues counted, with the first rows that have them. */
export interface IssueGroup {
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly entity: string | null;
  readonly field: string | null;
  readonly column: number | null;
  /** The offending cell text where the issue is about one. */
  readonly value: string | null;
  readonly count: number;
  readonly firstRows: readonly number[];
  /** Params of the first, for its text. */
  readonly params: Issue['params'];
}

/** A plan counted: rows by status, records by entity, issues by kind. */
export interface PlanSummary {
  readonly rows: number;
  /** Rows by status; they add up to `rows`. */
  readonly statuses: Readonly<Record<RowStatus, number>>;
  readonly entities: Readonly<Record<string, EntityCounts>>;
  /** Rows that change a stored record or one of an earlier row, also those that make another besides. */
  readonly updating: number;
  /** Rows whose match key was incomplete (UP9). */
  readonly keyEmpty: number;
  readonly issues: readonly IssueGroup[];
}

/** The whole plan as data: shown, stored, committed as one object. Making it writes nothing. */
export interface Plan {
  readonly summary: PlanSummary;
  readonly blocks: readonly PlanBlock[];
}
