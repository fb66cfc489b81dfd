import type { ErrorInfo, PlanSummary, Recipe } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { numberOf } from '../database/columns.ts';
import { jsonText } from '../database/jsonText.ts';
import type { ImportKey } from './ServerImport.ts';

/** One start of an import: the recipe as it was, and the plan made from it. */
export interface Run {
  readonly number: number;
  readonly recipe: Recipe;
  /** Rows with which a batch is full. */
  readonly batchRows: number;
  /** Null until the whole plan is stored. */
  readonly summary: PlanSummary | null;
  /** Batches that are not done; null until the whole plan is stored. */
  readonly openBatches: number | null;
  /** Why no further batch is begun. */
  readonly error: ErrorInfo | null;
}

/** A run by its import and number. */
export interface RunKey extends ImportKey {
  readonly run: number;
}

export async function createRun(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  { number, recipe, batchRows }: Pick<Run, 'number' | 'recipe' | 'batchRows'>,
): Promise<void> {
  await sql.query(
    `INSERT INTO importera.runs (tenant, import_id, number, recipe, batch_rows)
     VALUES ($1, $2, $3, $4::text::json, $5)`,
    [tenant, id, number, jsonText(recipe), batchRows],
  );
}

export async function findRun(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  number: number,
): Promise<Run | null> {
  const { rows } = await sql.query(
    `SELECT recipe, batch_rows, summary, open_batches, error FROM importera.runs
     WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    [tenant, id, number],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    number,
    recipe: row['recipe'] as Recipe,
    batchRows: numberOf(row, 'batch_rows'),
    summary: (row['summary'] ?? null) as PlanSummary | null,
    openBatches: row['open_batches'] == null ? null : numberOf(row, 'open_batches'),
    error: (row['error'] ?? null) as ErrorInfo | null,
  };
}

/** Ends a run: batches under way end, none is begun. The first reason stays. */
export async function failRun(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  error: ErrorInfo,
): Promise<void> {
  await sql.query(
    `UPDATE importera.runs SET error = coalesce(error, $4::text::json)
     WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    [tenant, id, run, jsonText(error)],
  );
}
