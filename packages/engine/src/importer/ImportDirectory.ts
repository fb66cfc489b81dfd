import type { UndoReport } from '../adapter/PersistenceAdapter.ts';
import type { CommitProgress } from '../commit/Commit.ts';
import type { IssueLanguage } from '../issue/IssueLanguage.ts';
import type { Report } from '../report/Report.ts';
import type { ErrorInfo } from './ImporterState.ts';
import type { ImportPermissions } from './ImportPermissions.ts';

/** Where an import stands: a draft, waiting or under way, ended, or taken back. */
export type ListedStatus =
  | 'draft'
  | 'queued'
  | 'running'
  | 'pausing'
  | 'paused'
  | 'cancelling'
  | 'completed'
  | 'cancelled'
  | 'failed'
  | 'undoing'
  | 'undone';

/** The lists of the hub. */
export type ImportGroup = 'running' | 'draft' | 'finished';

/** An import as lists show it (FX5). */
export interface ListedImport {
  readonly id: string;
  readonly schemaId: string;
  readonly status: ListedStatus;
  readonly fileName: string;
  /** Data rows; null before they were counted. */
  readonly rows: number | null;
  /** Who made it, as the host names people. */
  readonly user: string | null;
  /** The wizard's step it was left at. */
  readonly step: string;
  readonly progress: CommitProgress | null;
  /** Counts; its `ids` may be left out. */
  readonly report: Report | null;
  /** Why it failed. */
  readonly error: ErrorInfo | null;
  /** What became of taking it back. */
  readonly undo: UndoReport | null;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** Which imports of a directory to list, newest first. */
export interface DirectoryQuery {
  readonly group: ImportGroup;
  /** Only what this person made, as the host names people; absent: everybody's. */
  readonly user?: string;
  readonly limit: number;
  readonly offset: number;
  readonly signal?: AbortSignal;
}

/** What a directory tells who follows it. */
export type DirectoryChange =
  | { readonly type: 'changed'; readonly import: ListedImport }
  | { readonly type: 'removed'; readonly id: string };

/**
 * The imports there are, wherever they are kept: on a server, or in this browser. Hubs and bells are made of it.
 * A call that is not there can not be done, and is not offered.
 */
export interface ImportDirectory {
  /** Newest first. */
  list(query: DirectoryQuery): Promise<readonly ListedImport[]>;
  /** Calls back with each import that is new, changed or gone. Returns the way to stop. */
  follow(listener: (change: DirectoryChange) => void): () => void;
  remove(id: string): Promise<void>;
  pause?(id: string): Promise<void>;
  resume?(id: string): Promise<void>;
  cancel?(id: string): Promise<void>;
  /** What taking the import back would do, without doing it; null where that can not be said. */
  undoPreview?(id: string): Promise<UndoReport | null>;
  /** Begins to take the import back; `follow` tells how it goes. */
  undo?(id: string): Promise<void>;
  /** @param language of the reasons, or the nearest that is known; default English, at a server what the browser prefers. */
  errorFile?(id: string, format: 'csv' | 'xlsx', language?: IssueLanguage): Promise<Blob>;
  template?(format: 'csv' | 'xlsx' | 'xls'): Promise<Blob>;
  permissions?(): Promise<ImportPermissions>;
}

const GROUPS: Readonly<Record<ListedStatus, ImportGroup>> = {
  draft: 'draft',
  queued: 'running',
  running: 'running',
  pausing: 'running',
  paused: 'running',
  cancelling: 'running',
  undoing: 'running',
  completed: 'finished',
  cancelled: 'finished',
  failed: 'finished',
  undone: 'finished',
};

/** The list an import belongs to. */
export function groupOf({ status }: Pick<ListedImport, 'status'>): ImportGroup {
  return GROUPS[status];
}
