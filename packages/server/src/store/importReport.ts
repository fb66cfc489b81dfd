import { OUTCOME_ACTIONS, type PlanSummary, type Report } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { numberOf, textOf } from '../database/columns.ts';
import { outcomesInOrder } from './outcomesInOrder.ts';
import type { ImportKey } from './ServerImport.ts';

const at = (action: (typeof OUTCOME_ACTIONS)[number]): number => OUTCOME_ACTIONS.indexOf(action);

/** The strongest thing an import did to a record counts. */
const RECORDS = `SELECT entity, id, max(strength) AS strength FROM (
    SELECT b.entities[(u.at - 1) / b.size + 1] AS entity, u.id,
      CASE u.action WHEN ${at('created')} THEN 3 WHEN ${at('updated')} THEN 2 WHEN ${at('unchanged')} THEN 1 ELSE 0 END AS strength
    FROM importera.outcome_blocks b, unnest(b.ids, b.actions) WITH ORDINALITY AS u(id, action, at)
    WHERE b.tenant = $1 AND b.import_id = $2 AND u.id IS NOT NULL) noted GROUP BY 1, 2`;

/** What an import has done so far, added up in the database; without the ids of its records. */
export async function importReport(
  sql: SqlQuery,
  key: ImportKey,
  {
    summary,
    run,
    ...rest
  }: Pick<Report, 'status' | 'error' | 'rows' | 'startedAt' | 'finishedAt'> & {
    readonly summary: PlanSummary | null;
    readonly run: number;
  },
): Promise<Report> {
  const entities = Object.keys(summary?.entities ?? {});
  const { rows } = await sql.query(
    `SELECT entity, strength, count(*)::integer AS count FROM (${RECORDS}) known GROUP BY 1, 2`,
    [key.tenant, key.id],
  );
  const counts = (strength: number): Readonly<Record<string, number>> =>
    Object.fromEntries([
      ...entities.map((entity) => [entity, 0] as const),
      ...rows
        .filter((row) => numberOf(row, 'strength') === strength)
        .map((row) => [textOf(row, 'entity'), numberOf(row, 'count')] as const),
    ]);
  return {
    ...rest,
    importId: key.id,
    created: counts(3),
    updated: counts(2),
    unchanged: counts(1),
    ...(rest.status === 'completed' ? await addBatches(sql, key, run) : await addRows(sql, key)),
    ids: {},
    seconds: (Date.parse(rest.finishedAt) - Date.parse(rest.startedAt)) / 1000,
  };
}

/** Rows left out, where every batch is done and knows what became of all its rows. */
async function addBatches(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  run: number,
): Promise<Pick<Report, 'skipped' | 'rejected'>> {
  const { rows } = await sql.query(
    `SELECT coalesce(sum(skipped), 0) AS skipped, coalesce(sum(rejected), 0) AS rejected
     FROM importera.batches WHERE tenant = $1 AND import_id = $2 AND run = $3`,
    [tenant, id, run],
  );
  const row = rows[0] ?? {};
  return { skipped: numberOf(row, 'skipped'), rejected: numberOf(row, 'rejected') };
}

async function addRows(
  sql: SqlQuery,
  key: ImportKey,
): Promise<Pick<Report, 'skipped' | 'rejected'>> {
  const counts = { skipped: 0, rejected: 0 };
  const statuses = ['skipped', 'rejected'] as const;
  for await (const { outcome } of outcomesInOrder(sql, key, { statuses, after: -1 })) {
    counts[outcome.status as keyof typeof counts] += 1;
  }
  return counts;
}

/** Exactly the records an import created or changed (FX20), by entity. */
export async function writtenIds(sql: SqlQuery, { tenant, id }: ImportKey): Promise<Report['ids']> {
  const { rows } = await sql.query(
    `SELECT entity, id FROM (${RECORDS}) known WHERE strength >= 2 ORDER BY 1, 2`,
    [tenant, id],
  );
  const ids: Record<string, string[]> = {};
  for (const row of rows) (ids[textOf(row, 'entity')] ??= []).push(textOf(row, 'id'));
  return ids;
}
