import type { SqlQuery } from '@importera/postgres';
import type { Job } from 'pg-boss';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { inTransaction } from './inTransaction.ts';
import { closeBoss, openBoss } from './openBoss.ts';

/** One notifier, or one of its targets, is to be told of the end of an import. */
export interface DeliveryJob {
  readonly id: string;
  readonly tenant: string;
  readonly importId: string;
  /** Which end of it. */
  readonly finishedAt: string | null;
  readonly notifier: string;
  readonly target: string | null;
}

/** What goes on beside the imports: telling people, and throwing away what nobody needs. */
export interface Background {
  /** Adds jobs in the transaction of `sql`; one that is known by its id is not added again. */
  deliver(sql: SqlQuery, jobs: readonly DeliveryJob[]): Promise<void>;
  stop(): Promise<void>;
}

export interface BackgroundOptions {
  readonly deliver: (job: DeliveryJob, signal: AbortSignal) => Promise<void>;
  readonly cleanUp: () => Promise<void>;
  /** Told of failures in the background. */
  readonly onError: (error: unknown) => void;
}

const NOTICES = 'importera-notices';
const CLEANING = 'importera-cleaning';
/** Deliveries side by side in a process: one that hangs takes one place until its time is up. */
const SIDE_BY_SIDE = 8;

/** Opens the queues for what goes on beside the imports; their jobs take no place of an import's. */
export async function openBackground(
  database: ServerDatabase,
  options: BackgroundOptions,
): Promise<Background> {
  const { onError } = options;
  const boss = await openBoss(database, { supervise: false, schedule: true, onError });
  await boss.createQueue(NOTICES, {
    retryLimit: 16,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: 300,
    // What was told is known by its id as long as it is kept.
    deleteAfterSeconds: 7 * 86_400,
  });
  await boss.createQueue(CLEANING, { policy: 'singleton', retryLimit: 2, expireInSeconds: 3_000 });
  await boss.schedule(CLEANING, '23 * * * *');
  await boss.findJobs(NOTICES, { key: 'none' });
  const workers: string[] = [];
  for (let place = 0; place < SIDE_BY_SIDE; place += 1) {
    // One looks often; where it finds something there may be more, so it wakes the others.
    const polling = { pollingIntervalSeconds: place === 0 ? 0.5 : 5 };
    const worker = await boss.work(NOTICES, polling, async (jobs: Job<DeliveryJob>[]) => {
      for (const other of workers) if (other !== workers[place]) boss.notifyWorker(other);
      for (const { data, signal } of jobs) await options.deliver(data, signal);
      boss.notifyWorker(workers[place] ?? '');
    });
    workers.push(worker);
  }
  await boss.work(CLEANING, { pollingIntervalSeconds: 2 }, options.cleanUp);
  return {
    async deliver(sql, jobs) {
      if (jobs.length === 0) return;
      const added = jobs.map((data) => ({ id: data.id, data }));
      await boss.insert(NOTICES, added, { db: inTransaction(sql) });
    },
    stop: () => closeBoss(boss),
  };
}
