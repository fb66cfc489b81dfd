import type { UndoReport } from '../adapter/PersistenceAdapter.ts';
import type { CommitProgress } from '../commit/Commit.ts';
import type {
  ColumnFormat,
  ColumnSuggestion,
  ColumnTarget,
  FieldDefault,
  WritePolicy,
} from '../mapping/Mapping.ts';
import type { ImportErrorCode } from '../issue/ImportError.ts';
import type { ImportPolicy, PlanSummary } from '../plan/Plan.ts';
import type { Report } from '../report/Report.ts';
import type { SettingValue } from '../schema/Schema.ts';
import type { ReadOptions } from '../source/Source.ts';
import type { Recipe } from './Recipe.ts';
import type { RestoredImport, RunStatus, TableInfo, UnknownValue } from './Session.ts';

/** The steps in their order. `table` and `values` are left out where nothing is doubtful. */
export const STEPS = [
  'file',
  'table',
  'match',
  'values',
  'settings',
  'review',
  'import',
  'result',
] as const;

/** A step of the import. */
export type Step = (typeof STEPS)[number];

/** An error as data, to be shown. `message` is English; `code` and `params` let a locale say it. */
export interface ErrorInfo {
  readonly code: ImportErrorCode | 'unexpected';
  readonly message: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}

export interface ImporterBase {
  readonly importId: string;
  /** The last thing that failed, until the next try. */
  readonly error: ErrorInfo | null;
}

/** No file yet, or one being opened. */
export interface FileState extends ImporterBase {
  readonly step: 'file';
  readonly status: 'idle' | 'opening';
  readonly fileName: string | null;
  /** What was decided about the file before, when the person came back here: *next* returns to it. */
  readonly previous: EditingState | null;
  /** Which of the schema's kinds was chosen before the first file; null: the first. */
  readonly kind: string | null;
  /** Settings answered before the first file (see `ContextSetting`). */
  readonly answers: Readonly<Record<string, SettingValue>>;
}

/** Whether there is a plan for the recipe as it is. */
export type PlanState =
  | { readonly status: 'none' }
  | { readonly status: 'planning'; readonly rowsDone: number; readonly rowsTotal: number | null }
  /** `revision` grows with every plan, so that views know when to ask for rows anew. */
  | { readonly status: 'ready'; readonly summary: PlanSummary; readonly revision: number };

/** A file is open: what every later step shares. */
export interface OpenBase extends ImporterBase {
  readonly table: TableInfo;
  /** Share of the file read for the full profile (0–1); 1 when done. */
  readonly profiled: number;
  readonly suggestions: readonly ColumnSuggestion[];
  readonly recipe: Recipe;
  /** Earlier recipes, newest last: undo is the previous recipe. */
  readonly past: readonly Recipe[];
  readonly future: readonly Recipe[];
  readonly unknownValues: readonly UnknownValue[];
  readonly plan: PlanState;
  /** A recipe from an earlier import of the same headers was taken over. */
  readonly remembered: boolean;
  /** What came of the corrected error file opened last; absent: there was none. */
  readonly corrected?: CorrectionsTaken;
}

/** What came of a corrected error file. */
export interface CorrectionsTaken {
  /** Cells it corrected anew. */
  readonly cells: number;
  /** Rows whose corrections were not taken, because they were written before. */
  readonly refused: readonly number[];
}

/** The person is deciding. */
export interface EditingState extends OpenBase {
  readonly step: 'table' | 'match' | 'values' | 'settings' | 'review';
  /** The table is being read anew with other options. */
  readonly reading: boolean;
  /** Which part of the match step, from 0 (see `Schema.matchSteps`); absent: the first. */
  readonly matchPart?: number;
}

/** The import is being written. */
export interface RunningState extends OpenBase {
  readonly step: 'import';
  readonly status: RunStatus;
  readonly progress: CommitProgress;
  /** Reports of the earlier runs of this import, oldest first. */
  readonly reports: readonly Report[];
}

/** The import has ended: its report, and what may still be done (correct, import again, undo). */
export interface ResultState extends OpenBase {
  readonly step: 'result';
  readonly report: Report;
  /** Reports of the runs of this import, oldest first; the last is `report`. */
  readonly reports: readonly Report[];
  /** The corrections that were part of the last run: any other edit of the recipe is still to be imported. */
  readonly correctedFrom: Recipe['edits'];
  readonly undo: UndoState;
}

/** Whether the import was taken back. */
export type UndoState =
  | { readonly status: 'none' }
  | { readonly status: 'undoing' }
  | { readonly status: 'undone'; readonly report: UndoReport };

/** All that an importer knows, by step. It holds no rows: ask `Importer.rows` for those that are shown. */
export type ImporterState = FileState | EditingState | RunningState | ResultState;

/** Everything that can happen. Each carries what happened; the reducer decides what it means. */
export type ImporterEvent =
  | { readonly type: 'file-chosen'; readonly fileName: string }
  | {
      readonly type: 'file-opened';
      readonly table: TableInfo;
      readonly suggestions: readonly ColumnSuggestion[];
      readonly recipe: Recipe;
      readonly remembered: boolean;
      /** Restores a draft at its step. */
      readonly step?: EditingState['step'];
      /** The session's name of the import. */
      readonly importId?: string;
      /** Restores an import that runs, or one that ended. */
      readonly run?: RestoredImport['run'];
      readonly result?: RestoredImport['result'];
    }
  /** `of` says that it was taking the import back which failed. */
  | { readonly type: 'failed'; readonly error: ErrorInfo; readonly of?: 'undo' }
  | { readonly type: 'error-dismissed' }
  | { readonly type: 'read-changed'; readonly read: ReadOptions }
  | {
      readonly type: 'table-read';
      readonly table: TableInfo;
      readonly suggestions: readonly ColumnSuggestion[];
      readonly recipe: Recipe;
    }
  | { readonly type: 'profile-progress'; readonly share: number }
  | {
      readonly type: 'profile-done';
      readonly table: TableInfo;
      readonly suggestions: readonly ColumnSuggestion[];
    }
  | {
      readonly type: 'column-mapped';
      readonly column: number;
      readonly target: ColumnTarget | null;
    }
  | { readonly type: 'match-changed'; readonly column: number; readonly match: boolean }
  | {
      readonly type: 'write-changed';
      readonly column: number;
      readonly write: WritePolicy;
      readonly clear: boolean;
    }
  | { readonly type: 'format-changed'; readonly column: number; readonly format: ColumnFormat }
  | {
      readonly type: 'value-mapped';
      readonly column: number;
      readonly text: string;
      /** An option; null leaves the cell out; undefined takes the decision back. */
      readonly value: string | null | undefined;
    }
  /** Several decisions at once, taken back at once. */
  | {
      readonly type: 'values-mapped';
      readonly values: readonly {
        readonly column: number;
        readonly text: string;
        readonly value: string | null | undefined;
      }[];
    }
  | { readonly type: 'values-found'; readonly unknownValues: readonly UnknownValue[] }
  | { readonly type: 'open-columns-ignored' }
  | { readonly type: 'defaults-changed'; readonly defaults: readonly FieldDefault[] }
  | { readonly type: 'policy-changed'; readonly policy: ImportPolicy }
  | {
      readonly type: 'kind-chosen';
      readonly kind: string;
      /** With a file open: its columns under the new kind. */
      readonly columns?: Recipe['columns'];
      /** Those of the new kind. */
      readonly entities?: readonly string[];
      readonly suggestions?: readonly ColumnSuggestion[];
    }
  | { readonly type: 'setting-changed'; readonly key: string; readonly value: SettingValue }
  | {
      readonly type: 'cell-edited';
      readonly row: number;
      readonly column: number;
      readonly value: string;
    }
  /** Fixes an issue group: the same text in a column replaced in all its rows. */
  | { readonly type: 'cells-edited'; readonly edits: Recipe['edits'] }
  /** A corrected error file was read. */
  | {
      readonly type: 'corrections-read';
      readonly edits: Recipe['edits'];
      /** Those of rows that were written already. */
      readonly refused: Recipe['edits'];
    }
  | { readonly type: 'row-excluded'; readonly row: number; readonly excluded: boolean }
  | {
      readonly type: 'rows-excluded';
      readonly rows: readonly number[];
      readonly excluded: boolean;
    }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  | {
      readonly type: 'step-entered';
      readonly step: EditingState['step'] | 'file';
      readonly matchPart?: number;
    }
  | { readonly type: 'plan-progress'; readonly rowsDone: number; readonly rowsTotal: number | null }
  | { readonly type: 'plan-ready'; readonly summary: PlanSummary; readonly revision: number }
  | { readonly type: 'import-started' }
  | { readonly type: 'import-progress'; readonly progress: CommitProgress }
  | { readonly type: 'import-paused' }
  | { readonly type: 'import-resumed' }
  | { readonly type: 'import-cancelling' }
  | { readonly type: 'import-finished'; readonly report: Report }
  | { readonly type: 'import-undoing' }
  | { readonly type: 'import-undone'; readonly undo: UndoReport }
  /** The schema is the same in other words. */
  | { readonly type: 'schema-reworded' }
  | { readonly type: 'reset'; readonly importId: string };
