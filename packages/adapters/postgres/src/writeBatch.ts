import type { AdapterContext, OperationOutcome, WriteBatch } from '@importera/engine';
import type { InternalTables } from './internalTables.ts';
import { prepareBatch, type JobRow, type PrepareOptions } from './prepareBatch.ts';
import { jsonOf, type SqlClient, type SqlQuery } from './SqlClient.ts';
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
  readonly context: AdapterContext;
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
    // Whoever comes second waits here until the first is through.
    const claimed = await tx.query(
      `INSERT INTO ${internal.batches} (id, import_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id`,
      [batch.id, context.importId],
    );
    if (claimed.rows.length === 0) return await writtenBefore(tx, batch, internal);
    // Deferred constraints would speak up at the end, when it is too late to tell the row.
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
    const outcomes = await writeAll(tx, batch, options);
    await options.afterWrite?.(tx, writtenRecords(batch, outcomes), context);
    context.signal?.throwIfAborted();
    await tx.query(`UPDATE ${internal.batches} SET outcomes = $2::text::jsonb WHERE id = $1`, [
      batch.id,
      JSON.stringify(outcomes),
    ]);
    return outcomes;
  });
}

async function writtenBefore(
  tx: SqlQuery,
  batch: WriteBatch,
  internal: InternalTables,
): Promise<readonly OperationOutcome[]> {
  const { rows } = await tx.query(`SELECT outcomes FROM ${internal.batches} WHERE id = $1`, [
    batch.id,
  ]);
  return jsonOf(rows[0]?.['outcomes']) as readonly OperationOutcome[];
}

async function writeAll(
  tx: SqlQuery,
  batch: WriteBatch,
  { internal, context, undo, ...prepare }: WriteBatchOptions,
): Promise<readonly OperationOutcome[]> {
  const rows = await prepareBatch(tx, batch, prepare);
  await tx.query('SAVEPOINT importera_batch');
  const run = {
    tx,
    importId: context.importId,
    changes: undo ? internal.changes : null,
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
