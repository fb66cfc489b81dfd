import type { SqlQuery } from '@importera/postgres';
import type { Job, PgBoss } from 'pg-boss';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { inTransaction } from './inTransaction.ts';
import { closeBoss, openBoss } from './openBoss.ts';
import { releaseLeft } from './releaseLeft.ts';

/** What a worker is asked to do. */
export type ImportJob = StepJob | BatchJob;

export interface StepJob {
  /** `import`: take the next step of an import, whichever that is. */
  readonly kind: 'import' | 'undo' | 'notify';
  readonly tenant: string;
  readonly importId: string;
}

/** Write a batch of a run. */
export interface BatchJob {
  readonly kind: 'batch';
  readonly tenant: string;
  readonly importId: string;
  readonly run: number;
  readonly batch: number;
}

const STEPS = 'importera-steps';
const BATCHES = 'importera-batches';
const DEAD = 'importera-imports-dead';
/** Jobs added by one statement. */
const PORTION = 1_000;

export interface QueueOptions {
  /** Seconds without a sign of life after which another worker takes a job up; at least 10, which is the default. */
  readonly heartbeatSeconds?: number;
  /** Told of failures in the background. */
  readonly onError?: (error: unknown) => void;
}

export interface WorkOptions extends QueueOptions {
  /** Imports planned, ended or undone side by side in this process. */
  readonly concurrency: number;
  /** Batches side by side in this process. */
  readonly parallel: number;
  readonly work: (job: ImportJob, signal: AbortSignal) => Promise<void>;
  /** A job that failed so often that it is given up. */
  readonly giveUp: (job: ImportJob) => Promise<void>;
}

/** The queue of imports, on pg-boss. */
export interface ImportQueue {
  /** Adds a job in the transaction of `sql`: it is there if, and only if, that transaction is. */
  send(sql: SqlQuery, job: StepJob): Promise<void>;
  /** Adds jobs in the transaction of `sql`; a batch that waits already is not added again. */
  sendBatches(sql: SqlQuery, jobs: readonly BatchJob[]): Promise<void>;
  /** Lets the workers of this process look for jobs at once, where one was just added. */
  wake(): void;
  stop(): Promise<void>;
}

/** Opens the queue for adding jobs; with `work`, also for doing them. */
export async function openQueue(
  database: ServerDatabase,
  options: QueueOptions | WorkOptions,
): Promise<ImportQueue> {
  const works = 'work' in options;
  const boss = await openBoss(database, {
    schedule: false,
    supervise: works,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    onError: options.onError,
  });
  await createQueues(boss, options.heartbeatSeconds);
  if (works) await releaseLeft(boss, database, [STEPS, BATCHES, DEAD]);
  const workers = works ? await startWork(boss, options) : [];
  return {
    async send(sql, job) {
      const singletonKey = `${job.tenant}/${job.importId}/${job.kind}`;
      await boss.send(STEPS, job, { db: inTransaction(sql), singletonKey });
    },
    async sendBatches(sql, jobs) {
      for (let start = 0; start < jobs.length; start += PORTION) {
        const portion = jobs.slice(start, start + PORTION).map((data) => ({
          data,
          singletonKey: `${data.tenant}/${data.importId}/${data.run}/${data.batch}`,
        }));
        await boss.insert(BATCHES, portion, { db: inTransaction(sql) });
      }
    },
    wake() {
      for (const worker of workers) boss.notifyWorker(worker);
    },
    stop: () => closeBoss(boss),
  };
}

/**
 * Not a limit on imports: whether a worker lives is told by its heartbeat. What failed waits for seconds at most, since the queue
 * can not tell a database that is away from a worker that died; the limit makes half an hour of it.
 */
const LASTING = {
  retryLimit: 360,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 5,
  expireInSeconds: 86_399,
};

async function createQueues(boss: PgBoss, heartbeatSeconds: number | undefined): Promise<void> {
  const lasting = { ...LASTING, heartbeatSeconds: heartbeatSeconds ?? 10 };
  await boss.createQueue(DEAD, { retryLimit: 5, retryDelay: 5 });
  await boss.createQueue(STEPS, {
    ...lasting,
    // A step waits once: which one it is shows when it is taken. pg-boss's `singleton` would keep a second one waiting for up
    // to a minute after the first, and is not needed: who comes second takes the import over.
    policy: 'short',
    deadLetter: DEAD,
  });
  await boss.createQueue(BATCHES, {
    ...lasting,
    // A batch waits once, however often its import was paused and resumed.
    policy: 'short',
    deadLetter: DEAD,
    // There are many, and what became of them is noted elsewhere.
    deleteAfterSeconds: 3_600,
  });
  // Whoever made the queues first may have said otherwise.
  for (const queue of [STEPS, BATCHES]) await boss.updateQueue(queue, lasting);
  // A queue that is known needs no question while a transaction is open (PGlite has one connection only).
  for (const queue of [STEPS, BATCHES]) await boss.findJobs(queue, { key: 'none' });
}

/** Starts loops that take jobs; gives their names. */
async function startWork(boss: PgBoss, options: WorkOptions): Promise<readonly string[]> {
  const { concurrency, parallel, work, giveUp } = options;
  const polling = { pollingIntervalSeconds: 0.5 };
  const loop = async (queue: string): Promise<string> => {
    const worker: string = await boss.work(queue, polling, async (jobs: Job<ImportJob>[]) => {
      for (const { data, signal } of jobs) await work(data, signal);
      // Where there was a job there may be another: no waiting for the next look.
      boss.notifyWorker(worker);
    });
    return worker;
  };
  const workers: string[] = [];
  for (let count = 0; count < concurrency; count += 1) workers.push(await loop(STEPS));
  for (let count = 0; count < parallel; count += 1) workers.push(await loop(BATCHES));
  await boss.work(DEAD, polling, async (jobs: Job<ImportJob>[]) => {
    for (const { data } of jobs) await giveUp(data);
  });
  return workers;
}
