import type { PersistenceAdapter, UndoReport } from '../adapter/PersistenceAdapter.ts';
import type { Schema } from '../schema/Schema.ts';
import type { ReadOptions, SourceInput } from '../source/Source.ts';
import type { EditingState, ImporterEvent, ImporterState } from './ImporterState.ts';
import type { ImportPermissions } from './ImportPermissions.ts';
import type { ImportStore } from './ImportStore.ts';
import type { ImportSession, RowPage, RowQuery } from './Session.ts';

/** What a host gives to an importer: a schema, and an adapter or a session that has one. */
export interface ImporterOptions {
  readonly schema: Schema;
  /** Where records are looked up and written. Needed unless `session` is given. */
  readonly adapter?: PersistenceAdapter;
  /** Where the work is done; default: in this thread. `connectWorker` gives one in a worker. */
  readonly session?: ImportSession;
  /** Keeps drafts, history and remembered mappings. */
  readonly store?: ImportStore;
  /** Names the import; default a random UUID. */
  readonly importId?: string;
  /** Who may import what: what is refused is not offered, and not started. Default: everything is allowed. */
  readonly permissions?: ImportPermissions | undefined;
  /** Who imports, as the host names people; shown in the history. */
  readonly user?: string;
  /** The host's last word on every change: return `state` to veto, or a changed `next`. */
  readonly stateReducer?: (
    state: ImporterState,
    next: ImporterState,
    event: ImporterEvent,
  ) => ImporterState;
}

/** Told after every change: the state, and the event that made it. */
export type ImporterListener = (state: ImporterState, event: ImporterEvent) => void;

/** Everything a person can do, as calls. None throws: what fails becomes `state.error`. */
export interface ImporterActions {
  /** Opens a file, pasted text or rows; a name is needed where the input has none. */
  openFile(input: SourceInput, name?: string): Promise<void>;
  /** Reads the opened file with other options, keeping what was decided about its columns. */
  setRead(read: ReadOptions): Promise<void>;
  /** @param part of the match step, from 0, where the host splits it (see `Schema.matchSteps`). */
  goTo(step: EditingState['step'] | 'file', part?: number): Promise<void>;
  /** Imports another kind; columns of an open file that do not belong to it are suggested anew. */
  setKind(kind: string): Promise<void>;
  next(): Promise<void>;
  back(): Promise<void>;
  /** Takes over what a corrected error file changes, and makes the plan anew. */
  openCorrections(input: SourceInput, name?: string): Promise<void>;
  /** Makes the plan anew, after corrections. */
  replan(): Promise<void>;
  /** Writes the plan; from the result, only rows not yet written. */
  start(): Promise<void>;
  pause(): void;
  resume(): void;
  cancel(): void;
  /** A new import. */
  reset(): void;
  /** Picks up an import: a draft of the store at its step, or whatever the session keeps, a running one too. */
  restore(importId: string): Promise<void>;
  /** What undoing the import would do; null where that can not be said. @throws ImportError */
  undoPreview(): Promise<UndoReport | null>;
  /** Takes back what the import wrote. What fails becomes `state.error` too. @throws ImportError */
  undoImport(): Promise<UndoReport>;
}

/** A headless importer: one import from file to report, as state that can be shown by anything. */
export interface Importer {
  /** As the kind at hand sees it (see `Schema.kinds`): it changes with the kind. */
  readonly schema: Schema;
  /** As the host gave it: with what the person may not import, too. */
  readonly wholeSchema: Schema;
  readonly session: ImportSession;
  readonly store: ImportStore | null;
  readonly permissions: ImportPermissions;
  getState(): ImporterState;
  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: ImporterListener): () => void;
  dispatch(event: ImporterEvent): void;
  /**
   * Takes over a schema in other words, when the person changes the language: what is shown is called by it from now on. One
   * with other fields, options or settings is not taken, for the file was read and matched by this one.
   */
  setSchema(schema: Schema): void;
  readonly actions: ImporterActions;
  /** Rows of the plan or the result. */
  rows(query: RowQuery): Promise<RowPage>;
  dispose(): void;
}
