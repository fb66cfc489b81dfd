import { arrayLiteral, isAmongSql } from './arrayLiteral.ts';
import { valuesOf, type Job } from './Job.ts';
import type { EntityLayout } from './Layout.ts';
import { notFound } from './prepareBatch.ts';
import { quoteName } from './quoteName.ts';
import type { SqlQuery } from './SqlClient.ts';
import { splitJobs } from './splitJobs.ts';
import { portions, type Refusals, type WriteRun } from './WriteRun.ts';
import { fingerprintSql, logParams, logSql } from './writesLog.ts';

/** Updates the records of jobs of one table, each record at most once. */
export async function updateJobs(
  run: WriteRun,
  jobs: readonly Job[],
  refusals: Refusals,
): Promise<void> {
  const found = await lockRecords(run.tx, jobs);
  const existing = jobs.filter(({ id }) => found.has(id.toLowerCase()));
  for (const { index, id, layout } of jobs) {
    if (!found.has(id.toLowerCase())) refusals.set(index, notFound(layout, id));
  }
  for (const part of portions(existing)) await updatePart(run, part, refusals);
}

async function updatePart(run: WriteRun, jobs: readonly Job[], refusals: Refusals): Promise<void> {
  const values = new Map(jobs.map((job) => [job, Object.fromEntries(valuesOf(job))]));
  const columns = [...new Set([...values.values()].flatMap((row) => Object.keys(row)))];
  const write = async (part: readonly Job[]): Promise<ReadonlySet<string>> => {
    const updates = part.map((job) => ({ id: job.id, v: values.get(job), c: job.custom }));
    const params = [JSON.stringify(updates), ...logParams(run, part)];
    const { rows } = await run.tx.query(updateSql(run, part, columns), params);
    return new Set(rows.map((row) => String(row['asked'])));
  };
  await splitJobs(jobs, { run, refusals, write });
}

/** Locks in one order for everybody, against deadlocks. Gives the ids that exist. */
async function lockRecords(tx: SqlQuery, jobs: readonly Job[]): Promise<ReadonlySet<string>> {
  const layout = jobs[0]?.layout;
  if (layout === undefined) return new Set();
  const id = `o.${quoteName(layout.id.name)}`;
  const { rows } = await tx.query(
    `SELECT ${id}::text AS id FROM ${layout.table} o WHERE ${isAmongSql(id, '$1', layout.id.type)}
     ORDER BY ${id} FOR NO KEY UPDATE`,
    [arrayLiteral(jobs.map((job) => job.id))],
  );
  return new Set(rows.map((row) => String(row['id']).toLowerCase()));
}

/** The list is an array made by a subselect: the planner takes it for ten records, and goes by the index for each. */
function updateSql(run: WriteRun, jobs: readonly Job[], names: readonly string[]): string {
  const layout = jobs[0]?.layout;
  if (layout === undefined) return '';
  const id = quoteName(layout.id.name);
  const sets = assignments(layout, jobs, names);
  return `
WITH done AS (
  UPDATE ${layout.table} AS new SET ${setSql(sets, id)}
  FROM (
    SELECT o.${id} AS importera_id, ${beforeSql(layout, [...sets.keys()])} AS importera_before,
      ${fingerprintSql(layout, 'o')} AS importera_was,
      s.v ->> 'id' AS importera_asked,
      NULLIF(s.v -> 'c', 'null') AS importera_custom, r.*
    FROM unnest(ARRAY(SELECT jsonb_array_elements($1::text::jsonb))) AS s(v)
    JOIN ${layout.table} o ON o.${id} = (s.v ->> 'id')::${layout.id.type}
    CROSS JOIN LATERAL jsonb_populate_record(o, s.v -> 'v') AS r
  ) old
  WHERE new.${id} = old.importera_id
  RETURNING new.${id}::text AS id, old.importera_asked AS asked, old.importera_before AS before,
    old.importera_was AS was, ${fingerprintSql(layout, 'new')} AS became
)${logSql(run)}
SELECT asked FROM done`;
}

/**
 * How a record was before, so far as the update may change it: the columns it writes, where nothing else does. All of them would
 * take a third of the statement's time.
 */
function beforeSql({ changesByItself }: EntityLayout, written: readonly string[]): string {
  if (changesByItself) return 'to_jsonb(o)';
  return `(SELECT to_jsonb(b) FROM (SELECT ${written.map((column) => `o.${column}`).join(', ')}) b)`;
}

/** A record that is given nothing new still counts as written. */
function setSql(sets: ReadonlyMap<string, string>, id: string): string {
  if (sets.size === 0) return `${id} = new.${id}`;
  return [...sets].map(([column, value]) => `${column} = ${value}`).join(', ');
}

/**
 * What each column is given, by its quoted name. A record's own value fills each column the job does not name, so jobs of different
 * columns share the statement.
 */
function assignments(
  layout: EntityLayout,
  jobs: readonly Job[],
  names: readonly string[],
): ReadonlyMap<string, string> {
  const sets = new Map(names.map((name) => [quoteName(name), `old.${quoteName(name)}`]));
  if (layout.custom !== null && jobs.some(({ custom }) => custom !== null)) {
    const column = quoteName(layout.custom);
    sets.set(column, `COALESCE(new.${column}, '{}') || COALESCE(old.importera_custom, '{}')`);
  }
  if (layout.updatedAt !== null && !names.includes(layout.updatedAt))
    sets.set(quoteName(layout.updatedAt), 'now()');
  return sets;
}
