import type { RetryOptions } from '@importera/engine';
import type { SqlClient } from '@importera/postgres';
import { createSalesSync } from '../createSalesSync.ts';
import { NO_COUNTS, type SyncReport } from '../run/SyncReport.ts';
import { claimCompany } from './companies.ts';
import { beginRun, countRun, endRun, type RunKey } from './runs.ts';
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
 * Does one run under the settings as they are now, and keeps its history. A run that failed has ended: the next one by the
 * schedule goes on where it stopped.
 * @throws what makes the queue give the run to another worker: the worker stops, or the database can not be reached.
 */
export async function performRun(host: RunHost, key: RunKey, signal: AbortSignal): Promise<void> {
  const { client } = host;
  const claim = crypto.randomUUID();
  const choice = await claimCompany(client, key.tenant, claim);
  if (choice === null) return;
  const { settings } = choice;
  const before = await beginRun(client, key, { claim, settings });
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
  readonly settings: Parameters<typeof createSalesSync>[0]['settings'];
  readonly store: ReturnType<typeof sqlSyncStore>;
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
