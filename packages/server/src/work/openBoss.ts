import { PgBoss, type ConstructorOptions } from 'pg-boss';
import type { ServerDatabase } from '../database/ServerDatabase.ts';

/** pg-boss keeps its tables here, for all queues. */
const SCHEMA = 'importera_queue';

/** What of pg-boss a caller may set. */
export interface BossOptions extends Pick<
  ConstructorOptions,
  | 'schedule'
  | 'supervise'
  | 'superviseIntervalSeconds'
  | 'monitorIntervalSeconds'
  | 'queueCacheIntervalSeconds'
> {
  /** Told of failures in the background. */
  readonly onError: ((error: unknown) => void) | undefined;
}

/** Starts pg-boss on the database. Stopped, it leaves the database open. */
export async function openBoss(
  { queue: db, backend }: ServerDatabase,
  { onError, ...options }: BossOptions,
): Promise<PgBoss> {
  const boss = new PgBoss({ db, backend, schema: SCHEMA, ...options });
  boss.on('error', (error) => onError?.(error));
  await boss.start();
  return boss;
}

/** Ends the work of this process, once what is under way is done. */
export async function closeBoss(boss: PgBoss): Promise<void> {
  await boss.stop({ graceful: true, close: false, timeout: 30_000 });
}
