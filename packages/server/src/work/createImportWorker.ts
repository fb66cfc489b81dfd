import type { RetryOptions } from '@importera/engine';
import { migrate } from '../database/migrate.ts';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { databaseFiles } from '../files/databaseFiles.ts';
import type { FileStore } from '../files/FileStore.ts';
import { removeLeftSpools } from '../files/spoolFile.ts';
import type { ImportTargets } from '../Host.ts';
import { SILENT, type Logger } from '../logs/Logger.ts';
import { failureTold, type ServerFailure } from '../logs/ServerFailure.ts';
import type { Notifier } from '../notify/Notifier.ts';
import { deliverNotice, shareNotice } from '../notify/sendNotice.ts';
import { advanceImport } from './advanceImport.ts';
import { cleanUp, RETENTION, type Retention } from './cleanUp.ts';
import { openBackground, type Background } from './openBackground.ts';
import { openQueue, type ImportJob, type ImportQueue } from './importQueue.ts';
import { giveUp } from './giveUp.ts';
import { runBatch } from './runBatch.ts';
import { undoImport } from './undoImport.ts';
import type { WorkerHost } from './Worker.ts';

/** What a worker works with. `schemas`, `adapter` and `files` must be those of the server. */
export interface ImportWorkerOptions extends ImportTargets {
  readonly database: ServerDatabase;
  /** Where uploaded files are; default: in the database. */
  readonly files?: FileStore;
  /** Told of finished imports. */
  readonly notifiers?: readonly Notifier[];
  /** Imports planned or undone side by side in this process; default 2. */
  readonly concurrency?: number;
  /** Batches written side by side in this process, of whichever import; default 4, on PGlite 2. */
  readonly parallel?: number;
  /** Most rows of a file; default 5,000,000. */
  readonly maxRows?: number;
  /** How calls to the adapter are tried again. */
  readonly retry?: RetryOptions;
  /** Milliseconds between two looks at whether an import shall pause or stop; default 500. */
  readonly watchMs?: number;
  /** How long uploads that nobody finished, old drafts and the outbox are kept. */
  readonly retention?: Partial<Retention>;
  /** Told what is done, without data of imports; pino fits. Default: nothing is said. */
  readonly logger?: Logger;
  /** Told of failures in the background, without the words of the errors they came from: those may hold data. */
  readonly onError?: (error: ServerFailure) => void;
}

/** Plans, writes and undoes the imports of a database, and tells people. */
export interface ImportWorker {
  start(): Promise<void>;
  /** Ends after the batches in flight; its imports are taken up by another worker, or at the next start. */
  stop(): Promise<void>;
}

/** A stopping worker lets what it is telling be told: a mail cut off after it was taken would come twice. */
const LAST_WORDS_MS = 5_000;

/**
 * Runs imports that were started at the server, in the same process or in one of its own; with Postgres in as many as wanted.
 * A process that dies loses nothing: another takes its imports up where it was.
 * @example
 * const worker = createImportWorker({ schemas: [crm], adapter, database });
 * await worker.start();
 */
export function createImportWorker(options: ImportWorkerOptions): ImportWorker {
  const logger = options.logger ?? SILENT;
  const onError = failureTold(logger, options.onError);
  const host: WorkerHost = {
    schemas: options.schemas,
    adapter: options.adapter,
    database: options.database,
    files: options.files ?? databaseFiles(options.database.client),
    notifiers: options.notifiers ?? [],
    maxRows: options.maxRows ?? 5_000_000,
    watchMs: options.watchMs ?? 500,
    retry: options.retry,
    onError,
    runs: new Map(),
  };
  let stopping = new AbortController();
  let leaving = new AbortController();
  let queue: ImportQueue | null = null;
  let background: Background | null = null;
  let stopped: Promise<void> = Promise.resolve();
  return {
    async start() {
      const stop = (stopping = new AbortController());
      const leave = (leaving = new AbortController());
      await migrate(host.database.client);
      await removeLeftSpools();
      const beside = await openBackground(host.database, {
        deliver: (job, signal) =>
          logged({ logger, onError }, { ...job, kind: 'notice' }, () =>
            deliverNotice(host, job, AbortSignal.any([signal, leave.signal])),
          ),
        cleanUp: () => cleanUp(host, { ...RETENTION, ...options.retention }),
        onError,
      });
      background = beside;
      // A job may come before the queue is wholly open.
      const opening: Promise<ImportQueue> = openQueue(host.database, {
        concurrency: options.concurrency ?? 2,
        parallel: options.parallel ?? (options.database.backend === 'pglite' ? 2 : 4),
        onError: host.onError,
        work: (job, signal) =>
          logged({ logger, onError }, job, async () => {
            const either = AbortSignal.any([signal, stop.signal]);
            if (job.kind === 'notify') await shareNotice(host, beside, job);
            else await perform(host, await opening, job, either);
          }),
        giveUp: async (job) => giveUp(host, await opening, job),
      });
      queue = await opening;
    },
    async stop() {
      const reason = new DOMException('The worker stops.', 'AbortError');
      // It may be started again before this has ended.
      const leave = leaving;
      stopping.abort(reason);
      // Of a start that failed there may be one without the other.
      const ending = [queue, background].filter((open) => open !== null);
      queue = null;
      background = null;
      if (ending.length > 0) {
        const late = setTimeout(() => leave.abort(reason), LAST_WORDS_MS);
        stopped = Promise.all(ending.map((open) => open.stop()))
          .then(() => undefined)
          .finally(() => clearTimeout(late));
      }
      await stopped;
    },
  };
}

async function perform(
  host: WorkerHost,
  queue: ImportQueue,
  job: ImportJob,
  signal: AbortSignal,
): Promise<void> {
  if (job.kind === 'batch') await runBatch(host, queue, job, signal);
  else if (job.kind === 'import') await advanceImport(host, queue, job, signal);
  else if (job.kind === 'undo') await undoImport(host, job, signal);
}

/** Says that a job began and how it ended. One that is to be tried again has failed as well. */
async function logged(
  {
    logger,
    onError,
  }: { readonly logger: Logger; readonly onError: ReturnType<typeof failureTold> },
  { kind, importId }: { readonly kind: string; readonly importId: string },
  work: () => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const fields = { job: kind, importId };
  try {
    await work();
    logger.info({ ...fields, ms: Math.round(performance.now() - began) }, 'job done');
  } catch (error) {
    const isStopped = (error as { readonly name?: string }).name === 'AbortError';
    if (isStopped) logger.info(fields, 'job left for another worker');
    else onError(error, fields);
    throw error;
  }
}
