import type { CommitProgress, ErrorInfo, Recipe, Report, UndoReport } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { instantOf, numberOf, optionalText, textOf, type Row } from '../database/columns.ts';
import { jsonText, storableText } from '../database/jsonText.ts';
import type {
  ImportKey,
  ImportSummary,
  ServerImport,
  ServerStatus,
  StoredImport,
} from './ServerImport.ts';

const SUMMARY = `w.planning, w.rows_planned, w.counts, w.rate, i.tenant, i.id, i.schema_id, i.status, i.user_id, i.file_id, i.file_name, i.file_size, i.rows, i.step,
  i.run, i.progress, i.report, i.error, i.undo, i.created_at, i.updated_at, i.started_at, i.finished_at`;
/**
 * How far the import's run is, added up over its batches, whoever writes them; the rate is one of the last few seconds.
 */
const FROM = `importera.imports i LEFT JOIN LATERAL (
    SELECT r.summary IS NULL AS planning, r.rows_planned,
      (SELECT json_build_object('rowsDone', coalesce(sum(b.rows_done), 0), 'rowsTotal', coalesce(sum(b.rows), 0),
         'written', coalesce(sum(b.written), 0), 'rejected', coalesce(sum(b.rejected), 0))
       FROM importera.batches b WHERE b.tenant = r.tenant AND b.import_id = r.import_id AND b.run = r.number) AS counts,
      (SELECT coalesce(sum(o.size), 0) / greatest(0.5, least(5, extract(epoch FROM now() - r.written_from)))
       FROM importera.outcome_blocks o
       WHERE o.tenant = r.tenant AND o.import_id = r.import_id AND o.noted_at > now() - interval '5 seconds') AS rate
    FROM importera.runs r WHERE r.tenant = i.tenant AND r.import_id = i.id AND r.number = i.run
  ) w ON i.status IN ('running', 'pausing', 'paused', 'cancelling')`;

export interface NewImport {
  readonly schemaId: string;
  readonly user: string | null;
  readonly fileName: string;
}

export async function createImport(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  { schemaId, user, fileName }: NewImport,
): Promise<void> {
  await sql.query(
    `INSERT INTO importera.imports (tenant, id, schema_id, status, user_id, file_name, step)
     VALUES ($1, $2, $3, 'draft', $4, $5, 'file')`,
    [tenant, id, schemaId, user, storableText(fileName)],
  );
}

export async function findImport(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
): Promise<StoredImport | null> {
  const { rows } = await sql.query(
    `SELECT ${SUMMARY}, i.recipe, i.languages FROM ${FROM} WHERE i.tenant = $1 AND i.id = $2`,
    [tenant, id],
  );
  return rows[0] === undefined ? null : storedImport(rows[0]);
}

/** An import without its recipe, which may be large: for who looks again and again. */
export async function findSummary(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
): Promise<ImportSummary | null> {
  const { rows } = await sql.query(
    `SELECT ${SUMMARY} FROM ${FROM} WHERE i.tenant = $1 AND i.id = $2`,
    [tenant, id],
  );
  return rows[0] === undefined ? null : summaryOf(rows[0]);
}

export interface ListQuery {
  readonly schemaId: string | null;
  readonly statuses: readonly ServerStatus[] | null;
  /** Only what this person made. */
  readonly user: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** Newest first. */
export async function listImports(
  sql: SqlQuery,
  tenant: string,
  { schemaId, statuses, user, limit, offset }: ListQuery,
): Promise<readonly ImportSummary[]> {
  const { rows } = await sql.query(
    `SELECT ${SUMMARY} FROM ${FROM}
     WHERE i.tenant = $1 AND ($2::text IS NULL OR i.schema_id = $2)
       AND ($3::text IS NULL OR i.status = ANY (string_to_array($3, ',')))
       AND ($6::text IS NULL OR i.user_id = $6)
     ORDER BY i.updated_at DESC, i.id LIMIT $4 OFFSET $5`,
    [
      tenant,
      schemaId && storableText(schemaId),
      statuses?.join(',') ?? null,
      limit,
      offset,
      user && storableText(user),
    ],
  );
  return rows.map(summaryOf);
}

/** What may be set on an import; what is not named stays. */
export interface ImportChange {
  readonly status?: ServerStatus;
  readonly step?: string;
  readonly fileName?: string;
  readonly fileId?: string;
  /** Bytes. */
  readonly fileSize?: number;
  readonly rows?: number | null;
  readonly recipe?: Recipe;
  readonly run?: number;
  /** What whoever starts it reads: tags with commas between them, the dearest first. */
  readonly languages?: string;
  /** The worker process that has it. */
  readonly claim?: string | null;
  readonly progress?: CommitProgress | null;
  readonly report?: Report | null;
  readonly error?: ErrorInfo | null;
  readonly undo?: UndoReport | null;
  readonly startedAt?: string;
  readonly finishedAt?: string | null;
}

const COLUMNS: Readonly<Record<keyof ImportChange, string>> = {
  status: 'status',
  step: 'step',
  fileName: 'file_name',
  fileId: 'file_id',
  fileSize: 'file_size',
  rows: 'rows',
  recipe: 'recipe',
  run: 'run',
  languages: 'languages',
  claim: 'claim',
  progress: 'progress',
  report: 'report',
  error: 'error',
  undo: 'undo',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
};

/** Only while these hold; absent: always. */
export interface ChangeCondition {
  readonly statuses?: readonly ServerStatus[];
  readonly claim?: string;
}

/** Changes an import if the condition holds at that moment; tells whether it did. */
export async function changeImport(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  change: ImportChange,
  { statuses, claim }: ChangeCondition = {},
): Promise<boolean> {
  const entries = Object.entries(change) as [keyof ImportChange, unknown][];
  const values = entries.map(([, value]) => storable(value));
  const sets = entries.map(([name, value], index) => {
    const cast = typeof value === 'object' && value !== null ? '::text::json' : '';
    return `${COLUMNS[name]} = $${index + 5}${cast}`;
  });
  const { rows } = await sql.query(
    `UPDATE importera.imports SET ${[...sets, 'updated_at = now()'].join(', ')}
     WHERE tenant = $1 AND id = $2 AND ($3::text IS NULL OR status = ANY (string_to_array($3, ',')))
       AND ($4::text IS NULL OR claim::text = $4) RETURNING id`,
    [tenant, id, statuses?.join(',') ?? null, claim ?? null, ...values],
  );
  return rows.length > 0;
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  return typeof value === 'object' && value !== null ? jsonText(value) : value;
}

/** Removes an import with its plan and outcomes, if it rests; its files are the file store's. */
export async function removeImport(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  statuses: readonly ServerStatus[],
): Promise<boolean> {
  const { rows } = await sql.query(
    `DELETE FROM importera.imports
     WHERE tenant = $1 AND id = $2 AND status = ANY (string_to_array($3, ',')) RETURNING id`,
    [tenant, id, statuses.join(',')],
  );
  return rows.length > 0;
}

function storedImport(row: Row): StoredImport {
  const recipe = (row['recipe'] ?? null) as Recipe | null;
  const shown: ServerImport = { ...summaryOf(row), recipe };
  return {
    key: { tenant: textOf(row, 'tenant'), id: textOf(row, 'id') },
    shown,
    fileId: optionalText(row, 'file_id'),
    run: numberOf(row, 'run'),
    languages: (optionalText(row, 'languages') ?? '').split(',').filter((tag) => tag !== ''),
  };
}

/** While it is written: what its batches say. Else what was noted at its end. */
function progressOf(row: Row): CommitProgress | null {
  if (row['planning'] == null) return (row['progress'] ?? null) as CommitProgress | null;
  if (row['planning'] === true) return null;
  return {
    ...(row['counts'] as Omit<CommitProgress, 'rate'>),
    rate: row['status'] === 'running' ? numberOf(row, 'rate') : 0,
  };
}

function summaryOf(row: Row): ImportSummary {
  return {
    id: textOf(row, 'id'),
    schemaId: textOf(row, 'schema_id'),
    status: textOf(row, 'status') as ServerStatus,
    fileName: textOf(row, 'file_name'),
    fileSize: row['file_size'] == null ? null : numberOf(row, 'file_size'),
    rows: row['rows'] == null ? null : numberOf(row, 'rows'),
    user: optionalText(row, 'user_id'),
    step: textOf(row, 'step'),
    rowsPlanned: row['planning'] === true ? numberOf(row, 'rows_planned') : null,
    progress: progressOf(row),
    report: (row['report'] ?? null) as Report | null,
    error: (row['error'] ?? null) as ErrorInfo | null,
    undo: (row['undo'] ?? null) as UndoReport | null,
    createdAt: instantOf(row, 'created_at') ?? '',
    updatedAt: instantOf(row, 'updated_at') ?? '',
    startedAt: instantOf(row, 'started_at'),
    finishedAt: instantOf(row, 'finished_at'),
  };
}

/** Statuses of imports that something is about to happen to. */
const LIVE = `'queued', 'running', 'pausing', 'paused', 'cancelling', 'undoing'`;

/** A tenant's imports that are under way, that changed lately, or that are named; the newest first. */
export async function liveImports(
  sql: SqlQuery,
  tenant: string,
  { changedSeconds, ids }: { readonly changedSeconds: number; readonly ids: readonly string[] },
): Promise<readonly ImportSummary[]> {
  const { rows } = await sql.query(
    `SELECT ${SUMMARY} FROM ${FROM}
     WHERE i.tenant = $1 AND (i.status IN (${LIVE}) OR i.updated_at > now() - $2::integer * interval '1 second'
       OR i.id = ANY (string_to_array($3, ',')::uuid[]))
     ORDER BY i.updated_at DESC, i.id`,
    [tenant, changedSeconds, ids.join(',')],
  );
  return rows.map(summaryOf);
}
