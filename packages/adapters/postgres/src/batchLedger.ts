import type { OperationOutcome, WriteBatch } from '@importera/engine';
import type { InternalTables } from './internalTables.ts';
import { jsonOf, type SqlQuery } from './SqlClient.ts';
import type { Refusal } from './sqlError.ts';

/** The answer to a batch without what the batch says itself: ids of new records and refusals. */
interface Answer {
  /** Ids of the creates that were written, in their order. */
  readonly created: readonly string[];
  /** By index of the operation. */
  readonly refused: readonly (readonly [index: number, refusal: Refusal])[];
}

/** Takes a batch id; false where it is taken. Whoever comes second waits here until the first is through. */
export async function claimBatch(
  tx: SqlQuery,
  internal: InternalTables,
  { id, importId }: { readonly id: string; readonly importId: string },
): Promise<boolean> {
  const { rows } = await tx.query(
    `INSERT INTO ${internal.batches} (id, import_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id`,
    [id, importId],
  );
  return rows.length > 0;
}

/** Notes the answer to a batch, to be given again where the same batch comes again. */
export async function saveAnswer(
  tx: SqlQuery,
  internal: InternalTables,
  {
    batch,
    outcomes,
  }: { readonly batch: WriteBatch; readonly outcomes: readonly OperationOutcome[] },
): Promise<void> {
  await tx.query(`UPDATE ${internal.batches} SET outcomes = $2::text::jsonb WHERE id = $1`, [
    batch.id,
    JSON.stringify(shortened(batch, outcomes)),
  ]);
}

/** The answer a batch got the first time. */
export async function savedAnswer(
  tx: SqlQuery,
  internal: InternalTables,
  batch: WriteBatch,
): Promise<readonly OperationOutcome[]> {
  const { rows } = await tx.query(`SELECT outcomes FROM ${internal.batches} WHERE id = $1`, [
    batch.id,
  ]);
  return inFull(batch, jsonOf(rows[0]?.['outcomes']) as Answer);
}

function shortened({ operations }: WriteBatch, outcomes: readonly OperationOutcome[]): Answer {
  const created: string[] = [];
  const refused: [number, Refusal][] = [];
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status === 'refused') refused.push([index, outcome]);
    else if (operations[index]?.action === 'create') created.push(outcome.id);
  }
  return { created, refused };
}

function inFull(
  { operations }: WriteBatch,
  { created, refused }: Answer,
): readonly OperationOutcome[] {
  const refusals = new Map(refused);
  const ids = new Map<number, string>();
  let next = 0;
  return operations.map(({ action, id, record }, index) => {
    const refusal = refusals.get(index);
    if (refusal !== undefined) return refusal;
    if (action === 'create') ids.set(record, created[next++] ?? '');
    return { status: 'written', id: id ?? ids.get(record) ?? '' };
  });
}
