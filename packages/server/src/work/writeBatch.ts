import {
  commitPlan,
  importScope,
  OUTCOME_STATUSES,
  rowOutcome,
  type CommitProgress,
  type CommitResult,
  type OutcomeBlock,
  type PersistenceAdapter,
  type PlanBlock,
} from '@importera/engine';
import type { SqlClient, SqlQuery } from '@importera/postgres';
import { personOf } from '../review/planTable.ts';
import type { BatchCounts, BatchKey } from '../store/batches.ts';
import { batchOutcomes } from '../store/batchOutcomes.ts';
import { someRows } from '../store/outcomeColumns.ts';
import { noteOutcomes } from '../store/outcomes.ts';
import { piecesOf } from '../store/plans.ts';
import { ClaimLost } from './ClaimLost.ts';
import { outcomeWindow, type OutcomeWindow } from './outcomeWindow.ts';
import type { OpenRun, WorkerHost } from './Worker.ts';

export interface WriteBatchParts extends OpenRun {
  readonly host: WorkerHost;
  readonly key: BatchKey;
  /** Who has the batch: when it is another, nothing can be noted any more. */
  readonly worker: string;
  readonly signal: AbortSignal;
}

/**
 * Writes the stored rows of a batch through the adapter, in file order. What an earlier process settled is left out; what was on
 * its way when it ended goes under the same id again, so that it takes effect once. Where the records are in the server's own
 * database, their outcomes are noted in the same transaction, so that not even that is needed.
 * @throws what the server's own database threw; ClaimLost when another worker has the batch.
 */
export async function writeBatch(parts: WriteBatchParts): Promise<CommitResult> {
  const { host, key, run, found, adapter, signal } = parts;
  const { client } = host.database;
  const by = personOf({ importId: key.id, user: found.shown.user });
  const { schema, context } = importScope(parts.schema, run.recipe, by);
  const failures: unknown[] = [];
  const settled = outcomeWindow();
  const notes = notesOf(parts, settled);
  const result = await commitPlan(noting(failures, settledPieces(client, key, settled)), {
    schema,
    columns: run.recipe.columns,
    policy: run.recipe.policy,
    adapter: writerOf(adapter, client),
    context,
    // A batch ends with a block, and rows of later blocks join it: most are somewhat larger, and written at once all the same.
    batchRows: Math.ceil(run.batchRows * 1.5),
    // Inside a batch rows may share records: they go one after the other.
    parallel: 1,
    ...(host.retry && { retry: host.retry }),
    signal,
    run: key.run,
    done: (row) => settled.get(row),
    onProgress: notes.progress,
    onOutcomes: async (block, transaction) => {
      const sql = transaction === undefined ? client : (transaction as SqlQuery);
      await notes.save(sql, block).catch((error: unknown) => {
        failures.push(error);
        throw error;
      });
    },
  });
  // A commit that stops because the server's own database failed did not fail: the queue comes again.
  const failure = failures.find((one) => isCausedBy(result.error, one));
  if (failure !== undefined) throw failure;
  return result;
}

/** The rows of a batch, once it is known what became of those that were settled before. */
async function* settledPieces(
  client: SqlClient,
  key: BatchKey,
  settled: OutcomeWindow,
): AsyncIterable<PlanBlock> {
  const outcomes = await batchOutcomes(client, key);
  for await (const piece of piecesOf(client, key, key.batch)) {
    settled.add(piece.settled);
    settled.add(await outcomes(piece.block.rowNumbers));
    yield piece.block;
  }
}

async function* noting<Item>(failures: unknown[], items: AsyncIterable<Item>): AsyncIterable<Item> {
  try {
    yield* items;
  } catch (error) {
    failures.push(error);
    throw error;
  }
}

function isCausedBy(error: unknown, cause: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at === cause) return true;
  return false;
}

/**
 * The adapter as batches need it. Fields were made with the plan. In on the adapter's transaction is only who keeps his tables
 * in the same database: what is noted elsewhere before the records are safe could tell of records that never came to be.
 */
function writerOf(adapter: PersistenceAdapter, client: SqlClient): PersistenceAdapter {
  const isInside = adapter.database !== undefined && adapter.database === client;
  return {
    lookup: (request, context) => adapter.lookup(request, context),
    write: (batch, { settle, ...context }) =>
      adapter.write(batch, isInside && settle ? { ...context, settle } : context),
    createField: async () => undefined,
  };
}

interface Notes {
  progress(progress: CommitProgress): void;
  save(sql: SqlQuery, block: OutcomeBlock): Promise<void>;
}

function notesOf({ key, worker }: WriteBatchParts, settled: OutcomeWindow): Notes {
  let before = { rowsDone: 0, written: 0, rejected: 0 };
  return {
    progress: ({ rowsDone, written, rejected }) => void (before = { rowsDone, written, rejected }),
    async save(sql, block) {
      const rows = Array.from({ length: block.size }, (_, r) => r);
      const fresh = rows.filter((r) => !isKnown(settled, block, r));
      const outcomes = fresh.length === block.size ? block : someRows(block, fresh);
      const here = countRows([block]);
      const counts = {
        rowsDone: before.rowsDone + here.rowsDone,
        written: before.written + here.written,
        rejected: before.rejected + here.rejected,
        skipped: 0,
      };
      if (await noteOutcomes(sql, key, { worker, counts, outcomes })) return;
      throw new ClaimLost(`Batch ${key.batch} of import ${key.id} was taken over.`);
    },
  };
}

/** What was settled before is noted already; so is a row that is rejected once more for the same reason. */
function isKnown(settled: OutcomeWindow, block: OutcomeBlock, r: number): boolean {
  const known = settled.get(block.rowNumbers[r] ?? 0);
  if (known === undefined) return false;
  const { status, issues } = rowOutcome(block, r);
  if (known.status !== status) return false;
  return status !== 'rejected' || JSON.stringify(known.issues) === JSON.stringify(issues);
}

/** Rows by what became of them. */
export function countRows(blocks: readonly OutcomeBlock[]): BatchCounts {
  const counts = new Map(OUTCOME_STATUSES.map((status) => [status, 0]));
  for (const { statuses } of blocks) {
    for (const index of statuses) {
      const status = OUTCOME_STATUSES[index] ?? 'pending';
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  }
  const of = (status: (typeof OUTCOME_STATUSES)[number]): number => counts.get(status) ?? 0;
  return {
    rowsDone: of('written') + of('unchanged') + of('skipped') + of('rejected'),
    written: of('written'),
    skipped: of('skipped'),
    rejected: of('rejected'),
  };
}
