import { createHash } from 'node:crypto';
import type { OutcomeBlock, RowOutcome } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { jsonText } from '../database/jsonText.ts';
import type { BatchCounts, BatchKey } from './batches.ts';
import { outcomeBlock, outcomeColumns } from './outcomeColumns.ts';
import { outcomesInOrder, type OutcomeQuery } from './outcomesInOrder.ts';
import type { ImportKey } from './ServerImport.ts';

export interface NewOutcomes {
  readonly run: number;
  readonly batch: number;
  readonly outcomes: OutcomeBlock;
}

const COLUMNS = `tenant, import_id, run, batch, digest, first_row, last_row, size, states, row_numbers, statuses, entities,
  actions, ids, issues`;
/** Of `$1` to `$15`. */
const VALUES = `$1::text, $2::uuid, $3::integer, $4::integer, $5::text, $6::integer, $7::integer, $8::integer, $9::text,
  $10::bytea, $11::bytea, $12::text::text[], $13::text::smallint[], $14::text::text[], $15::text::json`;

/**
 * Notes what became of rows, as one block. A later run's outcome takes the place of an earlier one's; in the same run what was
 * written stays written. The same outcomes of a batch twice are there once.
 */
export async function saveOutcomes(
  sql: SqlQuery,
  key: ImportKey,
  {
    outcomes,
    ...noted
  }: Omit<NewOutcomes, 'outcomes'> & { readonly outcomes: readonly RowOutcome[] },
): Promise<void> {
  if (outcomes.length === 0) return;
  await sql.query(
    `INSERT INTO importera.outcome_blocks (${COLUMNS}) SELECT ${VALUES} ON CONFLICT DO NOTHING`,
    parameters(key, { ...noted, outcomes: outcomeBlock(outcomes) }),
  );
}

/**
 * Notes what became of rows of a batch, and how far it is, while a worker has it.
 * @returns whether it has; if not, nothing was noted.
 */
export async function noteOutcomes(
  sql: SqlQuery,
  key: BatchKey,
  {
    worker,
    counts,
    outcomes,
  }: {
    readonly worker: string;
    readonly counts: BatchCounts;
    readonly outcomes: OutcomeBlock;
  },
): Promise<boolean> {
  const { rowsDone, written, skipped, rejected } = counts;
  const { rows } = await sql.query(
    `WITH mine AS (
       UPDATE importera.batches SET rows_done = greatest(rows_done, $17), written = greatest(written, $18),
         skipped = greatest(skipped, $19), rejected = greatest(rejected, $20)
       WHERE tenant = $1 AND import_id = $2 AND run = $3 AND number = $4 AND worker::text = $16 RETURNING number),
     noted AS (
       INSERT INTO importera.outcome_blocks (${COLUMNS}) SELECT ${VALUES} FROM mine WHERE $8 > 0 ON CONFLICT DO NOTHING)
     SELECT number FROM mine`,
    [
      ...parameters(key, { run: key.run, batch: key.batch, outcomes }),
      worker,
      rowsDone,
      written,
      skipped,
      rejected,
    ],
  );
  return rows.length > 0;
}

function parameters(
  { tenant, id }: ImportKey,
  { run, batch, outcomes }: NewOutcomes,
): readonly unknown[] {
  const columns = outcomeColumns(outcomes);
  const { rowNumbers, statuses, entities, actions, ids } = columns;
  const issues = columns.issues.length === 0 ? null : jsonText(columns.issues);
  const digest = createHash('sha256')
    .update(rowNumbers)
    .update(statuses)
    .update(`${entities}${actions}${ids}${issues ?? ''}`)
    .digest('base64url');
  return [
    tenant,
    id,
    run,
    batch,
    digest,
    columns.firstRow,
    columns.lastRow,
    columns.size,
    columns.states.join(),
    rowNumbers,
    statuses,
    entities,
    actions,
    ids,
    issues,
  ];
}

/** A page of outcomes in file order. */
export async function listOutcomes(
  sql: SqlQuery,
  key: ImportKey,
  { limit, ...query }: OutcomeQuery & { readonly limit: number },
): Promise<readonly RowOutcome[]> {
  const page: RowOutcome[] = [];
  for await (const { outcome } of outcomesInOrder(sql, key, query)) {
    if (page.push(outcome) >= limit) break;
  }
  return page;
}

/** In file order, rows that are not to be written again: what earlier runs wrote or found unchanged, and what this one settled. */
export async function* settledOutcomes(
  sql: SqlQuery,
  key: ImportKey,
  number: number,
): AsyncIterable<RowOutcome> {
  const statuses = ['written', 'unchanged', 'skipped'] as const;
  for await (const { run, outcome } of outcomesInOrder(sql, key, { statuses, after: -1 })) {
    if (run === number || outcome.status !== 'skipped') yield outcome;
  }
}

/** What `settledOutcomes` gives, by row. */
export async function settledRows(
  sql: SqlQuery,
  key: ImportKey,
  run: number,
): Promise<ReadonlyMap<number, RowOutcome>> {
  const settled = new Map<number, RowOutcome>();
  for await (const outcome of settledOutcomes(sql, key, run)) settled.set(outcome.row, outcome);
  return settled;
}
