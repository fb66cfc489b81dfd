import type { OutcomeBlock, Planned, RowOutcome, RowSources } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { outcomeBlock } from '../store/outcomeColumns.ts';
import { outcomesInOrder, type RunOutcome } from '../store/outcomesInOrder.ts';
import type { StoredImport } from '../store/ServerImport.ts';

/** Rows of a block. */
const BLOCK = 1_024;

/** What each run took and planned; null where it made no plan. */
export type RunPlan = (run: number) => Promise<Planned | null>;

/**
 * What became of an import's rows, as the engine shows it; nothing before its first start. A row that was written is shown as the
 * run that wrote it took it, whatever was decided since.
 * @param planned by the recipe as it is.
 */
export async function writtenSoFar(
  sql: SqlQuery,
  { key, run, shown }: StoredImport,
  { planned, planOfRun }: { readonly planned: Planned; readonly planOfRun: RunPlan },
): Promise<RowSources['written']> {
  if (run === 0) return [];
  const all = outcomeBlocks();
  const earlier = new Map<number, ReturnType<typeof outcomeBlocks>>();
  const known = outcomesInOrder(sql, key, { statuses: null, after: -1 });
  const isEndedEarly = shown.status === 'cancelled' || shown.status === 'failed';
  for await (const found of isEndedEarly ? withPending(known, planned) : known) {
    all.add(found.outcome);
    if (found.run === run || !SETTLED.has(found.outcome.status)) continue;
    const own = earlier.get(found.run) ?? outcomeBlocks();
    earlier.set(found.run, own);
    own.add(found.outcome);
  }
  const written = (by: Planned, outcomes: readonly OutcomeBlock[]): Written => ({
    ...by,
    result: {
      importId: key.id,
      status: 'completed',
      outcomes,
      error: null,
      seconds: 0,
      startedAt: shown.startedAt ?? '',
      finishedAt: shown.finishedAt ?? '',
    },
  });
  const runs: Written[] = [];
  for (const [number, own] of [...earlier].toSorted(([a], [b]) => a - b)) {
    runs.push(written((await planOfRun(number)) ?? planned, own.blocks()));
  }
  // The newest tells of every row.
  return [...runs, written((await planOfRun(run)) ?? planned, all.blocks())];
}

type Written = RowSources['written'][number];

/** Outcomes of rows that are not written again. */
const SETTLED: ReadonlySet<RowOutcome['status']> = new Set(['written', 'unchanged']);

/** Gathers outcomes of rows into blocks. */
function outcomeBlocks(): {
  readonly add: (outcome: RowOutcome) => void;
  readonly blocks: () => readonly OutcomeBlock[];
} {
  const full: OutcomeBlock[] = [];
  let rows: RowOutcome[] = [];
  return {
    add(outcome) {
      rows.push(outcome);
      if (rows.length < BLOCK) return;
      full.push(outcomeBlock(rows));
      rows = [];
    },
    blocks: () => (rows.length === 0 ? full : [...full, outcomeBlock(rows)]),
  };
}

/** Nothing is noted of rows that a run did not come to: they are to be seen, and can be imported after all. */
async function* withPending(
  outcomes: AsyncIterable<RunOutcome>,
  { plan }: Planned,
): AsyncIterable<RunOutcome> {
  const rows = plannedRows(plan);
  let next = rows.next();
  for await (const found of outcomes) {
    const { row } = found.outcome;
    for (; !next.done && next.value <= row; next = rows.next()) {
      if (next.value < row) yield pendingRow(next.value);
    }
    yield found;
  }
  for (; !next.done; next = rows.next()) yield pendingRow(next.value);
}

/** In file order. */
function* plannedRows({ blocks }: Planned['plan']): Generator<number, undefined> {
  for (const { rowNumbers } of blocks) yield* rowNumbers;
}

function pendingRow(row: number): RunOutcome {
  return { run: 0, outcome: { row, status: 'pending', records: [], issues: [] } };
}
