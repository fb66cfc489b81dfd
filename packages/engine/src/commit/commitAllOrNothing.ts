import type { Operation, OperationOutcome } from '../adapter/PersistenceAdapter.ts';
import { batchId } from './batchId.ts';
import type { CommitRun, PlacedRow, Settled } from './CommitRun.ts';
import { operationsOf } from './operationsOf.ts';
import { placeRow } from './placeRow.ts';
import { isRejected, refusedRow, rejectedByPlan, takenRow } from './rowResult.ts';
import type { SeatedBlock } from './runPass.ts';
import { sendBatch, type Answered } from './sendBatch.ts';

/**
 * Writes every row as one batch, or none: where the plan rejects a row or the adapter refuses one, those are `rejected` and all
 * others stay `pending`. Rows of earlier runs are not left out, since then nothing was written.
 * @returns whether the rows were written.
 * @throws what the adapter threw.
 */
export async function commitAllOrNothing(
  run: CommitRun,
  blocks: AsyncIterable<SeatedBlock>,
): Promise<boolean> {
  const rows: PlacedRow[] = [];
  for await (const { block, seat } of blocks) {
    for (let r = 0; r < block.size; r += 1) rows.push(placeRow(block, r, seat(r)));
  }
  if (run.stopped()) return false;
  const rejected = rows.filter(isRejected);
  await run.settle(rejected.map((place) => ({ seat: place.seat, outcome: rejectedByPlan(place) })));
  return rejected.length === 0 && (await writeAll(run, rows));
}

interface AllAnswer extends Answered {
  readonly complete: boolean;
}

async function writeAll(run: CommitRun, rows: readonly PlacedRow[]): Promise<boolean> {
  const none = new Map<number, string>();
  const operations = rows.map((place) => operationsOf(place, none));
  const all = operations.flat();
  const read = (outcomes: readonly OperationOutcome[]): AllAnswer =>
    answerOf(rows, operations, outcomes);
  const { context, run: number = 1 } = run.options;
  const batch = { id: batchId(context.importId, number, all), allOrNothing: true, operations: all };
  const { answer, told } =
    all.length === 0 ? { answer: read([]), told: false } : await sendBatch(run, batch, read);
  await run.settle(answer.settled, told);
  return answer.complete;
}

function answerOf(
  rows: readonly PlacedRow[],
  operations: readonly (readonly Operation[])[],
  written: readonly OperationOutcome[],
): AllAnswer {
  let next = 0;
  const results = operations.map((own) =>
    own.map((operation) => {
      const outcome = written[next] ?? { status: 'refused', code: 'no-answer', message: '' };
      next += 1;
      return { operation, outcome };
    }),
  );
  const complete = written.every(({ status }) => status !== 'refused');
  const ids = new Map<number, string>();
  for (const { operation, outcome } of results.flat()) {
    if (outcome.status === 'written') ids.set(operation.record, outcome.id);
  }
  const settled = rows.flatMap((place, i): readonly Settled[] => {
    const own = results[i] ?? [];
    if (complete) return [{ seat: place.seat, outcome: takenRow(place, own, ids) }];
    const guilty = own.some(
      ({ outcome }) => outcome.status === 'refused' && outcome.code !== 'all-or-nothing',
    );
    return guilty ? [{ seat: place.seat, outcome: refusedRow(place, own) }] : [];
  });
  return { settled, complete };
}
