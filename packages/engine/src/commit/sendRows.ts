import { isFatal, isTransient } from '../adapter/callAdapter.ts';
import type { Operation, OperationOutcome } from '../adapter/PersistenceAdapter.ts';
import type { RowOutcome } from './Commit.ts';
import { batchId } from './batchId.ts';
import type { CommitRun, Pass, PlacedRow, Settled } from './CommitRun.ts';
import { breakerFor, type Breaker } from './breaker.ts';
import { deferRow } from './deferRow.ts';
import { forkPass } from './forkPass.ts';
import { operationsOf } from './operationsOf.ts';
import { changedBy, touchedBy } from './placeRow.ts';
import {
  failedRow,
  isRejected,
  refusedRow,
  rejectedByPlan,
  takenRow,
  type OperationResult,
} from './rowResult.ts';
import { sendBatch, type Answered } from './sendBatch.ts';

/**
 * Sends a batch of rows and settles each of them. Rows that build on a refused one are put off. A batch that makes the adapter
 * throw is halved until the guilty row is alone.
 * @throws what the adapter threw, if trying again may help later, or if it says that it concerns every row, or looks so (see
 * `breakerFor`): then none of the rows that were on their way is settled.
 */
export async function sendRows(
  run: CommitRun,
  pass: Pass,
  rows: readonly PlacedRow[],
  breaker?: Breaker,
): Promise<void> {
  const settled: Settled[] = [];
  const sending: PlacedRow[] = [];
  for (const place of rows) {
    const outcome = outcomeBefore(run, pass, place);
    if (outcome !== undefined) settled.push({ seat: place.seat, outcome });
    else if (isTainted(pass, place)) settled.push(...deferRow(pass, place));
    else sending.push(place);
  }
  await run.settle(settled);
  await write(run, pass, sending, breaker);
}

/** What is known of a row without writing: it was done earlier, or the plan rejects it. */
function outcomeBefore(
  { options }: CommitRun,
  pass: Pass,
  place: PlacedRow,
): RowOutcome | undefined {
  const done = options.done?.(place.row);
  if (done !== undefined && done.status !== 'pending' && done.status !== 'rejected') {
    for (const { entity, recordNumbers } of place.block.entities) {
      const id = done.records.find((record) => record.entity === entity)?.id ?? null;
      const record = recordNumbers[place.r] ?? -1;
      if (id !== null && record >= 0) pass.ids.set(record, id);
    }
    return done;
  }
  return isRejected(place) ? rejectedByPlan(place) : undefined;
}

function isTainted({ tainted }: Pass, place: PlacedRow): boolean {
  return tainted.size > 0 && touchedBy(place).some((record) => tainted.has(record));
}

async function write(
  run: CommitRun,
  pass: Pass,
  rows: readonly PlacedRow[],
  breaker?: Breaker,
): Promise<void> {
  const operations = rows.map((place) => operationsOf(place, pass.ids));
  const written = await writeBatch(run, pass, { rows, operations });
  if ('error' in written) {
    const { error } = written;
    if (breaker !== undefined)
      return await writeParts(run, pass, { rows, operations, error, breaker });
    const made = breakerFor(run, operations.filter((own) => own.length > 0).length);
    await writeParts(run, pass, { rows, operations, error, breaker: made });
    await made.close();
    return;
  }
  if (operations.some((own) => own.length > 0)) await breaker?.close();
  written.answer.merge();
  await run.settle(written.answer.settled, written.told);
}

interface Refused {
  readonly rows: readonly PlacedRow[];
  readonly operations: readonly (readonly Operation[])[];
  readonly error: unknown;
  readonly breaker: Breaker;
}

/** Halves a batch the adapter throws at. Ids of the halves follow from what they hold (see `batchId`). */
async function writeParts(
  run: CommitRun,
  pass: Pass,
  { rows, operations, error, breaker }: Refused,
): Promise<void> {
  const writing = operations.flatMap((own, i) => (own.length > 0 ? [i] : []));
  const guilty = rows[writing[0] ?? -1];
  if (writing.length > 1 || guilty === undefined) {
    const middle = writing[Math.ceil(writing.length / 2)] ?? rows.length;
    await write(run, pass, rows.slice(0, middle), breaker);
    // Rows of the second half may build on what was just refused.
    await sendRows(run, pass, rows.slice(middle), breaker);
    return;
  }
  const at = rows.indexOf(guilty);
  await run.settle(settleRows(pass, rows.slice(0, at), []));
  taint(pass, guilty);
  await breaker.note({ seat: guilty.seat, outcome: failedRow(guilty, error) }, error);
  await sendRows(run, pass, rows.slice(at + 1), breaker);
}

interface RowsAnswer extends Answered {
  /** Notes in the pass what follows for later rows. */
  readonly merge: () => void;
}

async function writeBatch(
  run: CommitRun,
  pass: Pass,
  {
    rows,
    operations,
  }: {
    readonly rows: readonly PlacedRow[];
    readonly operations: readonly (readonly Operation[])[];
  },
): Promise<{ readonly answer: RowsAnswer; readonly told: boolean } | { readonly error: unknown }> {
  const all = operations.flat();
  const read = (outcomes: readonly OperationOutcome[]): RowsAnswer => {
    const fork = forkPass(pass);
    return {
      settled: settleRows(fork.pass, rows, resultsOf(operations, outcomes)),
      merge: fork.merge,
    };
  };
  if (all.length === 0) return { answer: read([]), told: false };
  const { context, run: number = 1 } = run.options;
  const batch = { id: batchId(context.importId, number, all), operations: all };
  try {
    return await sendBatch(run, batch, read);
  } catch (error) {
    if (isTransient(error) || isFatal(error)) throw error;
    return { error };
  }
}

function resultsOf(
  operations: readonly (readonly Operation[])[],
  outcomes: readonly OperationOutcome[],
): readonly (readonly OperationResult[])[] {
  let next = 0;
  return operations.map((own) => {
    const results: OperationResult[] = [];
    for (const operation of own) {
      const outcome = outcomes[next];
      next += 1;
      if (outcome !== undefined) results.push({ operation, outcome });
    }
    return results;
  });
}

/** In file order, since a refused row concerns those after it. */
function settleRows(
  pass: Pass,
  rows: readonly PlacedRow[],
  results: readonly (readonly OperationResult[])[],
): readonly Settled[] {
  return rows.flatMap((place, i) => settleRow(pass, place, results[i] ?? []));
}

function settleRow(
  pass: Pass,
  place: PlacedRow,
  results: readonly OperationResult[],
): readonly Settled[] {
  const { seat } = place;
  if (results.some(({ outcome }) => outcome.status === 'refused')) {
    // Whatever the adapter says of it: the row was not what the plan foresaw, so it gets another try.
    if (isTainted(pass, place)) return deferRow(pass, place);
    taint(pass, place);
    return [{ seat, outcome: refusedRow(place, results) }];
  }
  for (const { operation, outcome } of results) {
    if (operation.action === 'create' && outcome.status === 'written')
      pass.ids.set(operation.record, outcome.id);
  }
  const outcome = takenRow(place, results, pass.ids);
  if (!isTainted(pass, place)) return [{ seat, outcome }];
  // What was written stands, but the rest of the row was planned on what a refused row should have done.
  const put = deferRow(pass, place);
  return results.length === 0 ? put : [{ seat, outcome }];
}

function taint(pass: Pass, place: PlacedRow): void {
  for (const record of changedBy(place)) pass.tainted.add(record);
}
