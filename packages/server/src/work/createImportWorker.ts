import type { RetryOptions } from '@importera/engine';
import { migrate } from '../database/migrate.ts';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { databaseFiles } from '../files/databaseFiles.ts';
import type { FileStore } from '../files/FileStore.ts';
import type { ImportTargets } from '../Host.ts';
import type { Notifier } from '../notify/Notifier.ts';
import { sendNotice } from '../notify/sendNotice.ts';
import { changeImport } from '../store/imports.ts';
import { openQueue, type ImportJob, type ImportQueue } from './importQueue.ts';
import { runImport } from './runImport.ts';
import { undoImport } from './undoImport.ts';
import type { WorkerHost } from './Worker.ts';

export interface ImportWorkerOptions extends ImportTargets {
  readonly database: ServerDatabase;
  /** Where uploaded files are; default: in the database. */
  readonly files?: FileStore;
  /** Told of finished imports. */
  readonly notifiers?: readonly Notifier[];
  /** Imports side by side in this process; default 2. */
  readonly concurrency?: number;
  /** Batches in flight of one import; default 2. */
  readonly parallel?: number;
  /** Most rows of a file; default 5,000,000. */
  readonly maxRows?: number;
  /** How calls to the adapter are tried again. */
  readonly retry?: RetryOptions;
  /** Milliseconds between two looks at whether an import shall pause or stop; default 500. */
  readonly watchMs?: number;
  /** Told of failures in the background. Errors may hold data of the import: take care where they are logged. */
  readonly onError?: (error: unknown) => void;
}

export interface ImportWorker {
  start(): Promise<void>;
  /** Ends after the batches in flight; its imports are taken up by another worker, or at the next start. */
  stop(): Promise<void>;
}

/**
 * Runs imports that were started at the server, in the same process or in one of its own; with Postgres in as many as wanted.
 * A process that dies loses nothing: another takes its imports up where it was.
 * @example
 * const worker = createImportWorker({ schemas: [crm], adapter, database });
 * await worker.start();
 */
export function createImportWorker(options: ImportWorkerOptions): ImportWorker {
  const host: WorkerHost = {
    schemas: options.schemas,
    adapter: options.adapter,
    database: options.database,
    files: options.files ?? databaseFiles(options.database.client),
    notifiers: options.notifiers ?? [],
    maxRows: options.maxRows ?? 5_000_000,
    parallel: options.parallel ?? 2,
    watchMs: options.watchMs ?? 500,
    retry: options.retry,
    onError: options.onError ?? (() => undefined),
  };
  let stopping = new AbortController();
  let queue: ImportQueue | null = null;
  let stopped: Promise<void> = Promise.resolve();
  return {
    async start() {
      stopping = new AbortController();
      await migrate(host.database.client);
      const opened = await openQueue(host.database, {
        concurrency: options.concurrency ?? 2,
        onError: host.onError,
        work: (job, signal) =>
          perform(host, () => queue ?? opened, job, AbortSignal.any([signal, stopping.signal])),
        giveUp: (job) => giveUp(host, job),
      });
      queue = opened;
    },
    async stop() {
      stopping.abort(new DOMException('The worker stops.', 'AbortError'));
      const ending = queue;
      stopped = ending === null ? stopped : ending.stop();
      queue = null;
      await stopped;
    },
  };
}

async function perform(
  host: WorkerHost,
  queue: () => ImportQueue,
  job: ImportJob,
  signal: AbortSignal,
): Promise<void> {
  if (job.kind === 'import') await runImport(host, queue(), job, signal);
  else if (job.kind === 'undo') await undoImport(host, job, signal);
  else await sendNotice(host, job);
}

/** The queue has tried often enough: a person must see that the import does not go on. */
async function giveUp(
  { database }: WorkerHost,
  { kind, tenant, importId }: ImportJob,
): Promise<void> {
  if (kind === 'notify') return;
  const message = 'The import could not go on, although it was tried many times. Start it again.';
  const error = { code: 'unexpected' as const, message, params: {} };
  await changeImport(
    database.client,
    { tenant, id: importId },
    { status: 'failed', error, claim: null, finishedAt: new Date().toISOString() },
    { statuses: ['queued', 'running', 'pausing', 'cancelling', 'undoing'] },
  );
}
