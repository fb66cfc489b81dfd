import type { PlanSummary, Report } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { numberOf, textOf } from '../database/columns.ts';
import type { ImportKey } from './ServerImport.ts';

/** The strongest thing an import did to a record counts. */
const RECORDS = `SELECT r->>'entity' AS entity, r->>'id' AS id,
    max(CASE r->>'action' WHEN 'created' THEN 3 WHEN 'updated' THEN 2 WHEN 'unchanged' THEN 1 ELSE 0 END) AS strength
  FROM importera.outcomes o, jsonb_array_elements(o.records) r
  WHERE o.tenant = $1 AND o.import_id = $2 AND r->>'id' IS NOT NULL GROUP BY 1, 2`;

/** What an import has done so far, added up in the database; without the ids of its records. */
export async function importReport(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  {
    summary,
    ...rest
  }: Pick<Report, 'status' | 'error' | 'startedAt' | 'finishedAt'> & {
    readonly summary: PlanSummary | null;
  },
): Promise<Report> {
  const entities = Object.keys(summary?.entities ?? {});
  const { rows } = await sql.query(
    `SELECT entity, strength, count(*)::integer AS count FROM (${RECORDS}) known GROUP BY 1, 2`,
    [tenant, id],
  );
  const counts = (strength: number): Readonly<Record<string, number>> =>
    Object.fromEntries([
      ...entities.map((entity) => [entity, 0] as const),
      ...rows
        .filter((row) => numberOf(row, 'strength') === strength)
        .map((row) => [textOf(row, 'entity'), numberOf(row, 'count')] as const),
    ]);
  const statuses = await countStatuses(sql, { tenant, id });
  return {
    ...rest,
    importId: id,
    rows: summary?.rows ?? 0,
    created: counts(3),
    updated: counts(2),
    unchanged: counts(1),
    skipped: statuses.get('skipped') ?? 0,
    rejected: statuses.get('rejected') ?? 0,
    ids: {},
    seconds: (Date.parse(rest.finishedAt) - Date.parse(rest.startedAt)) / 1000,
  };
}

async function countStatuses(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql.query(
    `SELECT status, count(*)::integer AS count FROM importera.outcomes WHERE tenant = $1 AND import_id = $2 GROUP BY 1`,
    [tenant, id],
  );
  return new Map(rows.map((row) => [textOf(row, 'status'), numberOf(row, 'count')]));
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
