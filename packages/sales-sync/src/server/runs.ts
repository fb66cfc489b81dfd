import type { SqlQuery } from '@importera/postgres';
import { NO_COUNTS, type SyncReport } from '../run/SyncReport.ts';
import type { SyncSettings } from '../SyncSettings.ts';
import { jsonText } from './jsonText.ts';
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

/** Notes a run that waits in the queue. */
export async function queueRun(
  sql: SqlQuery,
  { tenant, id }: RunKey,
  { reason, user }: RunOrigin,
): Promise<void> {
  await sql.query(
    `INSERT INTO importera_sales.runs (tenant, id, reason, user_id, status, counts, rejected)
     VALUES ($1, $2, $3, $4, 'queued', $5::text::json, '[]')`,
    [tenant, id, reason, user, jsonText(NO_COUNTS)],
  );
}

/** Begins a run, or takes it up again after its process died. What it did before it died is counted on. */
export async function beginRun(
  sql: SqlQuery,
  { tenant, id }: RunKey,
  { claim, settings }: { readonly claim: string; readonly settings: SyncSettings | null },
): Promise<SyncReport['counts']> {
  await sql.query(
    `UPDATE importera_sales.runs SET status = 'failed', claim = NULL, finished_at = now(), error = 'interrupted'
     WHERE tenant = $1 AND status = 'running' AND id::text <> $2`,
    [tenant, id],
  );
  const { rows } = await sql.query(
    `INSERT INTO importera_sales.runs AS known
       (tenant, id, reason, status, attempts, settings, counts, rejected, claim, started_at)
     VALUES ($1, $2, 'schedule', 'running', 1, $3::text::json, $4::text::json, '[]', $5, now())
     ON CONFLICT (tenant, id) DO UPDATE SET status = 'running', attempts = known.attempts + 1, settings = excluded.settings,
       claim = excluded.claim, error = NULL, finished_at = NULL, started_at = coalesce(known.started_at, now())
     RETURNING counts::text AS counts`,
    [tenant, id, jsonText(settings), jsonText(NO_COUNTS), claim],
  );
  return JSON.parse(String(rows[0]?.['counts'])) as SyncReport['counts'];
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
       rejected = $7::text::json, error = $8, quiet = $9, claim = NULL,
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

function runOf(row: Readonly<Record<string, unknown>>): SyncRun {
  const text = (column: string): string | null =>
    row[column] == null ? null : String(row[column]);
  const instant = (column: string): string | null =>
    row[column] == null ? null : new Date(row[column] as Date | string).toISOString();
  return {
    id: String(row['id']),
    reason: String(row['reason']) as SyncRun['reason'],
    user: text('user_id'),
    status: String(row['status']) as SyncRun['status'],
    attempts: Number(row['attempts']),
    settings: JSON.parse(text('settings') ?? 'null') as SyncRun['settings'],
    counts: JSON.parse(String(row['counts'])) as SyncRun['counts'],
    rejectedCount: Number(row['rejected_count']),
    rejected: JSON.parse(String(row['rejected'])) as SyncRun['rejected'],
    error: text('error'),
    createdAt: instant('created_at') ?? '',
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  };
}
