import type { Issue } from '../issue/Issue.ts';
import type { Value } from '../schema/Schema.ts';

/** The typed values of one field over the rows of a block. */
export interface FieldColumn {
  readonly field: string;
  /** Column of the file it came from; null for a default. */
  readonly column: number | null;
  /** One per row. `null`: the cell was empty or could not be read (then there is an issue). */
  readonly values: readonly Value[];
  /**
   * 1 where the cell of the file is empty, 2 where the user leaves it out (or it is a placeholder such as `n/a`): the value is
   * then a default, or null. Absent where no column fills the field.
   */
  readonly blank?: Uint8Array;
}

/** One entity's part of a block. */
export interface EntityRecords {
  readonly entity: string;
  /** 1 where the row holds a record of this entity: at least one of its mapped cells is filled. */
  readonly present: Uint8Array;
  readonly fields: readonly FieldColumn[];
}

/** A block turned into typed records; entities in parent-before-child order. */
export interface RecordBlock {
  readonly size: number;
  readonly rowNumbers: Uint32Array;
  readonly entities: readonly EntityRecords[];
  /** 1 where the user took the row out: it holds no record and no issue, but is counted. Absent when there is none. */
  readonly excluded?: Uint8Array;
  /** Found while converting: cells that could not be read as their field's type, and warnings. */
  readonly issues: readonly Issue[];
}
