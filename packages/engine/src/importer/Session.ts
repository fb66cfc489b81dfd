import type { UndoReport } from '../adapter/PersistenceAdapter.ts';
import type { CommitProgress, RowOutcome } from '../commit/Commit.ts';
import type { Issue } from '../issue/Issue.ts';
import type { IssueLanguage } from '../issue/IssueLanguage.ts';
import type { CellEdit, ColumnSuggestion } from '../mapping/Mapping.ts';
import type { PlannedRow, PlanSummary, RecordAction, RowStatus } from '../plan/Plan.ts';
import type { Report } from '../report/Report.ts';
import type {
  ReadOptions,
  SheetInfo,
  SourceFormat,
  SourceInput,
  SourceProgress,
} from '../source/Source.ts';
import type { TableColumn } from '../table/Table.ts';
import type { SettingValue } from '../schema/Schema.ts';
import type { Corrections } from './readCorrections.ts';
import type { Recipe } from './Recipe.ts';

/** A row as text, for showing. */
export interface PreviewRow {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What was found about the file and its table: plain data, made to cross a worker. */
export interface TableInfo {
  readonly fileName: string;
  readonly fileSize: number;
  readonly format: SourceFormat;
  readonly encoding: string | null;
  readonly encodingConfidence: number | null;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string;
  readonly headerRow: number | null;
  readonly headerConfidence: number;
  readonly skipRows: number;
  readonly columns: readonly TableColumn[];
  /** Data rows; null while the whole file is still being read. */
  readonly rowCount: number | null;
  /** Profiles cover the whole file. */
  readonly complete: boolean;
  readonly issues: readonly Issue[];
  readonly signature: string;
  /** The first rows of the sheet as they are in the file, rows above the header included (at most 1,000). */
  readonly preview: readonly PreviewRow[];
  /** Whether anything is doubtful, so that a person should look at the table step. */
  readonly doubtful: boolean;
}

/** Which rows of a plan or result to show. */
export interface RowQuery {
  /** Rows with one of these statuses; absent: all. */
  readonly statuses?: readonly RowStatus[];
  /** Rows that do one of these to any record, whatever their status says they do first of all. */
  readonly actions?: readonly RecordAction[];
  /** Rows with an issue of this kind (see `IssueGroup`). */
  readonly issue?: {
    readonly code: string;
    /** Fields of two entities may have one name; absent: of whichever. */
    readonly entity?: string | null;
    readonly field: string | null;
    readonly value: string | null;
  };
  /** Rows in which any cell contains this text, case-insensitively. */
  readonly search?: string;
  /** Only rows whose outcome is one of these (after a commit). */
  readonly outcomes?: readonly RowOutcome['status'][];
  readonly offset: number;
  readonly limit: number;
}

/** A row in the review or the result: its cells as in the file (edits applied), its plan, its outcome. */
export interface GridRow extends PreviewRow {
  readonly planned: PlannedRow;
  /** After a commit. */
  readonly outcome: RowOutcome | null;
  /** Columns corrected by hand. */
  readonly edited: readonly number[];
}

/** The rows that were asked for, and how many there are. */
export interface RowPage {
  /** Rows that fit the query. */
  readonly total: number;
  readonly rows: readonly GridRow[];
}

/** Cell texts of a choice column that are no option, each once, with its count. */
export interface UnknownValue {
  readonly column: number;
  readonly text: string;
  readonly count: number;
  /** The option it most likely means; null when nothing is near. */
  readonly suggestion: string | null;
}

/** How a run is going. */
export type RunStatus = 'running' | 'paused' | 'cancelling';

/** An import that was begun elsewhere, as its session keeps it. */
export interface RestoredImport {
  readonly table: TableInfo;
  /** Null: nothing was decided yet. */
  readonly recipe: Recipe | null;
  /** The step it was left at. */
  readonly step: string;
  /** It is under way; `follow` tells how it goes. */
  readonly run: { readonly status: RunStatus; readonly progress: CommitProgress } | null;
  /** It has ended. */
  readonly result: RestoredResult | null;
}

/** The end of an import that a session keeps. */
export interface RestoredResult {
  readonly report: Report;
  /** The corrections that were part of the last run. */
  readonly correctedFrom: readonly CellEdit[];
  /** What became of taking it back; null: it was not. */
  readonly undo: UndoReport | null;
}

/** Who is told while a session follows an import that is under way. */
export interface FollowOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CommitProgress) => void;
  /** It was paused, went on or is being cancelled, by whomever. */
  readonly onStatus?: (status: RunStatus) => void;
}

/** How a session writes the plan, and who is told meanwhile. */
export interface CommitOptions {
  readonly importId: string;
  /** Nobody waits any more: an import of this thread or worker ends after the batches in flight, one of a server goes on. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CommitProgress) => void;
  /** Somebody else paused it, let it go on or cancelled it. */
  readonly onStatus?: (status: RunStatus) => void;
  /** Rows of a batch; default 500. */
  readonly batchRows?: number;
  /** Batches in flight; default 2. */
  readonly parallel?: number;
}

/** Of which records a file is made. */
export interface ExportScope {
  /** Which of the schema's kinds. */
  readonly kind?: string | undefined;
  /** Answers to settings so far: contexts (a project) say what the records belong to. */
  readonly settings: Readonly<Record<string, SettingValue>>;
}

/**
 * The work behind one import, wherever it runs: in this thread, in a worker, on a server. Holds the file and the plan;
 * a person's decisions come in as a recipe with each call. One call at a time per method; a newer `plan` call
 * supersedes a running one (which rejects with an `AbortError`).
 */
export interface ImportSession {
  /** Opens a file, or the same one anew with other options. Resolves as soon as the first rows are known. */
  open(
    input: SourceInput,
    name: string,
    read: ReadOptions,
    signal?: AbortSignal,
  ): Promise<TableInfo>;
  /** Reads the opened file with other options. */
  reread(read: ReadOptions, signal?: AbortSignal): Promise<TableInfo>;
  /** Reads the whole file: row count and full profiles. */
  profile(
    onProgress?: (progress: SourceProgress) => void,
    signal?: AbortSignal,
  ): Promise<TableInfo>;
  /** @param kind which of the schema's kinds is imported. */
  suggest(kind?: string): Promise<readonly ColumnSuggestion[]>;
  /** Values of choice columns that are no option under this recipe. */
  unknownValues(recipe: Recipe): Promise<readonly UnknownValue[]>;
  plan(
    recipe: Recipe,
    onProgress?: (progress: {
      readonly rowsDone: number;
      readonly rowsTotal: number | null;
    }) => void,
    signal?: AbortSignal,
  ): Promise<PlanSummary>;
  /** A page of the planned rows. */
  rows(query: RowQuery): Promise<RowPage>;
  /** Writes the last plan through the adapter. After corrections and a new `plan`, only rows not yet written are taken. */
  commit(options: CommitOptions): Promise<Report>;
  pause(): void;
  resume(): void;
  /** Ends a running commit after the batches in flight; its report has the status `cancelled`. */
  cancel(): void;
  /**
   * Rejected rows with their reasons, formula-safe; corrected, it imports again.
   * @param language of the reasons, or the nearest the session knows; default English, at a server what the browser prefers.
   */
  errorFile(format: 'csv' | 'xlsx', language?: IssueLanguage): Promise<Blob>;
  /**
   * What a corrected error file changes in the rows it names, as edits of the opened file; those of written rows apart.
   * @throws {ImportError} `file-unsupported` when it is no error file of this import.
   */
  corrections(input: SourceInput, name: string): Promise<Corrections>;
  /** A file with a ready column per field. */
  template(format: 'csv' | 'xlsx' | 'xls', kind?: string): Promise<Blob>;
  /** What is stored already, as an example that imports back unchanged; absent where that is not offered. */
  exportFile?(format: 'csv' | 'xlsx' | 'xls', scope: ExportScope): Promise<Blob>;
  dispose(): void;
  /** The import's id, where the session names it; null before a file is open. */
  importId?(): string | null;
  /** Keeps what was decided, where drafts live with the session: they can be picked up elsewhere. */
  keep?(draft: { readonly recipe: Recipe; readonly step: string }): Promise<void>;
  /** Opens an import that the session keeps: a draft, one that runs, one that ended. */
  restore?(importId: string, signal?: AbortSignal): Promise<RestoredImport>;
  /** Follows the opened import, which was started before, to its end. */
  follow?(options: FollowOptions): Promise<Report>;
  /** What `undo` would do, without doing it; null where that can not be said. */
  undoPreview?(importId: string, settings: Recipe['settings']): Promise<UndoReport | null>;
  /** Takes back what an import wrote. */
  undo?(importId: string, settings: Recipe['settings']): Promise<UndoReport>;
}
