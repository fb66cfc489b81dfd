import type { RetryOptions } from '@importera/engine';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import type { FileStore } from '../files/FileStore.ts';
import type { ImportTargets } from '../Host.ts';
import type { Notifier } from '../notify/Notifier.ts';
import type { Run } from '../store/runs.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import type { RunTargets } from './runTargets.ts';

/** What the jobs of a worker share. */
export interface WorkerHost extends ImportTargets {
  readonly database: ServerDatabase;
  readonly files: FileStore;
  readonly notifiers: readonly Notifier[];
  readonly maxRows: number;
  /** Milliseconds between two looks at whether the import shall stop. */
  readonly watchMs: number;
  readonly retry: RetryOptions | undefined;
  readonly onError: (error: unknown) => void;
  /** Runs whose batches were written last, by name. */
  readonly runs: Map<string, OpenRun>;
}

/** A run being written. */
export interface OpenRun extends RunTargets {
  readonly found: StoredImport;
  readonly run: Run;
}
