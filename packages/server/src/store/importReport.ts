import { OUTCOME_ACTIONS, type PlanSummary, type Report } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { numberOf, textOf } from '../database/columns.ts';
import { outcomesInOrder } from './outcomesInOrder.ts';
import type { ImportKey } from './ServerImport.ts';

const at = (action: (typeof OUTCOME_ACTIONS)[number]): number => OUTCOME_ACTIONS.indexOf(action);

/** The strongest thing that outcomes, of these blocks `b`, say of a record counts. */
const recordsOf = (blocks: string): string => `SELECT entity, id, max(strength) AS strength FROM (
    SELECT b.entities[(u.at - 1) / b.size + 1] AS entity, u.id,
      CASE u.action WHEN ${at('created')} THEN 3 WHEN ${at('updated')} THEN 2 WHEN ${at('unchanged')} THEN 1 ELSE 0 END AS strength
    FROM importera.outcome_blocks b, unnest(b.ids, b.actions) WITH ORDINALITY AS u(id, action, at)
    WHERE ${blocks} AND u.id IS NOT NULL) noted GROUP BY 1, 2`;

const OF_IMPORT = 'b.tenant = $1 AND b.import_id = $2';
const RECORDS: string = recordsOf(OF_IMPORT);

const COUNTS = `SELECT entity, strength, count(*)::integer AS count FROM (${RECORDS}) known GROUP BY 1, 2`;

/** As if no record were told of in two batches: so that what the database holds at once is the records of one. */
const COUNTS_BY_BATCH = `SELECT c.entity, c.strength, sum(c.count)::integer AS count
  FROM (SELECT DISTINCT b.run, b.batch FROM importera.outcome_blocks b WHERE ${OF_IMPORT}) own
  CROSS JOIN LATERAL (
    SELECT entity, strength, count(*) AS count
    FROM (${recordsOf(`${OF_IMPORT} AND b.run = own.run AND b.batch = own.batch`)}) known GROUP BY 1, 2) c
  GROUP BY 1, 2`;

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
  const rows =
    rest.status === 'completed' ? await addBatches(sql, key, run) : await addRows(sql, key);
  const isAsPlanned = run === 1 && rows.rejected === summary?.statuses.reject;
  const records = await countRecords(sql, key, rest.status === 'completed' && isAsPlanned);
  const counts = (strength: number): Readonly<Record<string, number>> =>
    Object.fromEntries([
      ...entities.map((entity) => [entity, 0] as const),
      ...records
        .filter((record) => record.strength === strength)
        .map(({ entity, count }) => [entity, count] as const),
    ]);
  return {
    ...rest,
    importId: key.id,
    created: counts(3),
    updated: counts(2),
    unchanged: counts(1),
    ...rows,
    ids: {},
    seconds: (Date.parse(rest.finishedAt) - Date.parse(rest.startedAt)) / 1000,
  };
}

interface RecordCount {
  readonly entity: string;
  readonly strength: number;
  readonly count: number;
}

/**
 * Records by the strongest thing that was done to them. Batches share no record that one of them writes, so that those of an import
 * that went as planned may be counted batch by batch: a million at once do not fit the memory that a query has. Where any
 * record was left as it was, another batch may have written it after all.
 */
async function countRecords(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  isAsPlanned: boolean,
): Promise<readonly RecordCount[]> {
  const count = async (query: string): Promise<readonly RecordCount[]> =>
    (await sql.query(query, [tenant, id])).rows.map((row) => ({
      entity: textOf(row, 'entity'),
      strength: numberOf(row, 'strength'),
      count: numberOf(row, 'count'),
    }));
  if (!isAsPlanned) return await count(COUNTS);
  const byBatch = await count(COUNTS_BY_BATCH);
  return byBatch.every(({ strength }) => strength >= 2) ? byBatch : await count(COUNTS);
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
