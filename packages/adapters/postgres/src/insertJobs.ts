import { changesSql, changeParams } from './changesSql.ts';
import type { Job } from './prepareBatch.ts';
import { quoteName } from './quoteName.ts';
import { splitJobs } from './splitJobs.ts';
import type { Refusals, WriteRun } from './WriteRun.ts';

/** Inserts the records of jobs of one table. */
export async function insertJobs(
  run: WriteRun,
  jobs: readonly Job[],
  refusals: Refusals,
): Promise<void> {
  const columns = insertedColumns(jobs);
  const write = async (part: readonly Job[]): Promise<ReadonlySet<string>> => {
    const sql = insertSql(run, part, columns);
    const params = [JSON.stringify(part.map(insertedRow)), ...changeParams(run, part)];
    const { rows } = await run.tx.query(sql, params);
    return new Set(rows.map((row) => String(row['id'])));
  };
  await splitJobs(jobs, { run, refusals, write });
}

function insertedColumns(jobs: readonly Job[]): readonly string[] {
  const names = new Set(jobs.flatMap(({ values }) => Object.keys(values)));
  for (const { layout, custom } of jobs) {
    names.add(layout.id.name);
    if (custom !== null && layout.custom !== null) names.add(layout.custom);
  }
  return [...names];
}

function insertedRow({ layout, id, values, custom }: Job): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = [...Object.entries(values), [layout.id.name, id]];
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
  RETURNING new.${quoteName(layout.id.name)}::text AS id, NULL::jsonb AS before, md5(to_jsonb(new)::text) AS after
)${changesSql(run)}
SELECT id FROM done`;
}
