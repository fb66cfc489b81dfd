import type { PgBoss } from 'pg-boss';
import type { ServerDatabase } from '../database/ServerDatabase.ts';

/** Of each database, the queues that a worker of this process has opened. */
const opened = new WeakMap<object, Set<string>>();

/**
 * Gives jobs back to the queue that a process on PGlite left behind when it died. One process has the database: what is under way
 * when its first worker of a queue starts is nobody's, and need not wait until a heartbeat is missed.
 */
export async function releaseLeft(
  boss: PgBoss,
  { backend, client }: ServerDatabase,
  queues: readonly string[],
): Promise<void> {
  if (backend !== 'pglite') return;
  const known = opened.get(client) ?? new Set();
  opened.set(client, known);
  const first = queues.filter((queue) => !known.has(queue));
  for (const queue of first) known.add(queue);
  for (const queue of first) {
    const jobs = await boss.findJobs(queue);
    const left = jobs.filter(({ state }) => state === 'active').map(({ id }) => id);
    if (left.length > 0) await boss.fail(queue, left, { message: 'The process ended.' });
  }
}
