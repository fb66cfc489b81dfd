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
  /** Pieces of a batch take effect in this order. */
  readonly number: number;
  readonly batch: number;
}

/**
 * Adds pieces to a plan, as Node's structured clone, packed: their columns stay typed arrays.
 * @param planned rows planned so far.
 * @returns whether this planner still makes the plan; if not, nothing was added.
 */
export async function savePieces(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  {
    planner,
    planned,
    pieces,
  }: {
    readonly planner: string;
    readonly planned: number;
    readonly pieces: readonly NewPiece[];
  },
): Promise<boolean> {
  const packed = await Promise.all(
    pieces.map(async ({ number, batch, block, settled }) => [
      number,
      batch,
      await pack(serialize(block), { level: 1 }),
      settled.length === 0 ? null : jsonText(settled),
    ]),
  );
  const rows = packed.map((_, index) => {
    const at = PIECE_PARAMETERS + index * 4;
    return `($${at}::integer, $${at + 1}::integer, $${at + 2}::bytea, $${at + 3}::text::json)`;
  });
  const added =
    rows.length === 0
      ? ''
      : `, added AS (
     INSERT INTO importera.plan_pieces (tenant, import_id, run, number, batch, block, settled)
     SELECT $1, $2::uuid, $3::integer, p.* FROM mine, (VALUES ${rows.join(', ')}) AS p (number, batch, block, settled))`;
  const found = await sql.query(
    `WITH mine AS (
       UPDATE importera.runs SET rows_planned = $4
       WHERE tenant = $1 AND import_id = $2 AND number = $3 AND planner::text = $5 RETURNING number)${added}
     SELECT number FROM mine`,
    [tenant, id, run, planned, planner, ...packed.flat()],
  );
  return found.rows.length > 0;
}

/** Where the parameters of pieces begin. */
const PIECE_PARAMETERS = 6;

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

/** The pieces of a batch in the order they take effect, or of all batches; read one ahead, two in memory at a time. */
export async function* piecesOf(
  sql: SqlQuery,
  key: RunKey,
  batch: number | null = null,
): AsyncIterable<PlanPiece> {
  for (let next = pieceAfter(sql, key, { after: -1, batch }); ;) {
    const found = await next;
    if (found === null) return;
    next = pieceAfter(sql, key, { after: found.number, batch });
    // Awaited above, in its turn; until then a failure must not count as unhandled.
    next.catch(() => undefined);
    yield found;
  }
}

async function pieceAfter(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  { after, batch }: { readonly after: number; readonly batch: number | null },
): Promise<(PlanPiece & { readonly number: number }) | null> {
  const { rows } = await sql.query(
    `SELECT number, block, settled FROM importera.plan_pieces
     WHERE tenant = $1 AND import_id = $2 AND run = $3 AND number > $4 ${batch === null ? '' : 'AND batch = $5'}
     ORDER BY number LIMIT 1`,
    [tenant, id, run, after, ...(batch === null ? [] : [batch])],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    number: Number(row['number']),
    block: deserialize(await unpack(row['block'] as Uint8Array)) as PlanBlock,
    settled: (row['settled'] ?? []) as readonly RowOutcome[],
  };
}
