import type { SqlQuery } from '@importera/postgres';
import { PgBoss, type Job } from 'pg-boss';
import type { ServerDatabase } from '../database/ServerDatabase.ts';

/** What a worker is asked to do. */
export interface ImportJob {
  readonly kind: 'import' | 'undo' | 'notify';
  readonly tenant: string;
  readonly importId: string;
}

const QUEUE = 'importera-imports';
const DEAD = 'importera-imports-dead';
/** pg-boss keeps its tables here. */
const SCHEMA = 'importera_queue';

export interface QueueOptions {
  /** Seconds without a sign of life after which another worker takes an import up; at least 10. */
  readonly heartbeatSeconds?: number;
  /** Told of failures in the background. */
  readonly onError?: (error: unknown) => void;
}

export interface WorkOptions extends QueueOptions {
  /** Jobs side by side in this process. */
  readonly concurrency: number;
  readonly work: (job: ImportJob, signal: AbortSignal) => Promise<void>;
  /** A job that failed so often that it is given up. */
  readonly giveUp: (job: ImportJob) => Promise<void>;
}

/** The queue of imports, on pg-boss. */
export interface ImportQueue {
  /** Adds a job in the transaction of `sql`: it is there if, and only if, that transaction is. */
  send(sql: SqlQuery, job: ImportJob): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the queue for adding jobs; with `work`, also for doing them. */
export async function openQueue(
  { queue: db, backend }: ServerDatabase,
  options: QueueOptions | WorkOptions,
): Promise<ImportQueue> {
  const works = 'work' in options;
  const boss = new PgBoss({
    db,
    backend,
    schema: SCHEMA,
    schedule: false,
    supervise: works,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  boss.on('error', (error) => options.onError?.(error));
  await boss.start();
  await createQueues(boss, options.heartbeatSeconds);
  if (works) await startWork(boss, options);
  return {
    async send(sql, job) {
      const inTransaction = {
        executeSql: async (text: string, values?: unknown[]) => ({
          rows: [...(await sql.query(text, values)).rows],
        }),
      };
      const id = `${job.tenant}/${job.importId}/${job.kind === 'notify' ? 'notify' : 'work'}`;
      await boss.send(QUEUE, job, { db: inTransaction, singletonKey: id });
    },
    stop: () => boss.stop({ graceful: true, close: false, timeout: 30_000 }),
  };
}

async function createQueues(boss: PgBoss, heartbeatSeconds: number | undefined): Promise<void> {
  await boss.createQueue(DEAD, { retryLimit: 5, retryDelay: 5 });
  await boss.createQueue(QUEUE, {
    // Two jobs of one import never run side by side.
    policy: 'singleton',
    deadLetter: DEAD,
    heartbeatSeconds: heartbeatSeconds ?? 15,
    retryLimit: 100,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 30,
    // Not a limit on imports: whether a worker lives is told by its heartbeat.
    expireInSeconds: 86_399,
  });
  // Whoever made the queue first may have said otherwise.
  if (heartbeatSeconds !== undefined) await boss.updateQueue(QUEUE, { heartbeatSeconds });
  // A queue that is known needs no question while a transaction is open (PGlite has one connection only).
  await boss.findJobs(QUEUE, { key: 'none' });
}

async function startWork(boss: PgBoss, options: WorkOptions): Promise<void> {
  const { concurrency, work, giveUp } = options;
  const polling = { pollingIntervalSeconds: 0.5 };
  await boss.work(
    QUEUE,
    { ...polling, localConcurrency: concurrency },
    async (jobs: Job<ImportJob>[]) => {
      for (const { data, signal } of jobs) await work(data, signal);
    },
  );
  await boss.work(DEAD, polling, async (jobs: Job<ImportJob>[]) => {
    for (const { data } of jobs) await giveUp(data);
  });
}
