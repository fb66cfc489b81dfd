import {
  summarizePlan,
  type PersistenceAdapter,
  type PlanSummary,
  type Schema,
} from '@importera/engine';
import { spoolFile } from '../files/spoolFile.ts';
import { checkRows } from '../review/checkRows.ts';
import { openTable } from '../review/openTable.ts';
import { planTable } from '../review/planTable.ts';
import { settledRows } from '../store/outcomes.ts';
import { removePlan, savePlanBlock, savePlanSummary, type Run } from '../store/runs.ts';
import type { Claim } from './claimImport.ts';
import type { WorkerHost } from './Worker.ts';

/** What the parts of a run share. */
export interface RunParts {
  readonly host: WorkerHost;
  readonly claim: Claim;
  readonly run: Run;
  /** With the host's custom fields. */
  readonly schema: Schema;
  readonly adapter: PersistenceAdapter;
  readonly signal: AbortSignal;
}

/** Reads the uploaded file, plans it, and stores the plan block by block. A plan that was not finished is made anew. */
export async function storePlan(parts: RunParts): Promise<PlanSummary> {
  const { host, claim, run, schema, adapter, signal } = parts;
  const { client } = host.database;
  const { key, fileId, shown } = claim.found;
  const file = await spoolFile(host.files, { tenant: key.tenant, id: fileId ?? '' });
  try {
    const table = await openTable(file.blob, shown.fileName, run.recipe.read, signal);
    checkRows(table.rowCount, host.maxRows);
    await client.transaction(async (tx) => {
      await claim.change(tx, { rows: table.rowCount });
      await removePlan(tx, key, run.number);
    });
    const settled = await settledRows(client, key, run.number);
    const counter = summarizePlan();
    const blocks = planTable({
      table,
      recipe: run.recipe,
      schema,
      adapter,
      importId: key.id,
      user: shown.user,
      settled,
      signal,
    });
    let number = 0;
    for await (const block of blocks) {
      const place = { run: run.number, number, block };
      await client.transaction(async (tx) => {
        await claim.change(tx, {});
        await savePlanBlock(tx, key, place);
      });
      counter.add(block);
      number += 1;
    }
    const summary = counter.summary();
    await client.transaction(async (tx) => {
      await claim.change(tx, { rows: summary.rows });
      await savePlanSummary(tx, key, run.number, summary);
    });
    return summary;
  } finally {
    await file.remove();
  }
}
