import type { CommitProgress, ErrorInfo, Recipe, Report, UndoReport } from '@importera/engine';

/** Where an import of a server may stand, from the draft to the end or its undoing. */
export const SERVER_STATUSES = [
  'draft',
  'queued',
  'running',
  'pausing',
  'paused',
  'cancelling',
  'completed',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;

/**
 * Where an import is. `draft` → `queued` → `running` → `completed`, `cancelled` or `failed`; on request through `pausing` to
 * `paused`, and from an end through `undoing` to `undone`.
 */
export type ServerStatus = (typeof SERVER_STATUSES)[number];

/** Nothing of it is under way: its recipe may be changed and it may be started (again). */
export const RESTING_STATUSES: readonly ServerStatus[] = [
  'draft',
  'completed',
  'cancelled',
  'failed',
];

/** Groups of the hub (FX5). */
export const STATUS_GROUPS: Readonly<Record<string, readonly ServerStatus[]>> = {
  draft: ['draft'],
  running: ['queued', 'running', 'pausing', 'paused', 'cancelling', 'undoing'],
  finished: ['completed', 'cancelled', 'failed', 'undone'],
};

/** An import as the list shows it (FX5). */
export interface ImportSummary {
  readonly id: string;
  readonly schemaId: string;
  readonly status: ServerStatus;
  readonly fileName: string;
  /** Bytes; null before the whole file is there. */
  readonly fileSize: number | null;
  /** Data rows; null before they were counted. */
  readonly rows: number | null;
  /** Who made it, as the host names people. */
  readonly user: string | null;
  /** The wizard's step a draft was left at. */
  readonly step: string;
  /** Rows planned so far, while the plan is made. */
  readonly rowsPlanned: number | null;
  /** Rows written so far, by all workers. */
  readonly progress: CommitProgress | null;
  /** Without `ids`: they have a page of their own. */
  readonly report: Report | null;
  /** Why it failed. */
  readonly error: ErrorInfo | null;
  readonly undo: UndoReport | null;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** An import with its recipe, as `GET /:id` gives it. */
export interface ServerImport extends ImportSummary {
  readonly recipe: Recipe | null;
}

/** An import's name: always with the tenant it belongs to. */
export interface ImportKey {
  readonly tenant: string;
  readonly id: string;
}

/** What the server itself needs beside what it shows. */
export interface StoredImport {
  readonly key: ImportKey;
  readonly shown: ServerImport;
  /** The uploaded file; null before it is complete. */
  readonly fileId: string | null;
  /** How often it was started on purpose; 0 for a draft. */
  readonly run: number;
  /** What whoever started it reads, as tags, the dearest first; empty where their request did not say. */
  readonly languages: readonly string[];
}
