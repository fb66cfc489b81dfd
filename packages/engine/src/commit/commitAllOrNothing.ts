import { callAdapter } from '../adapter/callAdapter.ts';
import { checkOutcomes } from '../adapter/checkAnswer.ts';
import type { WriteBatch } from '../adapter/PersistenceAdapter.ts';
import { batchId } from './batchId.ts';
import type { CommitRun, PlacedRow } from './CommitRun.ts';
import { operationsOf } from './operationsOf.ts';
import { placeRow } from './placeRow.ts';
import { isRejected, refusedRow, rejectedByPlan, takenRow } from './rowResult.ts';
import type { SeatedBlock } from './runPass.ts';

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

async function writeAll(
  { options, settle }: CommitRun,
  rows: readonly PlacedRow[],
): Promise<boolean> {
  const none = new Map<number, string>();
  const operations = rows.map((place) => operationsOf(place, none));
  const { context, retry, timeoutMs, adapter, signal: hurry } = options;
  const all = operations.flat();
  const batch: WriteBatch = {
    id: batchId(context.importId, options.run ?? 1, all),
    allOrNothing: true,
    operations: all,
  };
  const answer =
    all.length === 0
      ? []
      : await callAdapter((call) => adapter.write(batch, call), {
          context,
          retry,
          timeoutMs,
          hurry,
        });
  const written = checkOutcomes(answer, all.length);
  let next = 0;
  const results = operations.map((own) =>
    own.map((operation) => {
      const outcome = written[next] ?? { status: 'refused', code: 'no-answer', message: '' };
      next += 1;
      return { operation, outcome };
    }),
  );
  const isRefused = written.some(({ status }) => status === 'refused');
  const ids = new Map<number, string>();
  for (const { operation, outcome } of results.flat()) {
    if (outcome.status === 'written') ids.set(operation.record, outcome.id);
  }
  const settled = rows.flatMap((place, i) => {
    const own = results[i] ?? [];
    if (!isRefused) return [{ seat: place.seat, outcome: takenRow(place, own, ids) }];
    const guilty = own.some(
      ({ outcome }) => outcome.status === 'refused' && outcome.code !== 'all-or-nothing',
    );
    return guilty ? [{ seat: place.seat, outcome: refusedRow(place, own) }] : [];
  });
  await settle(settled);
  return !isRefused;
}
