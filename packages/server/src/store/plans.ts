import { deserialize, serialize } from 'node:v8';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { PlanBlock, PlanSummary, RowOutcome } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { jsonText } from '../database/jsonText.ts';
import type { RunKey } from './runs.ts';

const pack = promisify(deflate);
const unpack = promisify(inflate);

/** Rows of one batch, as they were planned. */
export interface PlanPiece {
  readonly block: PlanBlock;
  /** What earlier runs did with rows of it. */
  readonly settled: readonly RowOutcome[];
}

/** Forgets what was stored of a plan, and says who makes it now. */
export async function beginPlan(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  planner: string,
): Promise<void> {
  const key = [tenant, id, run];
  await sql.query(
    `UPDATE importera.runs SET planner = $4, rows_planned = 0 WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    [...key, planner],
  );
  for (const table of ['plan_pieces', 'batches'])
    await sql.query(
      `DELETE FROM importera.${table} WHERE tenant = $1 AND import_id = $2 AND run = $3`,
      key,
    );
}

export interface NewPiece extends PlanPiece {
  readonly planner: string;
  /** Rows planned so far. */
  readonly planned: number;
  /** Pieces of a batch take effect in this order. */
  readonly number: number;
  readonly batch: number;
}

/**
 * Adds a piece to a plan, as Node's structured clone, packed: its columns stay typed arrays.
 * @returns whether this planner still makes the plan; if not, nothing was added.
 */
export async function savePiece(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  { planner, planned, number, batch, block, settled }: NewPiece,
): Promise<boolean> {
  const bytes = await pack(serialize(block), { level: 1 });
  const { rows } = await sql.query(
    `WITH mine AS (
       UPDATE importera.runs SET rows_planned = $6
       WHERE tenant = $1 AND import_id = $2 AND number = $3 AND planner::text = $7 RETURNING number)
     INSERT INTO importera.plan_pieces (tenant, import_id, run, number, batch, block, settled)
     SELECT $1, $2::uuid, $3::integer, $4::integer, $5::integer, $8::bytea, $9::text::json FROM mine RETURNING number`,
    [
      tenant,
      id,
      run,
      number,
      batch,
      planned,
      planner,
      bytes,
      settled.length === 0 ? null : jsonText(settled),
    ],
  );
  return rows.length > 0;
}

/** Says how many rows are planned by now. */
export async function notePlanned(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  planned: number,
): Promise<void> {
  await sql.query(
    `UPDATE importera.runs SET rows_planned = $4 WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    [tenant, id, run, planned],
  );
}

/** Says that every piece of the plan is stored. @returns whether this planner still makes the plan. */
export async function endPlan(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  { planner, summary }: { readonly planner: string; readonly summary: PlanSummary },
): Promise<boolean> {
  const { rows } = await sql.query(
    `UPDATE importera.runs SET summary = $4::text::json, planner = NULL
     WHERE tenant = $1 AND import_id = $2 AND number = $3 AND planner::text = $5 RETURNING number`,
    [tenant, id, run, jsonText(summary), planner],
  );
  return rows.length > 0;
}

/** Makes pieces of linked batches pieces of one. @param links batch to the one it became part of. */
export async function linkPieces(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  links: ReadonlyMap<number, number>,
): Promise<void> {
  if (links.size === 0) return;
  await sql.query(
    `UPDATE importera.plan_pieces p SET batch = l.target
     FROM unnest($4::integer[], $5::integer[]) AS l(source, target)
     WHERE p.tenant = $1 AND p.import_id = $2 AND p.run = $3 AND p.batch = l.source`,
    [tenant, id, run, [...links.keys()], [...links.values()]],
  );
}

/** The pieces of a batch in the order they take effect, or of all batches; one in memory at a time. */
export async function* piecesOf(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  batch: number | null = null,
): AsyncIterable<PlanPiece> {
  for (let after = -1; ;) {
    const { rows } = await sql.query(
      `SELECT number, block, settled FROM importera.plan_pieces
       WHERE tenant = $1 AND import_id = $2 AND run = $3 AND number > $4 ${batch === null ? '' : 'AND batch = $5'}
       ORDER BY number LIMIT 1`,
      [tenant, id, run, after, ...(batch === null ? [] : [batch])],
    );
    const row = rows[0];
    if (row === undefined) return;
    after = Number(row['number']);
    const block = deserialize(await unpack(row['block'] as Uint8Array)) as PlanBlock;
    yield { block, settled: (row['settled'] ?? []) as readonly RowOutcome[] };
  }
}
