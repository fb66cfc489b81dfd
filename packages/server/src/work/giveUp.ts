import { holdRun, releaseBatch } from '../store/batches.ts';
import { changeImport, findImport } from '../store/imports.ts';
import { failRun } from '../store/runs.ts';
import type { ImportKey } from '../store/ServerImport.ts';
import type { BatchJob, ImportJob, ImportQueue } from './importQueue.ts';
import { endBefore } from './undoImport.ts';
import type { WorkerHost } from './Worker.ts';

const ERROR = {
  code: 'unexpected' as const,
  message: 'The import could not go on, although it was tried many times. Start it again.',
  params: {},
};
const UNDO_ERROR = {
  ...ERROR,
  message: 'The import could not be undone, although it was tried many times. Undo it again.',
};

/** The queue has tried often enough: a person must see that the import does not go on. */
export async function giveUp(host: WorkerHost, queue: ImportQueue, job: ImportJob): Promise<void> {
  const { kind, tenant, importId } = job;
  if (kind === 'notify') return;
  if (kind === 'batch') return await giveUpBatch(host, queue, job);
  const key = { tenant, id: importId };
  if (kind === 'undo') return await giveUpUndo(host, key);
  await host.database.client.transaction(async (tx) => {
    const isChanged = await changeImport(
      tx,
      key,
      { status: 'failed', error: ERROR, claim: null, finishedAt: new Date().toISOString() },
      { statuses: ['queued', 'running', 'pausing', 'cancelling'] },
    );
    // An end like any other: people are told.
    if (isChanged) await queue.send(tx, { kind: 'notify', tenant, importId });
  });
}

/** An import that could not be taken back ended as it had ended before; only its undo failed. */
async function giveUpUndo({ database }: WorkerHost, key: ImportKey): Promise<void> {
  const found = await findImport(database.client, key);
  if (found === null) return;
  const change = { status: endBefore(found), error: UNDO_ERROR, claim: null };
  await changeImport(database.client, key, change, { statuses: ['undoing'] });
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
    await releaseBatch(tx, key);
    await queue.send(tx, { kind: 'import', tenant, importId });
  });
}
