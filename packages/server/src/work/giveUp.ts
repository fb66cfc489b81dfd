import { holdRun, leaveBatch } from '../store/batches.ts';
import { changeImport } from '../store/imports.ts';
import { failRun } from '../store/runs.ts';
import type { BatchJob, ImportJob, ImportQueue } from './importQueue.ts';
import type { WorkerHost } from './Worker.ts';

const ERROR = {
  code: 'unexpected' as const,
  message: 'The import could not go on, although it was tried many times. Start it again.',
  params: {},
};

/** The queue has tried often enough: a person must see that the import does not go on. */
export async function giveUp(host: WorkerHost, queue: ImportQueue, job: ImportJob): Promise<void> {
  const { kind, tenant, importId } = job;
  if (kind === 'notify') return;
  if (kind === 'batch') return await giveUpBatch(host, queue, job);
  await host.database.client.transaction(async (tx) => {
    const isChanged = await changeImport(
      tx,
      { tenant, id: importId },
      { status: 'failed', error: ERROR, claim: null, finishedAt: new Date().toISOString() },
      { statuses: ['queued', 'running', 'pausing', 'cancelling', 'undoing'] },
    );
    // An end like any other: people are told.
    if (isChanged && kind === 'import') await queue.send(tx, { kind: 'notify', tenant, importId });
  });
}

/** The other batches of the run stop, too, and then it ends as any that fails. */
async function giveUpBatch(
  { database }: WorkerHost,
  queue: ImportQueue,
  { tenant, importId, run, batch }: BatchJob,
): Promise<void> {
  const key = { tenant, id: importId, run, batch };
  await database.client.transaction(async (tx) => {
    const state = await holdRun(tx, key);
    if (state === null || state.open === 0) return;
    await failRun(tx, key, ERROR);
    const { rows } = await tx.query(
      `SELECT worker::text FROM importera.batches
       WHERE tenant = $1 AND import_id = $2 AND run = $3 AND number = $4 AND worker IS NOT NULL`,
      [tenant, importId, run, batch],
    );
    for (const { worker } of rows) await leaveBatch(tx, key, String(worker));
    await queue.send(tx, { kind: 'import', tenant, importId });
  });
}
