import { errorInfo, ImportError, type Report, type UndoReport } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { findImport } from '../store/imports.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import { isFinal } from './advanceImport.ts';
import { claimImport } from './claimImport.ts';
import { ClaimLost } from './ClaimLost.ts';
import type { StepJob } from './importQueue.ts';
import { undoTargets } from './undoTargets.ts';
import type { WorkerHost } from './Worker.ts';

/**
 * Takes an import back through the adapter, which tells what it had to keep because somebody changed it since. An undo that was
 * begun by a process that died is begun again: the adapter goes on where it was.
 */
export async function undoImport(
  host: WorkerHost,
  { tenant, importId }: StepJob,
  signal: AbortSignal,
): Promise<void> {
  const { client } = host.database;
  const key = { tenant, id: importId };
  const claim = await claimImport(client, key, ['undoing']);
  const found = await findImport(client, key);
  if (claim === null || found === null) return;
  try {
    const { adapter, context } = await undoTargets(host, found);
    if (adapter.undo === undefined)
      throw new ImportError('option-invalid', 'The adapter can not undo.');
    let isNoted = false;
    const note = async (sql: SqlQuery, undo: UndoReport): Promise<void> =>
      await claim.change(sql, { status: 'undone', undo, error: null, claim: null });
    const undo = await adapter.undo(importId, {
      ...context,
      signal,
      // With the last of the records, or not at all: else an undo that is begun again would find nothing left to tell of.
      ...(adapter.database === client && {
        settle: async (report, transaction) => {
          await note(transaction as SqlQuery, report);
          isNoted = true;
        },
      }),
    });
    if (!isNoted) await note(client, undo);
  } catch (error) {
    if (error instanceof ClaimLost) return;
    if (!isFinal(error)) throw error;
    await claim.change(client, {
      status: endBefore(found),
      error: errorInfo(error),
      claim: null,
    });
  }
}

/** How an import had ended before it was to be undone: so it stays when it is not. */
export function endBefore({ shown }: StoredImport): Report['status'] {
  return shown.report?.status ?? 'failed';
}
