import { errorInfo, ImportError } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { holdRun, type RunState } from '../store/batches.ts';
import { changeImport, findImport } from '../store/imports.ts';
import { findRun } from '../store/runs.ts';
import type { ImportKey, ServerStatus, StoredImport } from '../store/ServerImport.ts';
import { claimImport, type Claim } from './claimImport.ts';
import { ClaimLost } from './ClaimLost.ts';
import { finishImport, type EndStatus } from './finishImport.ts';
import type { ImportQueue, StepJob } from './importQueue.ts';
import { runTargets } from './runTargets.ts';
import { sendOpenBatches } from './sendOpenBatches.ts';
import { storePlan } from './storePlan.ts';
import { watch } from './watch.ts';
import type { WorkerHost } from './Worker.ts';

/** What is to be done with an import before it is somebody else's turn. */
type Step =
  | { readonly kind: 'plan'; readonly claim: Claim; readonly found: StoredImport }
  | {
      readonly kind: 'finish';
      readonly claim: Claim;
      readonly found: StoredImport;
      readonly status: EndStatus;
    }
  | null;

/**
 * Takes the next step of an import, whichever that is: its plan is made and its batches are sent, it comes to rest, or it ends.
 * The steps follow from what is stored, so that one which was begun by a process that died is begun again.
 * @param stop aborts when this worker shall end; the import is then left for another.
 * @throws what may pass: the queue tries again.
 */
export async function advanceImport(
  host: WorkerHost,
  queue: ImportQueue,
  { tenant, importId }: StepJob,
  stop: AbortSignal,
): Promise<void> {
  const key = { tenant, id: importId };
  const step = await host.database.client.transaction((tx) => nextStep(tx, queue, key));
  queue.wake();
  if (step === null) return;
  try {
    if (step.kind === 'plan') await makePlan({ host, queue, ...step }, stop);
    else await finishImport({ host, queue, ...step });
  } catch (error) {
    // Whoever took the import over goes on with it.
    if (!(error instanceof ClaimLost)) throw error;
  }
  stop.throwIfAborted();
}

async function nextStep(tx: SqlQuery, queue: ImportQueue, key: ImportKey): Promise<Step> {
  const asked = await findImport(tx, key);
  if (asked === null) return null;
  const runKey = { ...key, run: asked.run };
  const state = await holdRun(tx, runKey);
  if (state === null) return null;
  if (state.status === 'queued' && state.open !== null && state.open > 0) {
    await changeImport(tx, key, { status: 'running' });
    await sendOpenBatches(tx, queue, runKey);
    return null;
  }
  const status = endOf(state);
  const found = (await findImport(tx, key)) ?? asked;
  if (status === 'paused') {
    await changeImport(tx, key, { status, claim: null });
    return null;
  }
  if (status !== null) {
    const claim = await claimImport(tx, key, [state.status]);
    return claim && { kind: 'finish', claim, found, status };
  }
  if (state.open !== null) return null;
  const claim = await claimImport(tx, key, ['queued', 'running'], { status: 'running' });
  return claim && { kind: 'plan', claim, found };
}

/** Where an import comes to rest now; null where something is to be done, or under way. */
function endOf({ status, open, busy, failed }: RunState): EndStatus | 'paused' | null {
  if (!ACTIVE.has(status)) return null;
  // Whoever pauses or cancels at the last batch finds everything done.
  if (open === 0) return 'completed';
  if (busy > 0) return null;
  if (failed && status !== 'queued') return 'failed';
  if (status === 'cancelling') return 'cancelled';
  return status === 'pausing' ? 'paused' : null;
}

const ACTIVE: ReadonlySet<ServerStatus> = new Set(['queued', 'running', 'pausing', 'cancelling']);

interface MakeParts {
  readonly host: WorkerHost;
  readonly queue: ImportQueue;
  readonly claim: Claim;
  readonly found: StoredImport;
}

async function makePlan(parts: MakeParts, stop: AbortSignal): Promise<void> {
  const { host, claim, found } = parts;
  const { client } = host.database;
  const isWanted = async (): Promise<boolean> => (await claim.status(client)) === 'running';
  const { signal, ...watching } = watch(isWanted, { everyMs: host.watchMs, stop });
  try {
    const run = await findRun(client, found.key, found.run);
    if (run === null) throw new Error(`Import ${found.key.id} has no run ${found.run}.`);
    await storePlan({ ...parts, ...(await runTargets(host, found, signal)), run, signal });
  } catch (error) {
    if (error instanceof ClaimLost) throw error;
    // What a person asked for meanwhile has a job of its own.
    if (signal.aborted) return;
    if (!isFinal(error)) throw error;
    await finishImport({ ...parts, status: 'failed', error: errorInfo(error) });
  } finally {
    await watching.stop();
  }
}

/** Whether trying again does not help. */
export function isFinal(error: unknown): error is ImportError {
  return error instanceof ImportError && !error.transient;
}
