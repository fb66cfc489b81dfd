import {
  errorInfo,
  extendSchema,
  ImportError,
  type CommitResult,
  type ErrorInfo,
} from '@importera/engine';
import { adapterFor, schemaOf } from '../Host.ts';
import { importReport } from '../store/importReport.ts';
import { findRun, type Run } from '../store/runs.ts';
import type { ServerStatus } from '../store/ServerImport.ts';
import { claimImport, ClaimLost, type Claim } from './claimImport.ts';
import type { ImportJob, ImportQueue } from './importQueue.ts';
import { storePlan } from './storePlan.ts';
import { watchClaim, type Watch } from './watchClaim.ts';
import type { WorkerHost } from './Worker.ts';
import { writePlan } from './writePlan.ts';

/**
 * Runs an import from its stored file to its report, or goes on with one that another process left behind: the plan is made
 * unless it is stored already, and then written.
 * @param stop aborts when this worker shall end; the import is then left for another.
 * @throws what may pass: the queue tries again.
 */
export async function runImport(
  host: WorkerHost,
  queue: ImportQueue,
  { tenant, importId }: ImportJob,
  stop: AbortSignal,
): Promise<void> {
  const key = { tenant, id: importId };
  // A status that was asked for meanwhile (pausing, cancelling) stays: only what waits begins to run.
  const claim =
    (await claimImport(host.database, key, ['queued', 'running'], { status: 'running' })) ??
    (await claimImport(host.database, key, ['pausing', 'cancelling'], {}));
  if (claim === null) return;
  const watch = watchClaim(host, claim, stop);
  try {
    const ended = await runClaimed(host, claim, watch);
    await watch.stop();
    await settle({ host, queue, claim }, ended);
  } catch (error) {
    // Whoever took the import over ends it.
    if (!(error instanceof ClaimLost)) throw error;
  } finally {
    await watch.stop();
  }
  stop.throwIfAborted();
}

/** How the work on an import ended: with a result, with an error that will not pass, or because it was to stop. */
type Ended = { readonly result: CommitResult } | { readonly error: ErrorInfo } | 'stopped';

async function runClaimed(host: WorkerHost, claim: Claim, watch: Watch): Promise<Ended> {
  const { signal } = watch;
  const { key, shown, run: number } = claim.found;
  try {
    if ((await claim.status()) !== 'running') return 'stopped';
    const run = await findRun(host.database.client, key, number);
    const base = schemaOf(host, shown.schemaId);
    if (base === undefined || run === null) throw unknownSchema(shown.schemaId);
    const { schemaId, user } = shown;
    const scope = { tenant: key.tenant, user, importId: key.id, schemaId };
    const adapter = await adapterFor(host, scope);
    const schema = await extendSchema(base, adapter, signal, user ?? undefined);
    const parts = { host, claim, run, schema, adapter, signal };
    const summary = run.summary ?? (await storePlan(parts));
    const result = await writePlan(parts, summary, watch);
    // What passes is waited for: the queue comes again, later and later.
    if (result.error?.transient === true) throw result.error;
    return result.status === 'cancelled' ? 'stopped' : { result };
  } catch (error) {
    if (error instanceof ClaimLost) throw error;
    if (signal.aborted) return 'stopped';
    if (error instanceof ImportError && !error.transient) return { error: errorInfo(error) };
    throw error;
  }
}

interface SettleParts {
  readonly host: WorkerHost;
  readonly queue: ImportQueue;
  readonly claim: Claim;
}

/** Notes how it ended, and what a person asked for while it ran. */
async function settle(parts: SettleParts, ended: Ended): Promise<void> {
  const { claim } = parts;
  const status = await claim.status();
  if (ended !== 'stopped' && 'error' in ended) return finish(parts, 'failed', ended.error);
  if (ended !== 'stopped') {
    const { result } = ended;
    const error = result.error === null ? notAllValid(result) : errorInfo(result.error);
    return finish(parts, result.status === 'completed' ? 'completed' : 'failed', error);
  }
  if (status === 'cancelling') return finish(parts, 'cancelled', null);
  // Nobody has it any more; whoever resumes it sends a new job.
  if (status === 'pausing') {
    await claim.change(parts.host.database.client, { status: 'paused', claim: null }, ['pausing']);
  }
}

async function finish(
  { host, queue, claim }: SettleParts,
  status: Extract<ServerStatus, 'completed' | 'cancelled' | 'failed'>,
  error: ErrorInfo | null,
): Promise<void> {
  const { client } = host.database;
  const { key, shown, run: number } = claim.found;
  const run: Run | null = await findRun(client, key, number);
  const finishedAt = new Date().toISOString();
  const report = await importReport(client, key, {
    status,
    error: error === null ? null : reportError(error),
    summary: run?.summary ?? null,
    startedAt: shown.startedAt ?? finishedAt,
    finishedAt,
  });
  await client.transaction(async (tx) => {
    await claim.change(tx, { status, report, error, finishedAt, claim: null });
    await queue.send(tx, { kind: 'notify', tenant: key.tenant, importId: key.id });
  });
}

function reportError({ code, message, params }: ErrorInfo): {
  readonly code: ImportError['code'];
  readonly message: string;
  readonly params: ErrorInfo['params'];
} {
  return { code: code === 'unexpected' ? 'adapter-failed' : code, message, params };
}

/** With the policy all or nothing, an import fails without an error of its own. */
function notAllValid({ status }: CommitResult): ErrorInfo | null {
  if (status !== 'failed') return null;
  const message =
    'Nothing was imported, because not all rows could be. Correct the others and start again.';
  return { code: 'check-failed', message, params: {} };
}

function unknownSchema(schemaId: string): ImportError {
  return new ImportError('schema-invalid', `This worker does not know the schema "${schemaId}".`, {
    params: { schema: schemaId },
  });
}
