import type { FieldChange, PlanSummary, RecordValues } from '@importera/engine';
import type { SyncEntity } from '../run/SyncReport.ts';

/** What a run would write, as data: the plan of all that lies between where the last run ended and now. */
export type SyncPreview = Readonly<Record<SyncEntity, PreviewPart>>;

/** What a run would do to one kind of record. */
export interface PreviewPart {
  /** Counts records: those made, filled in or changed, and left as they are. */
  readonly summary: PlanSummary;
  /** The first of those that are written (see `PreviewOptions.rows`). */
  readonly rows: readonly PreviewRow[];
}

/** A record that a run would make or change. */
export interface PreviewRow {
  /** Key of the document (`invoice:71`), id of the deal or number of the product it comes from. */
  readonly from: string;
  readonly action: 'create' | 'update';
  /** Id of the record to be changed; null where this run makes it. */
  readonly id: string | null;
  /** What is written. `lines` is JSON: `[product, text, quantity, price]` for each. */
  readonly values: RecordValues;
  /** Field by field, where something is changed. */
  readonly changes: readonly FieldChange[];
}
