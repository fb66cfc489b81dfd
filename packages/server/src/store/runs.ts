import { deserialize, serialize } from 'node:v8';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { PlanBlock, PlanSummary, Recipe } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { numberOf } from '../database/columns.ts';
import { jsonText } from '../database/jsonText.ts';
import type { ImportKey } from './ServerImport.ts';

const pack = promisify(deflate);
const unpack = promisify(inflate);

/** One start of an import: the recipe as it was, and the plan made from it. */
export interface Run {
  readonly number: number;
  readonly recipe: Recipe;
  /** Kept with the plan: batches must hold the same rows when the run is taken up again. */
  readonly batchRows: number;
  /** Null until the whole plan is stored. */
  readonly summary: PlanSummary | null;
}

export async function createRun(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  { number, recipe, batchRows }: Omit<Run, 'summary'>,
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
    `SELECT recipe, batch_rows, summary FROM importera.runs WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    [tenant, id, number],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    number,
    recipe: row['recipe'] as Recipe,
    batchRows: numberOf(row, 'batch_rows'),
    summary: (row['summary'] ?? null) as PlanSummary | null,
  };
}

/** Adds the next block of a plan. Blocks are kept as Node's structured clone, packed: their columns stay typed arrays. */
export async function savePlanBlock(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  {
    run,
    number,
    block,
  }: { readonly run: number; readonly number: number; readonly block: PlanBlock },
): Promise<void> {
  const bytes = await pack(serialize(block), { level: 1 });
  await sql.query(
    `INSERT INTO importera.plan_blocks (tenant, import_id, run, number, block) VALUES ($1, $2, $3, $4, $5)`,
    [tenant, id, run, number, bytes],
  );
}

/** Says that every block of the plan is stored. */
export async function savePlanSummary(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  run: number,
  summary: PlanSummary,
): Promise<void> {
  await sql.query(
    `UPDATE importera.runs SET summary = $4::text::json WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    [tenant, id, run, jsonText(summary)],
  );
}

/** Forgets a plan that was not finished. */
export async function removePlan(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  run: number,
): Promise<void> {
  await sql.query(
    `DELETE FROM importera.plan_blocks WHERE tenant = $1 AND import_id = $2 AND run = $3`,
    [tenant, id, run],
  );
}

/** The stored plan in file order, one block in memory at a time. */
export async function* planBlocksOf(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  run: number,
): AsyncIterable<PlanBlock> {
  for (let number = 0; ; number += 1) {
    const { rows } = await sql.query(
      `SELECT block FROM importera.plan_blocks WHERE tenant = $1 AND import_id = $2 AND run = $3 AND number = $4`,
      [tenant, id, run, number],
    );
    const bytes = rows[0]?.['block'];
    if (bytes === undefined) return;
    yield deserialize(await unpack(bytes as Uint8Array)) as PlanBlock;
  }
}
