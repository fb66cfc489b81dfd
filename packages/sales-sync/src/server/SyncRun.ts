import type { Rejected, SyncReport } from '../run/SyncReport.ts';
import type { SyncSettings } from '../SyncSettings.ts';

/** A run in the history, as data. */
export interface SyncRun {
  readonly id: string;
  /** Why it was made: it was time, a person asked, or the settings were changed. */
  readonly reason: 'schedule' | 'person' | 'settings';
  /** Who asked, as the host names people. */
  readonly user: string | null;
  readonly status: 'queued' | 'running' | 'completed' | 'failed';
  /** More than one where a process died and another went on. */
  readonly attempts: number;
  /** Those it ran under; null until it begins. */
  readonly settings: SyncSettings | null;
  readonly counts: SyncReport['counts'];
  /** How many records the other system did not take, and the first of them. The next run tries again. */
  readonly rejectedCount: number;
  readonly rejected: readonly Rejected[];
  /** Why it failed, for people. */
  readonly error: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}
