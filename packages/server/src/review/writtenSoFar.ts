import {
  OUTCOME_ACTIONS,
  OUTCOME_STATUSES,
  type OutcomeBlock,
  type Planned,
  type RowOutcome,
  type RowSources,
} from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { allOutcomes } from '../store/outcomes.ts';
import type { StoredImport } from '../store/ServerImport.ts';

/** Rows of a block. */
const BLOCK = 1_024;

/** What became of an import's rows, as the engine shows it; nothing before its first start. */
export async function writtenSoFar(
  sql: SqlQuery,
  { key, run, shown }: StoredImport,
  planned: Planned,
): Promise<RowSources['written']> {
  if (run === 0) return [];
  const outcomes: OutcomeBlock[] = [];
  let rows: RowOutcome[] = [];
  const known = allOutcomes(sql, key);
  const isEndedEarly = shown.status === 'cancelled' || shown.status === 'failed';
  for await (const outcome of isEndedEarly ? withPending(known, planned) : known) {
    rows.push(outcome);
    if (rows.length < BLOCK) continue;
    outcomes.push(outcomeBlock(rows));
    rows = [];
  }
  if (rows.length > 0) outcomes.push(outcomeBlock(rows));
  const { startedAt, finishedAt } = shown;
  const result = {
    importId: key.id,
    status: 'completed' as const,
    outcomes,
    error: null,
    seconds: 0,
    startedAt: startedAt ?? '',
    finishedAt: finishedAt ?? '',
  };
  return [{ ...planned, result }];
}

/** Nothing is noted of rows that a run did not come to: they are to be seen, and can be imported after all. */
async function* withPending(
  outcomes: AsyncIterable<RowOutcome>,
  { plan }: Planned,
): AsyncIterable<RowOutcome> {
  const rows = plannedRows(plan);
  let next = rows.next();
  for await (const outcome of outcomes) {
    for (; !next.done && next.value <= outcome.row; next = rows.next()) {
      if (next.value < outcome.row) yield pendingRow(next.value);
    }
    yield outcome;
  }
  for (; !next.done; next = rows.next()) yield pendingRow(next.value);
}

/** In file order. */
function* plannedRows({ blocks }: Planned['plan']): Generator<number, undefined> {
  for (const { rowNumbers } of blocks) yield* rowNumbers;
}

function pendingRow(row: number): RowOutcome {
  return { row, status: 'pending', records: [], issues: [] };
}

/** Outcomes of rows as columns. */
function outcomeBlock(rows: readonly RowOutcome[]): OutcomeBlock {
  const entities = new Set(rows.flatMap(({ records }) => records.map(({ entity }) => entity)));
  return {
    size: rows.length,
    rowNumbers: Uint32Array.from(rows, ({ row }) => row),
    statuses: Uint8Array.from(rows, ({ status }) => OUTCOME_STATUSES.indexOf(status)),
    entities: [...entities].map((entity) => {
      const records = rows.map((row) => row.records.findLast((record) => record.entity === entity));
      return {
        entity,
        actions: Uint8Array.from(records, (record) =>
          record === undefined ? 0 : OUTCOME_ACTIONS.indexOf(record.action),
        ),
        ids: records.map((record) => record?.id ?? null),
      };
    }),
    issues: rows.flatMap(({ issues }) => issues),
  };
}
