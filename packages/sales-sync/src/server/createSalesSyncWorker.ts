import type { RetryOptions } from '@importera/engine';
import type { ServerDatabase } from '@importera/server';
import { syncedCompanies } from './companies.ts';
import { migrateSalesSync } from './migrate.ts';
import { performRun, type RunHost } from './performRun.ts';
import { openSyncQueue, type SyncQueue } from './syncQueue.ts';
import type { SystemsOf } from './SyncSystems.ts';

/** Every fifth minute. */
export const DEFAULT_CRON = '*/5 * * * *';

/** What a worker works with. `systems` and `cron` must be those of the server. */
export interface SalesSyncWorkerOptions {
  readonly database: ServerDatabase;
  readonly systems: SystemsOf;
  /** When companies are synced, as a cron expression (UTC); default: every fifth minute. Must be the server's. */
  readonly cron?: string;
  /** Companies side by side in this process; default 2. */
  readonly concurrency?: number;
  /** Records of one company written side by side; default 2. */
  readonly parallel?: number;
  /** Seconds without a sign of life after which another worker takes a run up; at least 10, default 15. */
  readonly heartbeatSeconds?: number;
  /** How calls to the systems are tried again within a run. */
  readonly retry?: RetryOptions;
  /** Told of failures in the background. Errors may hold data of the systems: take care where they are logged. */
  readonly onError?: (error: unknown) => void;
}

/** Does the runs of a database. */
export interface SalesSyncWorker {
  start(): Promise<void>;
  /** Ends after the records on their way; the run goes on in another worker, or at the next start. */
  stop(): Promise<void>;
}

/**
 * Runs the syncs of all companies by their schedule and when asked: in the server's process or in as many of its own as wanted.
 * Two runs of one company never overlap. A process that dies loses and doubles nothing: another takes its run up.
 * @example
 * const worker = createSalesSyncWorker({ database, systems: (company) => ({ accounting: …, crm: … }) });
 * await worker.start();
 */
export function createSalesSyncWorker(options: SalesSyncWorkerOptions): SalesSyncWorker {
  const { database, systems, cron = DEFAULT_CRON, parallel = 2, retry } = options;
  const host: RunHost = { client: database.client, systems, retry, parallel };
  let stopping = new AbortController();
  let queue: SyncQueue | null = null;
  return {
    async start() {
      stopping = new AbortController();
      await migrateSalesSync(host.client);
      const { heartbeatSeconds, concurrency = 2, onError = () => undefined } = options;
      queue = await openSyncQueue(database, {
        heartbeatSeconds,
        concurrency,
        onError,
        work: ({ tenant, id }, signal) =>
          performRun(host, { tenant, id }, AbortSignal.any([signal, stopping.signal])),
      });
      // Schedules are made when settings are saved; a cron expression that was changed since counts from now on.
      for (const tenant of await syncedCompanies(host.client)) await queue.schedule(tenant, cron);
    },
    async stop() {
      stopping.abort(new DOMException('The worker stops.', 'AbortError'));
      await queue?.stop();
      queue = null;
    },
  };
}
