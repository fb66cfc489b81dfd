import type { SqlQuery } from '@importera/postgres';
import type { ServerDatabase } from '@importera/server';
import { PgBoss, type Job } from 'pg-boss';

/** What a worker is asked to do: one run of a company's sync. */
export interface SyncJob {
  readonly tenant: string;
}

const QUEUE = 'importera-sales-sync';
/** pg-boss keeps its tables here; shared with the queue of imports. */
const SCHEMA = 'importera_queue';

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
  { queue: db, backend }: ServerDatabase,
  options: QueueOptions,
): Promise<SyncQueue> {
  const works = options.work !== undefined;
  const boss = new PgBoss({
    db,
    backend,
    schema: SCHEMA,
    schedule: works,
    supervise: works,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  boss.on('error', (error) => options.onError(error));
  await boss.start();
  await createQueue(boss, options.heartbeatSeconds);
  if (works) await startWork(boss, options);
  return {
    async send(sql, tenant) {
      const inTransaction = {
        executeSql: async (text: string, values?: unknown[]) => ({
          rows: [...(await sql.query(text, values)).rows],
        }),
      };
      return boss.send(QUEUE, { tenant }, { db: inTransaction, singletonKey: tenant });
    },
    schedule: (tenant, cron) =>
      boss.schedule(QUEUE, cron, { tenant }, { key: scheduleKey(tenant), singletonKey: tenant }),
    unschedule: (tenant) => boss.unschedule(QUEUE, scheduleKey(tenant)),
    stop: () => boss.stop({ graceful: true, close: false, timeout: 30_000 }),
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
