import type {
  AdapterContext,
  PersistenceAdapter,
  StoredRecord,
} from '../adapter/PersistenceAdapter.ts';
import type { RetryOptions } from '../adapter/callAdapter.ts';
import type { Issue } from '../issue/Issue.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import type { Schema, Value } from '../schema/Schema.ts';
import type { EntityIndex } from './entityIndex.ts';
import type { EntityRules } from './entityRules.ts';
import type { Scratch } from './packed/Scratch.ts';
import type { FieldChange, ImportPolicy, KnownRow, RecordAction, RowStatus } from './Plan.ts';
import type { PreparedBlock } from './preparedBlock.ts';
import type { RecordStates } from './recordStates.ts';
import type { Ask, StoredLookups } from './storedLookups.ts';

/** What `planImport` needs beside the records. */
export interface PlanOptions {
  readonly schema: Schema;
  /** The mapping: which columns match, and what each may write. */
  readonly columns: readonly ColumnMapping[];
  /** What is not given is as in `DEFAULT_POLICY`. */
  readonly policy?: Partial<ImportPolicy>;
  readonly adapter: PersistenceAdapter;
  readonly context: AdapterContext;
  /** Row numbers the user took out: they are skipped. */
  readonly excluded?: readonly number[];
  /** What earlier runs of this import did, by row number. */
  readonly known?: (row: number) => KnownRow | undefined;
  /** Where to put what is known of the records so far; in memory, where it is not given. */
  readonly scratch?: Scratch;
  readonly retry?: RetryOptions;
  /** Milliseconds a lookup may take; default 60,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Called after each block with the rows planned so far. */
  readonly onProgress?: (rows: number) => void;
}

/** A plan in the making: the records hit so far and how to find them. */
export interface PlanRun {
  readonly policy: ImportPolicy;
  readonly rules: readonly EntityRules[];
  readonly states: RecordStates;
  /** In the order of the rules. */
  readonly indexes: readonly EntityIndex[];
  readonly excluded: ReadonlySet<number>;
  readonly known: (row: number) => KnownRow | undefined;
  /** Gives others a turn, where it is time. */
  readonly breathe: () => Promise<void>;
}

/** One row being planned. Nothing in it has an effect until `applyRow`. */
export interface RowTask {
  readonly run: PlanRun;
  readonly block: PreparedBlock;
  readonly stored: StoredLookups;
  /** Index of the row in its block, and its number in the spreadsheet. */
  readonly r: number;
  readonly row: number;
  readonly known: KnownRow | undefined;
  /** Parts planned so far, by entity. */
  readonly parts: (RowPart | undefined)[];
  readonly issues: Issue[];
  /** Records that must be written before the row: it takes a unique value one of them had. */
  readonly needs: number[];
  /** What has to be asked before the row can be planned. */
  readonly asks: Ask[];
}

/** Which record a row means. */
export interface Identity {
  readonly match: 'none' | 'file' | 'stored' | 'ambiguous';
  readonly keyEmpty: boolean;
  /** Number of the record where an earlier row hit it, else -1. */
  readonly record: number;
  /** The stored record, where this row is the first to hit it. */
  readonly stored: StoredRecord | null;
  readonly candidates: readonly string[];
  /** What people know the candidates by. */
  readonly names?: string;
  /** Found by its id, so that the match columns are fields like any other. */
  readonly byId: boolean;
}

/** What a row does to one record. */
export interface RowPart extends Identity {
  readonly action: RecordAction;
  /** This row is the first to hit the record: its number is the next free one. */
  readonly fresh: boolean;
  /** Record number of the parent in this row, -1 for none. */
  readonly parent: number;
  /** A reference to a record this import makes is a `referenceMark` here. */
  readonly changes: readonly FieldChange[];
  /** Resolved references by slot: a stored id or a `referenceMark`; ids, where the field refers to several. */
  readonly references: ReadonlyMap<number, string | readonly string[]>;
}

export interface RowPlan {
  readonly status: RowStatus;
  readonly parts: readonly (RowPart | undefined)[];
  readonly issues: readonly Issue[];
  /** See `RowTask.needs`. */
  readonly needs: readonly number[];
}

/** Stands for the id of a record that this import creates. No stored id contains a NUL. */
export function referenceMark(record: number): string {
  return `\u0000record:${record}`;
}

/** The record number of a mark; undefined for any other value. */
export function markedRecord(value: Value): number | undefined {
  return typeof value === 'string' && value.startsWith('\u0000record:')
    ? Number(value.slice(8))
    : undefined;
}
