import { errorInfo, type ErrorInfo } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import {
  endBatch,
  holdRun,
  isWanted,
  leaveBatch,
  releaseBatch,
  takeBatch,
  type BatchCounts,
  type BatchKey,
  type RunState,
} from '../store/batches.ts';
import { findImport } from '../store/imports.ts';
import { failRun, findRun } from '../store/runs.ts';
import { isFinal } from './advanceImport.ts';
import { ClaimLost } from './ClaimLost.ts';
import type { BatchJob, ImportQueue } from './importQueue.ts';
import { runTargets } from './runTargets.ts';
import { watch, type Watch } from './watch.ts';
import type { OpenRun, WorkerHost } from './Worker.ts';
import { countRows, writeBatch } from './writeBatch.ts';

/**
 * Writes a batch of a run, or goes on with one that another process left behind. Batches share no record, so that they may run
 * in any order and side by side; the last one sends the job that ends the import.
 * @param stop aborts when this worker shall end; the batch is then left for another.
 * @throws what may pass: the queue tries again.
 */
export async function runBatch(
  host: WorkerHost,
  queue: ImportQueue,
  { tenant, importId, run, batch }: BatchJob,
  stop: AbortSignal,
): Promise<void> {
  const key = { tenant, id: importId, run, batch };
  const worker = crypto.randomUUID();
  const { client } = host.database;
  const claim = { host, queue, key, worker };
  if (!(await client.transaction((tx) => takeBatch(tx, key, worker)))) return await pass(claim);
  const watching = watch(() => isWanted(client, key, worker), { everyMs: host.watchMs, stop });
  try {
    const ended = await writeClaimed(claim, watching);
    await watching.stop();
    await settle(claim, ended);
  } catch (error) {
    if (error instanceof ClaimLost) return;
    // Nobody has it while the queue waits. A database that can not be reached says so to whoever takes it next.
    await settle(claim, 'stopped').catch(() => undefined);
    throw error;
  } finally {
    await watching.stop();
  }
  stop.throwIfAborted();
}

/**
 * There is nothing to write: what was asked of the import while this batch waited has been seen to by others. But who had the batch
 * before may have died, and an import that shall rest waits for him.
 */
async function pass({ host, queue, key }: BatchClaim): Promise<void> {
  await host.database.client.transaction(async (tx) => {
    const held = await holdRun(tx, key);
    if (held === null || held.open === 0 || !isResting(held)) return;
    await releaseBatch(tx, key);
    const state = await holdRun(tx, key);
    if (state === null || !hasNextStep(state)) return;
    await queue.send(tx, { kind: 'import', tenant: key.tenant, importId: key.id });
  });
  queue.wake();
}

/** How the work on a batch ended: with what became of its rows, with an error that will not pass, or because it was to stop. */
type Ended = BatchCounts | { readonly error: ErrorInfo } | 'stopped';

interface BatchClaim {
  readonly host: WorkerHost;
  readonly queue: ImportQueue;
  readonly key: BatchKey;
  readonly worker: string;
}

async function writeClaimed(claim: BatchClaim, { signal }: Watch): Promise<Ended> {
  const { host, key, worker } = claim;
  try {
    const open = await openRun(host, key);
    const result = await writeBatch({ host, ...open, key, worker, signal });
    // What passes is waited for: the queue comes again, later and later.
    if (result.error?.transient === true) throw result.error;
    if (result.status === 'cancelled') return 'stopped';
    if (result.error !== null) return { error: errorInfo(result.error) };
    return result.status === 'completed' ? countRows(result.outcomes) : { error: notAllValid() };
  } catch (error) {
    if (error instanceof ClaimLost) throw error;
    if (signal.aborted) return 'stopped';
    host.runs.delete(runName(key));
    if (isFinal(error)) return { error: errorInfo(error) };
    throw error;
  }
}

/** What batches of a run have in common, kept by a worker for the next ones. */
async function openRun(host: WorkerHost, key: BatchKey): Promise<OpenRun> {
  const name = runName(key);
  const known = host.runs.get(name);
  if (known !== undefined) return known;
  const { client } = host.database;
  const found = await findImport(client, key);
  const run = await findRun(client, key, key.run);
  if (found === null || run === null) throw new ClaimLost(`Import ${key.id} is gone.`);
  const open = { found, run, ...(await runTargets(host, found)) };
  host.runs.set(name, open);
  for (const oldest of host.runs.keys()) {
    if (host.runs.size <= KEPT_RUNS) break;
    host.runs.delete(oldest);
  }
  return open;
}

const KEPT_RUNS = 8;

function runName({ tenant, id, run }: BatchKey): string {
  return `${tenant}/${id}/${run}`;
}

/** Notes how it ended. Who is the last to leave an import that shall rest, or to end its last batch, sends for the next step. */
async function settle({ host, queue, key, worker }: BatchClaim, ended: Ended): Promise<void> {
  await host.database.client.transaction(async (tx) => {
    if ((await holdRun(tx, key)) === null) return;
    await note(tx, { key, worker }, ended);
    const state = await holdRun(tx, key);
    if (state === null || !hasNextStep(state)) return;
    await queue.send(tx, { kind: 'import', tenant: key.tenant, importId: key.id });
  });
  queue.wake();
}

async function note(
  tx: SqlQuery,
  { key, worker }: Pick<BatchClaim, 'key' | 'worker'>,
  ended: Ended,
): Promise<void> {
  if (ended !== 'stopped' && !('error' in ended)) {
    if (await endBatch(tx, key, { worker, counts: ended })) return;
    throw new ClaimLost(`Batch ${key.batch} of import ${key.id} was taken over.`);
  }
  if (ended !== 'stopped') await failRun(tx, key, ended.error);
  await leaveBatch(tx, key, worker);
}

function hasNextStep({ status, open, busy, failed }: RunState): boolean {
  return open === 0 || (busy === 0 && isResting({ status, failed }));
}

/** No batch of it is begun: it is to come to rest. */
function isResting({ status, failed }: Pick<RunState, 'status' | 'failed'>): boolean {
  return failed || status === 'pausing' || status === 'cancelling';
}

/** With the policy all or nothing, an import fails without an error of its own. */
function notAllValid(): ErrorInfo {
  const message =
    'Nothing was imported, because not all rows could be. Correct the others and start again.';
  return { code: 'check-failed', message, params: {} };
}
