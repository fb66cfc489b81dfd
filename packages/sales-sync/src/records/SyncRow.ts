import type { RecordValues } from '@importera/engine';

/** One row of a sync: what a system says of a record of the other. */
export interface SyncRow {
  /** What it comes from: key of a document, id of a deal, number of a product. */
  readonly from: string;
  readonly values: RecordValues;
}
