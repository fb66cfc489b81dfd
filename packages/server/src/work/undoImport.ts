import { errorInfo, ImportError } from '@importera/engine';
import { adapterFor } from '../Host.ts';
import { claimImport } from './claimImport.ts';
import type { ImportJob } from './importQueue.ts';
import type { WorkerHost } from './Worker.ts';

/** Takes an import back through the adapter, which tells what it had to keep because somebody changed it since. */
export async function undoImport(
  host: WorkerHost,
  { tenant, importId }: ImportJob,
  signal: AbortSignal,
): Promise<void> {
  const claim = await claimImport(host.database, { tenant, id: importId }, ['undoing'], {});
  if (claim === null) return;
  const { client } = host.database;
  const { shown } = claim.found;
  const { schemaId, user } = shown;
  try {
    const adapter = await adapterFor(host, { tenant, user, importId, schemaId });
    const settings = shown.recipe?.settings ?? {};
    if (adapter.undo === undefined)
      throw new ImportError('option-invalid', 'The adapter can not undo.');
    const undo = await adapter.undo(importId, { importId, settings, signal });
    await claim.change(client, { status: 'undone', undo, error: null, claim: null });
  } catch (error) {
    const isFinal = error instanceof ImportError && !error.transient;
    if (!isFinal) throw error;
    const status = shown.report?.status ?? 'failed';
    await claim.change(client, { status, error: errorInfo(error), claim: null });
  }
}
