import type { Issue } from '../issue/Issue.ts';
import type { Value } from '../schema/Schema.ts';

/** The typed values of one field over the rows of a block. */
export interface FieldColumn {
  readonly field: string;
  /** Column of the file it came from; null for a default. */
  readonly column: number | null;
  /** One per row. `null`: the cell was empty or could not be read (then there is an issue). */
  readonly values: readonly Value[];
  /** One of `BLANK` where no cell gave the value, else 0. Absent where no column fills the field, and no row says otherwise. */
  readonly blank?: Uint8Array;
  /** One value for every record of the import: it replaces what is stored, as a cell would. */
  readonly fixed?: true;
}

/**
 * Why no cell gave a value: it is empty, or the user leaves it out (or it is a placeholder such as `n/a`), and the value is a default
 * or null; it is empty and the value is for a new record alone; it is empty and the value is added to what is
 * stored, or fills it where nothing is stored.
 */
export const BLANK: {
  readonly empty: 1;
  readonly omitted: 2;
  readonly newOnly: 3;
  readonly added: 4;
  readonly ifEmpty: 5;
} = { empty: 1, omitted: 2, newOnly: 3, added: 4, ifEmpty: 5 };

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
