import type { Issue } from '../issue/Issue.ts';
import type { Block } from '../source/Block.ts';
import type { ReadBlocksOptions, Source } from '../source/Source.ts';

/** Order of day, month and year in the dates of a column. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What the values of a column prove about how they are written. */
export interface ColumnEvidence {
  /**
   * Orders under which every date of the column is possible; empty when no dates were seen, several when ambiguous.
   * Where the dates contradict one another, the orders of some of them, the most usual first.
   */
  readonly dateOrders: readonly DateOrder[];
  /** Decimal signs under which every number is possible; two when ambiguous, or contradicting, then the most usual first. */
  readonly decimals: readonly ('.' | ',')[];
  /** No order fits all dates (`13/02/2024` beside `02/15/2024`): none of those that could be swapped is certain. */
  readonly datesConflict?: true;
  /** No sign fits all numbers (`1,5` beside `3.5`): `1.234` may be either. */
  readonly decimalsConflict?: true;
}

/** Counts over a column's values. Complete once the whole file was read (`Table.complete`). */
export interface ColumnProfile {
  readonly filled: number;
  readonly empty: number;
  /** Distinct values with their counts, most frequent first; cut after `DISTINCT_LIMIT`. */
  readonly distinct: readonly (readonly [value: string, count: number])[];
  readonly distinctComplete: boolean;
  readonly maxLength: number;
  /** Share (0–1) of the filled cells that could be read as each type. */
  readonly likely: Readonly<
    Record<'number' | 'date' | 'boolean' | 'email' | 'phone' | 'url', number>
  >;
  readonly evidence: ColumnEvidence;
}

export const DISTINCT_LIMIT = 1000;

/** A column of the file: its heading, samples, and what its values are like. */
export interface TableColumn {
  /** 0-based position in the file. */
  readonly index: number;
  /** Exactly as in the file: duplicates and empty texts too. Empty when the table has no header row. */
  readonly header: string;
  /** Shown to people: the header, made unique (`Phone (2)`), or the column's letter (`Column C`) without one. */
  readonly label: string;
  /** Up to five different filled values from the top. */
  readonly samples: readonly string[];
  readonly profile: ColumnProfile;
}

/** The rows below the header, as columns that can be mapped. */
export interface Table {
  readonly source: Source;
  /** 1-based row of the headings as the spreadsheet shows it; null for none. */
  readonly headerRow: number | null;
  /** 0–1. Under 0.7 the wizard asks. */
  readonly headerConfidence: number;
  readonly skipRows: number;
  readonly columns: readonly TableColumn[];
  /** Data rows, blank rows left out; null until the whole file was read. */
  readonly rowCount: number | null;
  /** Whether profiles and counts cover the whole file. */
  readonly complete: boolean;
  readonly issues: readonly Issue[];
  /** Names this set of headers, so that a mapping can be remembered for it. */
  readonly signature: string;
  /** The data rows: below the header, blank rows left out, row numbers kept. */
  blocks(options?: ReadBlocksOptions): AsyncIterable<Block>;
}
