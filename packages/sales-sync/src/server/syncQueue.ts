import type { SqlQuery } from '@importera/postgres';
import type { ServerDatabase } from '@importera/server';
import { closeBoss, inTransaction, openBoss, releaseLeft } from '@importera/server/parts';
import type { Job, PgBoss } from 'pg-boss';

/** What a worker is asked to do: one run of a company's sync. */
export interface SyncJob {
  readonly tenant: string;
}

const QUEUE = 'importera-sales-sync';

export interface QueueOptions {
  /** Seconds without a sign of life after which another worker takes a run up; at least 10, default 15. */
  readonly heartbeatSeconds?: number | undefined;
  /** Told of failures in the background. */
  readonly onError: (error: unknown) => void;
  /** Does a run; absent where runs are only asked for. */
  readonly work?: (job: SyncJob & { readonly id: string }, signal: AbortSignal) => Promise<void>;
  /** Companies side by side in this process. */
  readonly concurrency?: number;
}

/** The queue of runs, on pg-boss. */
export interface SyncQueue {
  /** Adds a run in the transaction of `sql` and returns its id; null where one waits already. */
  send(sql: SqlQuery, tenant: string): Promise<string | null>;
  /** Runs a company's sync whenever the cron expression says so, from now on. */
  schedule(tenant: string, cron: string): Promise<void>;
  unschedule(tenant: string): Promise<void>;
  stop(): Promise<void>;
}

export async function openSyncQueue(
  database: ServerDatabase,
  options: QueueOptions,
): Promise<SyncQueue> {
  const works = options.work !== undefined;
  const boss = await openBoss(database, {
    schedule: works,
    supervise: works,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    // pg-boss passes over companies that it believes to be under way. It must notice soon that one of them is not: a company
    // waits for a minute otherwise, and longest where a worker died.
    queueCacheIntervalSeconds: 1,
    onError: options.onError,
  });
  await createQueue(boss, options.heartbeatSeconds);
  if (works) await releaseLeft(boss, database, [QUEUE]);
  if (works) await startWork(boss, options);
  return {
    send: async (sql, tenant) =>
      boss.send(QUEUE, { tenant }, { db: inTransaction(sql), singletonKey: tenant }),
    schedule: (tenant, cron) =>
      boss.schedule(QUEUE, cron, { tenant }, { key: scheduleKey(tenant), singletonKey: tenant }),
    unschedule: (tenant) => boss.unschedule(QUEUE, scheduleKey(tenant)),
    stop: () => closeBoss(boss),
  };
}

async function createQueue(boss: PgBoss, heartbeatSeconds: number | undefined): Promise<void> {
  await boss.createQueue(QUEUE, {
    // Of a company one run is under way and at most one waits, whoever asks and however many workers there are.
    policy: 'stately',
    heartbeatSeconds: heartbeatSeconds ?? 15,
    retryLimit: 100,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    // Not a limit on runs: whether a worker lives is told by its heartbeat.
    expireInSeconds: 86_399,
  });
  if (heartbeatSeconds !== undefined) await boss.updateQueue(QUEUE, { heartbeatSeconds });
  // A queue that is known needs no question while a transaction is open (PGlite has one connection only).
  await boss.findJobs(QUEUE, { key: 'none' });
}

async function startWork(boss: PgBoss, options: QueueOptions): Promise<void> {
  const { work, concurrency = 2 } = options;
  await boss.work(
    QUEUE,
    { pollingIntervalSeconds: 0.5, localConcurrency: concurrency },
    async (jobs: Job<SyncJob>[]) => {
      for (const { id, data, signal } of jobs) await work?.({ ...data, id }, signal);
    },
  );
}

/** pg-boss takes few signs in the key of a schedule. */
function scheduleKey(tenant: string): string {
  return tenant.replaceAll(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
}
