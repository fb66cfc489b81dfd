import { arrayLiteral, isAmongSql } from './arrayLiteral.ts';
import { attempt } from './attempt.ts';
import { copyRows, type CopyRows } from './copyRows.ts';
import type { Job } from './Job.ts';
import { quoteName } from './quoteName.ts';
import { asSqlError, isTransient } from './sqlError.ts';
import type { WriteRun } from './WriteRun.ts';
import { fingerprintSql } from './writesLog.ts';

/** Below, the inserts that tell refused rows apart are as quick. */
const FEWEST = 20;

/** Row security, and views: COPY never writes to such a table. */
const CLOSED = new Set(['0A000', '42809']);

/**
 * Inserts the records of jobs of one table by COPY straight into it: several times as quick as any insert. Tells whether it
 * did; where anything stands against any row, nothing is written, and inserts must find out which.
 */
export async function copyJobs(run: WriteRun, jobs: readonly Job[]): Promise<boolean> {
  const table = jobs[0]?.layout.table ?? '';
  if (run.tx.copy === undefined || jobs.length < FEWEST || run.closedToCopy.has(table))
    return false;
  const rows = copyRows(jobs);
  if (rows === null) return false;
  const tried = await attempt(run.tx, mayGoOn, () => copyAll(run, jobs, rows));
  if (!tried.done && CLOSED.has(asSqlError(tried.error)?.code ?? '')) run.closedToCopy.add(table);
  return tried.done;
}

/** A trigger left rows out. */
class RowsLeftOut extends Error {
  override readonly name = 'RowsLeftOut';
}

async function copyAll(run: WriteRun, jobs: readonly Job[], rows: CopyRows): Promise<void> {
  const taken = await run.tx.copy?.(rows.into, rows.lines);
  if (taken !== jobs.length) throw new RowsLeftOut();
  if (run.writes === null) return;
  const [first] = jobs;
  if (first === undefined) return;
  const { layout } = first;
  const id = `o.${quoteName(layout.id.name)}`;
  const { rows: logged } = await run.tx.query(
    `INSERT INTO ${run.writes} (import_id, entity, ids, became)
     SELECT $1, $2, array_agg(${id}::text), array_agg(${fingerprintSql(layout, 'o')})
     FROM ${layout.table} o WHERE ${isAmongSql(id, '$3', layout.id.type)}
     RETURNING cardinality(ids) AS records`,
    [run.importId, layout.entity, arrayLiteral(jobs.map((job) => job.id))],
  );
  if (Number(logged[0]?.['records']) !== jobs.length) throw new RowsLeftOut();
}

/** Whatever it is, the inserts will tell it better. */
function mayGoOn(error: unknown): boolean {
  return error instanceof RowsLeftOut || (asSqlError(error) !== null && !isTransient(error));
}
