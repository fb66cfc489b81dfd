import {
  rowOutcome,
  type Issue,
  type OutcomeBlock,
  type OutcomeStatus,
  type RecordOutcome,
  type RowOutcome,
} from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { numberOf, textOf, type Row } from '../database/columns.ts';
import { jsonText } from '../database/jsonText.ts';
import type { ImportKey } from './ServerImport.ts';

/**
 * Notes what became of rows, in one statement. A later run's outcome takes the place of an earlier one's; in the same run what
 * was written stays written.
 */
export async function saveOutcomes(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  run: number,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await sql.query(
    `INSERT INTO importera.outcomes AS o (tenant, import_id, run, row, status, records, issues)
     SELECT $1, $2::uuid, $3::integer, r.row, r.status, r.records, r.issues
     FROM jsonb_to_recordset($4::text::jsonb) AS r(row integer, status text, records jsonb, issues jsonb)
     ON CONFLICT (tenant, import_id, row) DO UPDATE SET run = EXCLUDED.run,
       status = CASE WHEN o.run = EXCLUDED.run AND o.status = 'written' THEN o.status ELSE EXCLUDED.status END,
       records = CASE WHEN o.run = EXCLUDED.run AND o.status = 'written' THEN o.records || EXCLUDED.records ELSE EXCLUDED.records END,
       issues = CASE WHEN o.run = EXCLUDED.run AND o.status = 'written' THEN o.issues || EXCLUDED.issues ELSE EXCLUDED.issues END`,
    [tenant, id, run, jsonText(outcomes)],
  );
}

export function outcomesOf(block: OutcomeBlock): readonly RowOutcome[] {
  return Array.from({ length: block.size }, (_, r) => rowOutcome(block, r));
}

export interface OutcomeQuery {
  readonly statuses: readonly OutcomeStatus[] | null;
  /** Rows after this one. */
  readonly after: number;
  readonly limit: number;
}

/** A page of outcomes in file order. */
export async function listOutcomes(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  { statuses, after, limit }: OutcomeQuery,
): Promise<readonly RowOutcome[]> {
  const { rows } = await sql.query(
    `SELECT row, status, records, issues FROM importera.outcomes
     WHERE tenant = $1 AND import_id = $2 AND row > $3
       AND ($4::text IS NULL OR status = ANY (string_to_array($4, ',')))
     ORDER BY row LIMIT $5`,
    [tenant, id, after, statuses?.join(',') ?? null, limit],
  );
  return rows.map(outcomeOf);
}

const PAGE = 5_000;

/** All outcomes in file order, a page in memory at a time. */
export async function* allOutcomes(sql: SqlQuery, key: ImportKey): AsyncIterable<RowOutcome> {
  for (let after = -1; ;) {
    const page = await listOutcomes(sql, key, { statuses: null, after, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.row ?? after;
  }
}

/**
 * Rows that are not to be written again: what earlier runs wrote or found unchanged, and what this run settled so far
 * (its rejected rows are tried again: under the same batch id they get the same answer).
 */
export async function settledRows(
  sql: SqlQuery,
  key: ImportKey,
  run: number,
): Promise<ReadonlyMap<number, RowOutcome>> {
  const { rows } = await sql.query(
    `SELECT row, status, records, issues FROM importera.outcomes
     WHERE tenant = $1 AND import_id = $2
       AND (status IN ('written', 'unchanged') OR (run = $3 AND status = 'skipped'))`,
    [key.tenant, key.id, run],
  );
  return new Map(rows.map((row) => [numberOf(row, 'row'), outcomeOf(row)]));
}

function outcomeOf(row: Row): RowOutcome {
  return {
    row: numberOf(row, 'row'),
    status: textOf(row, 'status') as OutcomeStatus,
    records: row['records'] as readonly RecordOutcome[],
    issues: row['issues'] as readonly Issue[],
  };
}
