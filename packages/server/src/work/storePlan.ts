import {
  commitPlan,
  importScope,
  summarizePlan,
  type PersistenceAdapter,
  type PlanBlock,
  type PlanSummary,
  type Schema,
  type Scratch,
} from '@importera/engine';
import { splitPlan, type BatchPiece, type PlanSplitter } from '../batches/splitPlan.ts';
import { spoolFile } from '../files/spoolFile.ts';
import { checkRows } from '../review/checkRows.ts';
import { openTable } from '../review/openTable.ts';
import { personOf, planTable } from '../review/planTable.ts';
import { createBatches } from '../store/batches.ts';
import { settledOutcomes } from '../store/outcomes.ts';
import { beginPlan, endPlan, linkPieces, savePieces, type NewPiece } from '../store/plans.ts';
import type { Run } from '../store/runs.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import type { Claim } from './claimImport.ts';
import { ClaimLost } from './ClaimLost.ts';
import type { ImportQueue } from './importQueue.ts';
import { inPassing } from './inPassing.ts';
import { outcomesUpTo, outcomeWindow, type OutcomeWindow } from './outcomeWindow.ts';
import { scratchFile } from './scratchFile.ts';
import { sendOpenBatches } from './sendOpenBatches.ts';
import type { WorkerHost } from './Worker.ts';

/** What making a plan needs. */
export interface PlanParts {
  readonly host: WorkerHost;
  readonly queue: ImportQueue;
  readonly claim: Claim;
  readonly found: StoredImport;
  readonly run: Run;
  /** With the host's custom fields. */
  readonly schema: Schema;
  readonly adapter: PersistenceAdapter;
  readonly signal: AbortSignal;
}

/**
 * Reads the uploaded file, plans it, and stores the plan in batches that any worker may write in any order; the jobs for them are
 * sent in the transaction that makes the plan complete. A plan that was not finished is made anew.
 */
export async function storePlan(parts: PlanParts): Promise<void> {
  const scratch = scratchFile();
  try {
    await planFile(parts, scratch);
  } finally {
    scratch.close();
  }
}

async function planFile(parts: PlanParts, scratch: Scratch): Promise<void> {
  const { host, claim, found, run } = parts;
  const { key, fileId, shown } = found;
  const file = await spoolFile(host.files, { tenant: key.tenant, id: fileId ?? '' });
  try {
    const table = await openTable(file.blob, shown.fileName, run.recipe.read, parts.signal);
    checkRows(table.rowCount, host.maxRows);
    await host.database.client.transaction(async (tx) => {
      await claim.change(tx, { rows: table.rowCount });
      await beginPlan(tx, { ...key, run: run.number }, claim.token);
    });
    const settled = outcomeWindow();
    const upTo = outcomesUpTo(settledOutcomes(host.database.client, key, run.number));
    const blocks = planTable({
      ...parts,
      scratch,
      table,
      recipe: run.recipe,
      importId: key.id,
      user: shown.user,
      settled,
      reach: async (row) => settled.add(await upTo(row)),
    });
    const { allOrNothing } = run.recipe.policy;
    const splitter = splitPlan(allOrNothing ? Number.POSITIVE_INFINITY : run.batchRows);
    const stored = await storeBlocks(parts, blocks, { splitter, settled });
    await makeFields(parts);
    await completePlan(parts, stored);
  } finally {
    await file.remove();
  }
}

/** A plan whose pieces are all stored. */
interface StoredPlan extends Omit<ReturnType<PlanSplitter['end']>, 'pieces'> {
  readonly summary: PlanSummary;
}

/** Stores pieces while the next blocks are planned. */
async function storeBlocks(
  { host, claim, found, run }: PlanParts,
  blocks: AsyncIterable<PlanBlock>,
  { splitter, settled }: { readonly splitter: PlanSplitter; readonly settled: OutcomeWindow },
): Promise<StoredPlan> {
  const { client } = host.database;
  const key = { ...found.key, run: run.number };
  const counter = summarizePlan();
  let number = 0;
  let planned = 0;
  const numbered = (piece: BatchPiece): NewPiece => {
    const known = Array.from(piece.block.rowNumbers, (row) => settled.get(row) ?? []).flat();
    return { ...piece, number: number++, settled: known };
  };
  const pieces = inPassing(async (waiting: readonly NewPiece[]) => {
    const isOurs = await savePieces(client, key, {
      planner: claim.token,
      planned,
      pieces: waiting,
    });
    if (!isOurs) throw new ClaimLost(`Import ${key.id} was taken over.`);
  });
  for await (const block of blocks) {
    counter.add(block);
    planned += block.size;
    await pieces.add(splitter.add(block).map(numbered));
  }
  const { pieces: last, ...batches } = splitter.end();
  await pieces.add(last.map(numbered));
  await pieces.end();
  return { ...batches, summary: counter.summary() };
}

/** Fields the user makes while mapping are there before the first record (TD6). */
async function makeFields({ found, run, adapter, host, ...parts }: PlanParts): Promise<void> {
  const columns = run.recipe.columns.filter(({ target }) => target?.kind === 'new-field');
  if (columns.length === 0) return;
  const by = personOf({ importId: found.key.id, user: found.shown.user });
  const { schema, context } = importScope(parts.schema, run.recipe, by);
  const { error } = await commitPlan([], {
    schema,
    columns,
    adapter,
    context,
    ...(host.retry && { retry: host.retry }),
  });
  if (error !== null) throw error;
}

async function completePlan(
  { host, queue, claim, found, run }: PlanParts,
  { summary, batches, links }: StoredPlan,
): Promise<void> {
  const { client } = host.database;
  const key = { ...found.key, run: run.number };
  await client.transaction(async (tx) => {
    await claim.change(tx, { rows: summary.rows });
    const isOurs = await endPlan(tx, key, { planner: claim.token, summary });
    if (!isOurs) throw new ClaimLost(`Import ${key.id} was taken over.`);
    await linkPieces(tx, key, links);
    await createBatches(
      tx,
      key,
      batches.filter(({ rows }) => rows > 0),
    );
    // Who paused or cancelled meanwhile has sent a job that goes on from here.
    if ((await claim.status(tx)) === 'running') await sendOpenBatches(tx, queue, key);
    await claim.change(tx, { claim: null });
  });
  queue.wake();
}
