import { commitPlan, rowOutcome, type Issue, type RowOutcome } from '@importera/engine';
import { planRows } from './planRows.ts';
import { columnsOf } from '../records/recordBlock.ts';
import { syncSchema } from '../records/syncSchema.ts';
import type { SyncRow } from '../records/SyncRow.ts';
import type { SyncTarget } from '../targets/SyncTarget.ts';
import { contextOf, type Work } from './Work.ts';

/** What became of a row. */
export interface RowResult<R extends SyncRow> {
  readonly row: R;
  readonly status: RowOutcome['status'];
  readonly action: RowOutcome['records'][number]['action'] | null;
  /** Of the record it was written to or found in; null where there is none. */
  readonly id: string | null;
  readonly issues: readonly Issue[];
}

export interface Committed<R extends SyncRow> {
  readonly results: readonly RowResult<R>[];
  /** Why it ended before the last row; null where it did not. */
  readonly stopped: { readonly error: Error | null } | null;
}

/** Plans rows and writes them, each as a batch of its own. */
export async function commitRows<R extends SyncRow>(
  work: Work,
  target: SyncTarget,
  rows: readonly R[],
): Promise<Committed<R>> {
  if (rows.length === 0) return { results: [], stopped: null };
  const plan = await planRows(work, target, onePage(rows));
  const { signal, retry, parallel = 2 } = work.options;
  const { outcomes, status, error } = await commitPlan(plan, {
    schema: syncSchema,
    columns: columnsOf(target),
    policy: target.policy,
    adapter: target.adapter,
    context: contextOf(work),
    batchRows: 1,
    parallel,
    signal,
    ...(retry === undefined ? {} : { retry }),
  });
  const settled = outcomes.flatMap((block) =>
    Array.from({ length: block.size }, (_, r) => rowOutcome(block, r)),
  );
  return {
    results: settled.flatMap((outcome) => resultOf(rows[outcome.row - 1], outcome)),
    stopped: status === 'completed' ? null : { error },
  };
}

async function* onePage<R>(rows: readonly R[]): AsyncIterable<readonly R[]> {
  yield rows;
}

function resultOf<R extends SyncRow>(
  row: R | undefined,
  { status, records, issues }: RowOutcome,
): readonly RowResult<R>[] {
  const [record] = records;
  if (row === undefined) return [];
  return [{ row, status, action: record?.action ?? null, id: record?.id ?? null, issues }];
}
