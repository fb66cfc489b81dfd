import type { RetryOptions } from '@importera/engine';
import type { SqlClient } from '@importera/postgres';
import { createSalesSync } from '../createSalesSync.ts';
import { NO_COUNTS, type SyncReport } from '../run/SyncReport.ts';
import type { SyncStore } from '../store/SyncStore.ts';
import type { SyncSettings } from '../SyncSettings.ts';
import { claimCompany } from './companies.ts';
import { beginRun, claimRuns, countRun, endRun, type RunKey } from './runs.ts';
import { sqlSyncStore } from './sqlSyncStore.ts';
import type { SystemsOf } from './SyncSystems.ts';

/** What runs of a worker share. */
export interface RunHost {
  readonly client: SqlClient;
  readonly systems: SystemsOf;
  readonly retry: RetryOptions | undefined;
  readonly parallel: number;
}

/**
 * Does one run under the settings as they are now, after what others left of the company's. A run that failed has ended: the
 * next one by the schedule goes on where it stopped.
 * @throws what makes the queue give the run to another worker: the worker stops, or the database can not be reached.
 */
export async function performRun(host: RunHost, key: RunKey, signal: AbortSignal): Promise<void> {
  const claim = crypto.randomUUID();
  const taken = await host.client.transaction(async (tx) => {
    const choice = await claimCompany(tx, key.tenant, claim);
    return choice && { ...choice, ids: await claimRuns(tx, key, claim) };
  });
  if (taken === null) return;
  const { settings, ids } = taken;
  for (const id of ids) await goOn(host, { ...key, id }, { claim, settings, signal });
}

interface Turn {
  readonly claim: string;
  readonly settings: SyncSettings;
  readonly signal: AbortSignal;
}

/** Begins a run or goes on with it, and keeps its history. */
async function goOn(host: RunHost, key: RunKey, { claim, settings, signal }: Turn): Promise<void> {
  const { client } = host;
  const before = await beginRun(client, key, { claim, settings });
  if (before === null) return;
  const attempt = await tryRun(host, key, {
    settings,
    store: sqlSyncStore({ client, tenant: key.tenant, claim }),
    signal,
    onProgress: (counts) => countRun(client, key, { claim, counts: sumOf(before, counts) }),
  });
  const { status, rejected, error } = attempt;
  const counts = sumOf(before, attempt.counts);
  const said = error === null ? null : error.message;
  const ended = status === 'cancelled' ? 'queued' : status;
  await endRun(client, key, { claim, status: ended, counts, rejected, error: said });
  if (status === 'cancelled') throw new DOMException('The worker stops.', 'AbortError');
}

interface Attempt {
  readonly settings: SyncSettings;
  readonly store: SyncStore;
  readonly signal: AbortSignal;
  readonly onProgress: (counts: SyncReport['counts']) => Promise<void>;
}

/** Systems that can not even be named fail the run like those that can not be reached. */
async function tryRun(
  { systems, retry, parallel }: RunHost,
  { tenant }: RunKey,
  { settings, store, signal, onProgress }: Attempt,
): Promise<SyncReport> {
  try {
    const sync = createSalesSync({ ...(await systems(tenant)), settings, store });
    return await sync.run({ signal, parallel, onProgress, ...(retry && { retry }) });
  } catch (error) {
    const told = error instanceof Error ? error : new Error(String(error));
    return { status: 'failed', counts: NO_COUNTS, rejected: [], error: told };
  }
}

function sumOf(a: SyncReport['counts'], b: SyncReport['counts']): SyncReport['counts'] {
  const sum = (entity: keyof SyncReport['counts']): SyncReport['counts'][typeof entity] => ({
    created: a[entity].created + b[entity].created,
    updated: a[entity].updated + b[entity].updated,
    unchanged: a[entity].unchanged + b[entity].unchanged,
  });
  return { product: sum('product'), deal: sum('deal'), document: sum('document') };
}
