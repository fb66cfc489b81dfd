import type { SqlQuery } from '@importera/postgres';
import { openBatches } from '../store/batches.ts';
import type { RunKey } from '../store/runs.ts';
import type { ImportQueue } from './importQueue.ts';

/** Sends the batches of a run that are not done; where there is none, its end is the next step. */
export async function sendOpenBatches(
  tx: SqlQuery,
  queue: ImportQueue,
  { tenant, id: importId, run }: RunKey,
): Promise<void> {
  const open = await openBatches(tx, { tenant, id: importId, run });
  if (open.length === 0) return await queue.send(tx, { kind: 'import', tenant, importId });
  await queue.sendBatches(
    tx,
    open.map((batch) => ({ kind: 'batch', tenant, importId, run, batch })),
  );
}
