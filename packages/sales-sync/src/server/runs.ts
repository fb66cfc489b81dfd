import type { SqlQuery } from '@importera/postgres';
import {
  instantOf,
  jsonText,
  numberOf,
  optionalText,
  textOf,
  type Row,
} from '@importera/server/parts';
import { NO_COUNTS, type SyncReport } from '../run/SyncReport.ts';
import type { SyncSettings } from '../SyncSettings.ts';
import type { SyncRun } from './SyncRun.ts';

/** Most rejected records that the history names of one run. */
const NAMED = 100;
/** Runs that are kept of a company. */
const KEPT = 500;

export interface RunKey {
  readonly tenant: string;
  readonly id: string;
}

export type RunOrigin = Pick<SyncRun, 'reason' | 'user'>;

/** Notes a run that waits in the queue; one that is known stays as it is. */
export async function queueRun(
  sql: SqlQuery,
  { tenant, id }: RunKey,
  { reason, user }: RunOrigin,
): Promise<void> {
  await sql.query(
    `INSERT INTO importera_sales.runs (tenant, id, reason, user_id, status, counts, rejected)
     VALUES ($1, $2, $3, $4, 'queued', $5::text::json, '[]')
     ON CONFLICT (tenant, id) DO NOTHING`,
    [tenant, id, reason, user, jsonText(NO_COUNTS)],
  );
}

/**
 * Takes a run for this claim, and with it those of the company that others had and did not end: they died or were stopped, and can
 * tell nothing more of them. A run that only waits is left to its own job.
 * @returns their ids, the oldest run first; without the one that was asked for where that has ended.
 */
export async function claimRuns(
  sql: SqlQuery,
  { tenant, id }: RunKey,
  claim: string,
): Promise<readonly string[]> {
  // Nobody noted it yet where the queue made it by its schedule.
  await queueRun(sql, { tenant, id }, { reason: 'schedule', user: null });
  const { rows } = await sql.query(
    `WITH taken AS (UPDATE importera_sales.runs SET claim = $3
       WHERE tenant = $1 AND finished_at IS NULL AND (claim IS NOT NULL OR id::text = $2) RETURNING id, created_at)
     SELECT id FROM taken ORDER BY created_at, id`,
    [tenant, id, claim],
  );
  return rows.map((row) => textOf(row, 'id'));
}

/**
 * Begins a run that this claim has, or goes on with it after its worker died.
 * @returns what it did before, which is counted on; null where another worker has it now.
 */
export async function beginRun(
  sql: SqlQuery,
  { tenant, id }: RunKey,
  { claim, settings }: { readonly claim: string; readonly settings: SyncSettings | null },
): Promise<SyncReport['counts'] | null> {
  const { rows } = await sql.query(
    `UPDATE importera_sales.runs SET status = 'running', attempts = attempts + 1, settings = $4::text::json, error = NULL,
       started_at = coalesce(started_at, now())
     WHERE tenant = $1 AND id::text = $2 AND claim::text = $3
     RETURNING counts::text AS counts`,
    [tenant, id, claim, jsonText(settings)],
  );
  return rows[0] === undefined ? null : countsOf(rows[0]);
}

/** Changes a run that this claim has; a run that another took over stays as that one tells it. */
export async function countRun(
  sql: SqlQuery,
  { tenant, id }: RunKey,
  { claim, counts }: { readonly claim: string; readonly counts: SyncReport['counts'] },
): Promise<void> {
  await sql.query(
    `UPDATE importera_sales.runs SET counts = $4::text::json
     WHERE tenant = $1 AND id::text = $2 AND claim::text = $3`,
    [tenant, id, claim, jsonText(counts)],
  );
}

export interface RunEnd extends Pick<SyncReport, 'counts' | 'rejected'> {
  readonly claim: string;
  readonly status: SyncRun['status'];
  readonly error: string | null;
}

export async function endRun(
  sql: SqlQuery,
  { tenant, id }: RunKey,
  { claim, status, counts, rejected, error }: RunEnd,
): Promise<void> {
  await sql.query(
    `UPDATE importera_sales.runs SET status = $4, counts = $5::text::json, rejected_count = $6,
       rejected = $7::text::json, error = $8, quiet = $9,
       claim = CASE WHEN $4 = 'queued' THEN claim END,
       finished_at = CASE WHEN $4 = 'queued' THEN NULL ELSE now() END
     WHERE tenant = $1 AND id::text = $2 AND claim::text = $3`,
    [
      tenant,
      id,
      claim,
      status,
      jsonText(counts),
      rejected.length,
      jsonText(rejected.slice(0, NAMED)),
      error,
      status === 'completed' && rejected.length === 0 && !isWriting(counts),
    ],
  );
  await forgetRuns(sql, { tenant, id });
}

function isWriting(counts: SyncReport['counts']): boolean {
  return Object.values(counts).some(({ created, updated }) => created + updated > 0);
}

/** Of runs by schedule that found nothing only the last is worth knowing; of the others the newest. */
async function forgetRuns(sql: SqlQuery, { tenant, id }: RunKey): Promise<void> {
  await sql.query(
    `DELETE FROM importera_sales.runs WHERE tenant = $1 AND quiet AND reason = 'schedule' AND id::text <> $2`,
    [tenant, id],
  );
  await sql.query(
    `DELETE FROM importera_sales.runs WHERE tenant = $1 AND finished_at IS NOT NULL AND id IN
       (SELECT id FROM importera_sales.runs WHERE tenant = $1 ORDER BY created_at DESC, id OFFSET ${KEPT})`,
    [tenant],
  );
}

/** The newest runs first. */
export async function listRuns(
  sql: SqlQuery,
  tenant: string,
  limit: number,
): Promise<readonly SyncRun[]> {
  const { rows } = await sql.query(
    `SELECT id, reason, user_id, status, attempts, settings::text AS settings, counts::text AS counts, rejected_count,
       rejected::text AS rejected, error, created_at, started_at, finished_at
     FROM importera_sales.runs WHERE tenant = $1 ORDER BY created_at DESC, id LIMIT $2`,
    [tenant, limit],
  );
  return rows.map(runOf);
}

function runOf(row: Row): SyncRun {
  return {
    id: textOf(row, 'id'),
    reason: textOf(row, 'reason') as SyncRun['reason'],
    user: optionalText(row, 'user_id'),
    status: textOf(row, 'status') as SyncRun['status'],
    attempts: numberOf(row, 'attempts'),
    settings: JSON.parse(optionalText(row, 'settings') ?? 'null') as SyncRun['settings'],
    counts: countsOf(row),
    rejectedCount: numberOf(row, 'rejected_count'),
    rejected: JSON.parse(textOf(row, 'rejected')) as SyncRun['rejected'],
    error: optionalText(row, 'error'),
    createdAt: instantOf(row, 'created_at') ?? '',
    startedAt: instantOf(row, 'started_at'),
    finishedAt: instantOf(row, 'finished_at'),
  };
}

function countsOf(row: Row): SyncRun['counts'] {
  return JSON.parse(textOf(row, 'counts')) as SyncRun['counts'];
}
