import type { ErrorInfo, ImportError } from '@importera/engine';
import { importReport } from '../store/importReport.ts';
import { findRun } from '../store/runs.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import type { Claim } from './claimImport.ts';
import type { ImportQueue } from './importQueue.ts';
import type { WorkerHost } from './Worker.ts';

/** How the work on an import ends. */
export type EndStatus = 'completed' | 'cancelled' | 'failed';

export interface FinishParts {
  readonly host: WorkerHost;
  readonly queue: ImportQueue;
  readonly claim: Claim;
  readonly found: StoredImport;
  readonly status: EndStatus;
  /** Why it failed; default: what its run says. */
  readonly error?: ErrorInfo;
}

/** Adds up what an import did, and ends it together with the job that tells people. */
export async function finishImport(parts: FinishParts): Promise<void> {
  const { host, queue, claim, found, status } = parts;
  const { client } = host.database;
  const { key, shown } = found;
  const run = await findRun(client, key, found.run);
  const error = status === 'failed' ? (parts.error ?? run?.error ?? null) : null;
  const finishedAt = new Date().toISOString();
  const report = await importReport(client, key, {
    status,
    run: found.run,
    error: error === null ? null : reportError(error),
    summary: run?.summary ?? null,
    // One that ended before its plan was made has rows all the same.
    rows: run?.summary?.rows ?? shown.rows ?? 0,
    startedAt: shown.startedAt ?? finishedAt,
    finishedAt,
  });
  const progress = shown.progress && { ...shown.progress, rate: 0 };
  await client.transaction(async (tx) => {
    await claim.change(tx, { status, report, error, finishedAt, progress, claim: null });
    await queue.send(tx, { kind: 'notify', tenant: key.tenant, importId: key.id });
  });
  queue.wake();
}

function reportError({ code, message, params }: ErrorInfo): {
  readonly code: ImportError['code'];
  readonly message: string;
  readonly params: ErrorInfo['params'];
} {
  return { code: code === 'unexpected' ? 'adapter-failed' : code, message, params };
}
