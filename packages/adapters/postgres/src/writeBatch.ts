import type { AdapterContext, OperationOutcome, WriteBatch, WriteContext } from '@importera/engine';
import { claimBatch, savedAnswer, saveAnswer } from './batchLedger.ts';
import type { InternalTables } from './internalTables.ts';
import type { JobRow } from './Job.ts';
import { prepareBatch, type PrepareOptions } from './prepareBatch.ts';
import type { SqlClient, SqlQuery } from './SqlClient.ts';
import { refusal } from './sqlError.ts';
import { writeRows } from './writeRows.ts';
import type { Refusals } from './WriteRun.ts';

/** How often a batch may search for the field of a value that Postgres can not read. */
const FIELD_SEARCHES = 100;

/** A record that a batch has written. */
export interface WrittenRecord {
  readonly row: number;
  readonly entity: string;
  readonly action: 'create' | 'update';
  readonly id: string;
}

/** Runs in the transaction of a batch, after its records and before it is committed. */
export type AfterWrite = (
  tx: SqlQuery,
  written: readonly WrittenRecord[],
  context: AdapterContext,
) => Promise<void>;

export interface WriteBatchOptions extends PrepareOptions {
  readonly internal: InternalTables;
  readonly context: WriteContext;
  /** See `WriteRun`. */
  readonly closedToCopy: Set<string>;
  /** Keep before-images, so that the import can be undone. */
  readonly undo: boolean;
  readonly afterWrite: AfterWrite | undefined;
}

/** Writes a batch, its outcomes and its before-images in one transaction; a batch written before gives its outcomes. */
export async function writeBatch(
  client: SqlClient,
  batch: WriteBatch,
  options: WriteBatchOptions,
): Promise<readonly OperationOutcome[]> {
  const { internal, context } = options;
  return await client.transaction(async (tx) => {
    context.signal?.throwIfAborted();
    const name = { id: batch.id, importId: context.importId };
    if (!(await claimBatch(tx, internal, name))) {
      const before = await savedAnswer(tx, internal, batch);
      await context.settle?.(before, tx);
      return before;
    }
    // Deferred constraints would speak up at the end, when it is too late to tell the row.
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    const outcomes = await writeAll(tx, batch, options);
    await options.afterWrite?.(tx, writtenRecords(batch, outcomes), context);
    await saveAnswer(tx, internal, { batch, outcomes });
    await context.settle?.(outcomes, tx);
    context.signal?.throwIfAborted();
    return outcomes;
  });
}

async function writeAll(
  tx: SqlQuery,
  batch: WriteBatch,
  { internal, context, undo, closedToCopy, ...prepare }: WriteBatchOptions,
): Promise<readonly OperationOutcome[]> {
  const rows = await prepareBatch(tx, batch, prepare);
  if (batch.allOrNothing === true) await tx.query('SAVEPOINT importera_batch');
  const run = {
    tx,
    importId: context.importId,
    writes: undo ? internal.writes : null,
    closedToCopy,
    signal: context.signal,
    searches: { left: FIELD_SEARCHES },
  };
  const refusals = await writeRows(run, rows);
  if (refusals.size > 0 && batch.allOrNothing === true) {
    await tx.query('ROLLBACK TO SAVEPOINT importera_batch');
    return outcomesOf(rows, refusals).map((outcome) =>
      outcome.status === 'refused'
        ? outcome
        : refusal('all-or-nothing', 'Another row of the import was refused.'),
    );
  }
  return outcomesOf(rows, refusals);
}

function outcomesOf(rows: readonly JobRow[], refusals: Refusals): readonly OperationOutcome[] {
  return rows.flatMap(({ jobs }) =>
    jobs.map(({ index, id }) => refusals.get(index) ?? ({ status: 'written', id } as const)),
  );
}

function writtenRecords(
  { operations }: WriteBatch,
  outcomes: readonly OperationOutcome[],
): readonly WrittenRecord[] {
  return operations.flatMap(({ row, entity, action }, index) => {
    const outcome = outcomes[index];
    return outcome?.status === 'written' ? [{ row, entity, action, id: outcome.id }] : [];
  });
}
