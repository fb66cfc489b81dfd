import { copyJobs } from './copyJobs.ts';
import { valuesOf, type Job } from './Job.ts';
import { quoteName } from './quoteName.ts';
import { splitJobs } from './splitJobs.ts';
import { portions, type Refusals, type WriteRun } from './WriteRun.ts';
import { fingerprintSql, logParams, logSql } from './writesLog.ts';

/** Inserts the records of jobs of one table. */
export async function insertJobs(
  run: WriteRun,
  jobs: readonly Job[],
  refusals: Refusals,
): Promise<void> {
  for (const part of portions(jobs)) {
    if (!(await copyJobs(run, part))) await insertPart(run, part, refusals);
  }
}

async function insertPart(run: WriteRun, jobs: readonly Job[], refusals: Refusals): Promise<void> {
  const rows = new Map(jobs.map((job) => [job, insertedRow(job)]));
  const columns = [...new Set([...rows.values()].flatMap((row) => Object.keys(row)))];
  const write = async (part: readonly Job[]): Promise<ReadonlySet<string>> => {
    const sql = insertSql(run, part, columns);
    const params = [JSON.stringify(part.map((job) => rows.get(job))), ...logParams(run, part)];
    const { rows: done } = await run.tx.query(sql, params);
    return new Set(done.map((row) => String(row['id'])));
  };
  await splitJobs(jobs, { run, refusals, write });
}

function insertedRow(job: Job): Readonly<Record<string, unknown>> {
  const { layout, id, custom } = job;
  const entries: (readonly [string, unknown])[] = [...valuesOf(job), [layout.id.name, id]];
  if (custom !== null && layout.custom !== null) entries.push([layout.custom, custom]);
  return Object.fromEntries(entries);
}

/** Several records skip those that some unique constraint keeps out; one alone fails with the constraint's name. */
function insertSql(run: WriteRun, jobs: readonly Job[], names: readonly string[]): string {
  const layout = jobs[0]?.layout;
  if (layout === undefined) return '';
  const columns = names.map(quoteName);
  return `
WITH done AS (
  INSERT INTO ${layout.table} AS new (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
  SELECT ${columns.map((column) => `r.${column}`).join(', ')}
  FROM jsonb_populate_recordset(NULL::${layout.table}, $1::text::jsonb) AS r
  ${jobs.length > 1 ? 'ON CONFLICT DO NOTHING' : ''}
  RETURNING new.${quoteName(layout.id.name)}::text AS id, NULL::jsonb AS before, NULL::bigint AS was,
    ${fingerprintSql(layout, 'new')} AS became
)${logSql(run)}
SELECT id FROM done`;
}
