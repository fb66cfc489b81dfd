import type { RetryOptions } from '../adapter/callAdapter.ts';
import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import type { ImportError } from '../issue/ImportError.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import type { ImportPolicy, KnownRow, PlanBlock } from '../plan/Plan.ts';
import type { RecordBlock } from '../records/Records.ts';
import type { Schema } from '../schema/Schema.ts';
import type { CommitProgress, RowOutcome } from './Commit.ts';
import type { OutcomeBlock } from './OutcomeBlock.ts';
import type { OutcomeSheet } from './outcomeSheet.ts';

/** What `commitPlan` needs beside the plan, and how it goes about it. */
export interface CommitPlanOptions {
  readonly schema: Schema;
  /** The mapping and policy the plan was made with. */
  readonly columns: readonly ColumnMapping[];
  readonly policy?: Partial<ImportPolicy>;
  readonly adapter: PersistenceAdapter;
  /** `context.importId` names the import to the adapter. */
  readonly context: AdapterContext;
  /** Rows with something to write in a batch; default 500. */
  readonly batchRows?: number;
  /** Batches in flight; default 2. Those never share a record. */
  readonly parallel?: number;
  readonly retry?: RetryOptions;
  /** Milliseconds a call to the adapter may take; default 60,000. A write that takes longer is sent again under the same id. */
  readonly timeoutMs?: number;
  /** Stops the import: batches in flight are finished, the other rows stay pending. */
  readonly signal?: AbortSignal | undefined;
  /** Awaited before each batch: a promise that is open pauses the import. */
  readonly gate?: () => Promise<void> | undefined;
  /**
   * Outcomes of earlier runs of this import, by row: those rows are not written again, and count as what they were. Pending
   * ones are as good as none.
   */
  readonly done?: (row: number) => RowOutcome | undefined;
  /** How often rows of this import were sent anew on purpose (not after a crash): 1 (default), 2 after corrections, … */
  readonly run?: number;
  /** Rows in all, for the progress, where the plan comes as a stream. */
  readonly rowsTotal?: number;
  readonly onProgress?: (progress: CommitProgress) => void;
  /**
   * Called with the rows each batch settled, in the order batches end. What it returns is awaited: a place to save them.
   *
   * Where the adapter lets in on its transaction (`WriteContext.settle`), it is called inside, with that `transaction`: what is
   * written there is stored with the records or not at all, and it is called again where the batch is sent again. Rows of
   * which nothing was written come without. If it throws, the import ends.
   */
  readonly onOutcomes?: (outcomes: OutcomeBlock, transaction?: unknown) => Promise<void> | void;
}

/** What became of one run of a commit. */
export interface CommitResult {
  readonly importId: string;
  /** `failed`: the adapter could not be reached any more (see `error`), or nothing was written because not all rows could be. */
  readonly status: 'completed' | 'cancelled' | 'failed';
  /** One for each block of the plan, in file order. */
  readonly outcomes: readonly OutcomeBlock[];
  readonly error: ImportError | null;
  readonly seconds: number;
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** Where the outcome of a row is noted. */
export interface Seat {
  readonly sheet: OutcomeSheet;
  readonly r: number;
}

/** A planned row on its way. */
export interface PlacedRow {
  readonly block: PlanBlock;
  readonly r: number;
  readonly row: number;
  readonly seat: Seat;
}

/** A row to be planned anew, since an earlier row it builds on was refused. */
export interface DeferredRow {
  readonly row: number;
  readonly seat: Seat;
  readonly records: RecordBlock;
  readonly r: number;
  readonly known: KnownRow;
}

/** One pass over planned blocks: the main one, or one over deferred rows. Record numbers hold within a pass. */
export interface Pass {
  /** Ids of the records this import made, by record number. */
  readonly ids: RecordIds;
  /** Records whose state is not what the plan foresaw. */
  readonly tainted: RecordSet;
  readonly deferred: DeferredRow[];
}

/** Ids by record number. */
export interface RecordIds {
  get(record: number): string | undefined;
  has(record: number): boolean;
  set(record: number, id: string): void;
}

/** Record numbers. */
export interface RecordSet {
  readonly size: number;
  has(record: number): boolean;
  add(record: number): void;
}

/** A row with what became of it. */
export interface Settled {
  readonly seat: Seat;
  readonly outcome: RowOutcome;
}

/** What all passes share. */
export interface CommitRun {
  readonly options: CommitPlanOptions;
  /** Notes outcomes and tells the host, unless it was told in the adapter's transaction. */
  readonly settle: (rows: readonly Settled[], told?: boolean) => Promise<void>;
  /** Tells the host of outcomes that hold as soon as the transaction is committed. */
  readonly tell: (rows: readonly Settled[], transaction?: unknown) => Promise<void>;
  /** Whether no further batch may start: cancelled or failed. */
  readonly stopped: () => boolean;
  /** Ends the import: the adapter can not be reached any more. */
  readonly fail: (error: unknown) => void;
  /** Gives others a turn, where it is time. */
  readonly breathe: () => Promise<void>;
}
