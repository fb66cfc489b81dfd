import type { UndoReport } from '../adapter/PersistenceAdapter.ts';
import type { Report } from '../report/Report.ts';
import type { Recipe } from './Recipe.ts';

/** Where an import of a store stands. */
export type ImportStatus = 'draft' | 'running' | 'completed' | 'cancelled' | 'failed';

/** An import as a record: a draft to pick up again, or history. */
export interface ImportEntry {
  readonly id: string;
  readonly schemaId: string;
  readonly status: ImportStatus;
  readonly fileName: string;
  readonly rows: number | null;
  /** Who started it, as the host names people. */
  readonly user: string | null;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The step the person was on. */
  readonly step: string;
  readonly recipe: Recipe | null;
  readonly report: Report | null;
  /** What became of taking it back; absent: it was not. */
  readonly undo?: UndoReport;
}

/** Keeps files, recipes and results: drafts, history and remembered mappings. */
export interface ImportStore {
  list(schemaId: string): Promise<readonly ImportEntry[]>;
  load(id: string): Promise<ImportEntry | null>;
  save(entry: ImportEntry): Promise<void>;
  remove(id: string): Promise<void>;
  saveFile(id: string, file: Blob, name: string): Promise<void>;
  loadFile(id: string): Promise<{ readonly file: Blob; readonly name: string } | null>;
  /** A recipe filed under the file's header signature. */
  remember(schemaId: string, signature: string, recipe: Recipe): Promise<void>;
  recall(schemaId: string, signature: string): Promise<Recipe | null>;
}
