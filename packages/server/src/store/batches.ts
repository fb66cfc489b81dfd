import type { SqlQuery } from '@importera/postgres';
import { numberOf, textOf } from '../database/columns.ts';
import type { RunKey } from './runs.ts';
import type { ServerStatus } from './ServerImport.ts';

/** A part of a run that shares no record with the others, where one of them writes it. */
export interface BatchKey extends RunKey {
  readonly batch: number;
}

/** Rows of a batch by what became of them. */
export interface BatchCounts {
  readonly rowsDone: number;
  readonly written: number;
  readonly skipped: number;
  readonly rejected: number;
}

export async function createBatches(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
  batches: readonly { readonly number: number; readonly rows: number }[],
): Promise<void> {
  await sql.query(
    `INSERT INTO importera.batches (tenant, import_id, run, number, rows)
     SELECT $1, $2::uuid, $3::integer, b.number, b.rows FROM unnest($4::integer[], $5::integer[]) AS b(number, rows)`,
    [tenant, id, run, batches.map(({ number }) => number), batches.map(({ rows }) => rows)],
  );
  await sql.query(
    `UPDATE importera.runs SET open_batches = $4 WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    [tenant, id, run, batches.length],
  );
}

/** Makes a run ready to be written (again): nobody is at it, and nothing speaks against it. Gives the batches that are open. */
export async function openBatches(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
): Promise<readonly number[]> {
  const key = [tenant, id, run];
  await sql.query(
    `UPDATE importera.runs SET error = NULL, written_from = now() WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    key,
  );
  await sql.query(
    `UPDATE importera.batches SET worker = NULL
     WHERE tenant = $1 AND import_id = $2 AND run = $3 AND worker IS NOT NULL`,
    key,
  );
  const { rows } = await sql.query(
    `SELECT number FROM importera.batches
     WHERE tenant = $1 AND import_id = $2 AND run = $3 AND done_at IS NULL ORDER BY number`,
    key,
  );
  return rows.map((row) => numberOf(row, 'number'));
}

/**
 * Takes a batch for a worker, also from another one that had it; that one can note nothing from then on.
 * @param tx a transaction.
 * @returns false when there is nothing to do: it is done, or the import does not run.
 */
export async function takeBatch(
  tx: SqlQuery,
  { tenant, id, run, batch }: BatchKey,
  worker: string,
): Promise<boolean> {
  // The import is held while its status is read: who makes it rest sees this batch as under way, or it is not begun. Whatever its
  // status, for who makes it run again has counted on this job, and is waited for.
  const held = await tx.query(
    `SELECT run, status FROM importera.imports WHERE tenant = $1 AND id = $2 FOR SHARE`,
    [tenant, id],
  );
  const [found = {}] = held.rows;
  if (numberOf(found, 'run') !== run || textOf(found, 'status') !== 'running') return false;
  // A statement of its own sees the run as it is after the waiting.
  const { rows } = await tx.query(
    `UPDATE importera.batches b SET worker = $5::uuid FROM importera.runs r
     WHERE b.tenant = $1 AND b.import_id = $2 AND b.run = $3 AND b.number = $4 AND b.done_at IS NULL
       AND r.tenant = b.tenant AND r.import_id = b.import_id AND r.number = b.run AND r.error IS NULL
     RETURNING b.number`,
    [tenant, id, run, batch, worker],
  );
  return rows.length > 0;
}

/** Whether a worker shall go on with a batch: it has it, and the import runs. */
export async function isWanted(
  sql: SqlQuery,
  { tenant, id, run, batch }: BatchKey,
  worker: string,
): Promise<boolean> {
  const { rows } = await sql.query(
    `SELECT b.number FROM importera.batches b
     JOIN importera.imports i ON i.tenant = b.tenant AND i.id = b.import_id
     JOIN importera.runs r ON r.tenant = b.tenant AND r.import_id = b.import_id AND r.number = b.run
     WHERE b.tenant = $1 AND b.import_id = $2 AND b.run = $3 AND b.number = $4 AND b.worker::text = $5
       AND i.status = 'running' AND i.run = b.run AND r.error IS NULL`,
    [tenant, id, run, batch, worker],
  );
  return rows.length > 0;
}

/** Gives a batch back, not done. */
export async function leaveBatch(
  sql: SqlQuery,
  { tenant, id, run, batch }: BatchKey,
  worker: string,
): Promise<void> {
  await sql.query(
    `UPDATE importera.batches SET worker = NULL
     WHERE tenant = $1 AND import_id = $2 AND run = $3 AND number = $4 AND worker::text = $5`,
    [tenant, id, run, batch, worker],
  );
}

/** Gives a batch back, not done, for a worker that can not do it: it died, or was given up. */
export async function releaseBatch(
  sql: SqlQuery,
  { tenant, id, run, batch }: BatchKey,
): Promise<void> {
  await sql.query(
    `UPDATE importera.batches SET worker = NULL
     WHERE tenant = $1 AND import_id = $2 AND run = $3 AND number = $4 AND worker IS NOT NULL`,
    [tenant, id, run, batch],
  );
}

/** Marks a batch as done, once. @returns whether this worker still had it; if not, nothing was changed. */
export async function endBatch(
  sql: SqlQuery,
  { tenant, id, run, batch }: BatchKey,
  { worker, counts }: { readonly worker: string; readonly counts: BatchCounts },
): Promise<boolean> {
  const { rowsDone, written, skipped, rejected } = counts;
  const { rows } = await sql.query(
    `UPDATE importera.batches
     SET done_at = now(), worker = NULL, rows_done = $6, written = $7, skipped = $8, rejected = $9
     WHERE tenant = $1 AND import_id = $2 AND run = $3 AND number = $4 AND worker::text = $5 AND done_at IS NULL
     RETURNING number`,
    [tenant, id, run, batch, worker, rowsDone, written, skipped, rejected],
  );
  if (rows.length === 0) return false;
  await sql.query(
    `UPDATE importera.runs SET open_batches = open_batches - 1
     WHERE tenant = $1 AND import_id = $2 AND number = $3`,
    [tenant, id, run],
  );
  return true;
}

/** Where the writing of a run is. */
export interface RunState {
  readonly status: ServerStatus;
  /** Null while its plan is not complete. */
  readonly open: number | null;
  /** Batches that a worker has. */
  readonly busy: number;
  readonly failed: boolean;
}

/**
 * Where the writing of an import's run is. The import is held until the transaction is through, so that of several that end
 * at once the last one knows that it is; null when the import is at another run.
 */
export async function holdRun(
  sql: SqlQuery,
  { tenant, id, run }: RunKey,
): Promise<RunState | null> {
  const held = await sql.query(
    `SELECT status FROM importera.imports WHERE tenant = $1 AND id = $2 AND run = $3 FOR NO KEY UPDATE`,
    [tenant, id, run],
  );
  if (held.rows[0] === undefined) return null;
  const { rows } = await sql.query(
    `SELECT r.open_batches, r.error IS NOT NULL AS failed, (
       SELECT count(*) FROM importera.batches b
       WHERE b.tenant = r.tenant AND b.import_id = r.import_id AND b.run = r.number AND b.worker IS NOT NULL) AS busy
     FROM importera.runs r WHERE r.tenant = $1 AND r.import_id = $2 AND r.number = $3`,
    [tenant, id, run],
  );
  const row = rows[0] ?? {};
  return {
    status: textOf(held.rows[0], 'status') as ServerStatus,
    open: row['open_batches'] == null ? null : numberOf(row, 'open_batches'),
    busy: numberOf(row, 'busy'),
    failed: row['failed'] === true,
  };
}
