import type { Value } from '@importera/engine';
import type { EntityLayout } from './Layout.ts';
import { notFound, type Job, type JobRow } from './prepareBatch.ts';
import { quoteName } from './quoteName.ts';
import type { SqlQuery } from './SqlClient.ts';
import { isRefusal, refusal, refusalOf, type Refusal } from './sqlError.ts';

export interface WriteOptions {
  readonly importId: string;
  /** Quoted table of before-images; null keeps none. */
  readonly changes: string | null;
  readonly signal?: AbortSignal | undefined;
}

/** By index of the job in the batch. */
export type Refusals = Map<number, Refusal>;

/**
 * Writes as many rows as the database takes, each whole or not at all, by a few statements for all of them. Rows in
 * which anything is refused are undone, and the rest written again without them, until nothing is refused.
 */
export async function writeRows(
  tx: SqlQuery,
  rows: readonly JobRow[],
  options: WriteOptions,
): Promise<Refusals> {
  const refusals: Refusals = new Map(rows.flatMap((row) => [...row.refusals]));
  const created = new Set<number>();
  let open = withoutRefused(rows, refusals, created);
  for (;;) {
    const found = await settle(tx, open, created, options);
    for (const [index, refused] of found) refusals.set(index, refused);
    const again = secondChances(open, refusals);
    if (again.length === 0 || again.length === open.length) return refusals;
    for (const { jobs } of again) for (const { index } of jobs) refusals.delete(index);
    open = again;
  }
}

/** Tries the rows until a pass refuses none; what that pass wrote stays. Adds the records it created to `created`. */
async function settle(
  tx: SqlQuery,
  rows: readonly JobRow[],
  created: Set<number>,
  options: WriteOptions,
): Promise<Refusals> {
  const refusals: Refusals = new Map();
  let open = rows;
  while (open.length > 0) {
    options.signal?.throwIfAborted();
    await tx.query('SAVEPOINT importera_pass');
    const found = await writePass(
      tx,
      open.flatMap(({ jobs }) => jobs),
      options,
    );
    if (found.size === 0) {
      await tx.query('RELEASE SAVEPOINT importera_pass');
      break;
    }
    await tx.query('ROLLBACK TO SAVEPOINT importera_pass');
    await tx.query('RELEASE SAVEPOINT importera_pass');
    for (const [index, refused] of found) refusals.set(index, refused);
    open = withoutRefused(open, refusals, created);
  }
  for (const { jobs } of open) {
    for (const { operation } of jobs)
      if (operation.action === 'create') created.add(operation.record);
  }
  return refusals;
}

/** The rows with nothing refused, nor in need of a record that a refused row was to create; those are refused too. */
function withoutRefused(
  rows: readonly JobRow[],
  refusals: Refusals,
  created: ReadonlySet<number>,
): readonly JobRow[] {
  const coming = new Set(created);
  return rows.filter(({ jobs }) => {
    const records = jobs.flatMap(({ operation }) =>
      operation.action === 'create' ? [operation.record] : [],
    );
    const here = new Set([...coming, ...records]);
    for (const { index, needs } of jobs) {
      if (!refusals.has(index) && !needs.every((need) => here.has(need))) {
        refusals.set(index, refusal('depends-on-refused', 'It needs a record that was refused.'));
      }
    }
    if (jobs.some(({ index }) => refusals.has(index))) {
      for (const { index } of jobs) {
        if (!refusals.has(index))
          refusals.set(index, refusal('row-refused', 'Another part of this row was refused.'));
      }
      return false;
    }
    for (const record of records) coming.add(record);
    return true;
  });
}

/**
 * Rows that may only have stood against a row which was itself taken back in the end: another part of it was refused
 * after it had been written.
 */
function secondChances(
  rows: readonly JobRow[],
  refusals: ReadonlyMap<number, Refusal>,
): readonly JobRow[] {
  const codes = (row: JobRow): readonly string[] =>
    row.jobs.map(({ index }) => refusals.get(index)?.code ?? '');
  const takenBack = rows.some((row) => codes(row).includes('row-refused'));
  if (!takenBack) return [];
  return rows.filter((row) =>
    codes(row).some((code) => code === 'unique-violation' || code === 'depends-on-refused'),
  );
}

/** Writes every job that can be, in waves. */
async function writePass(
  tx: SqlQuery,
  jobs: readonly Job[],
  options: WriteOptions,
): Promise<Refusals> {
  const refusals: Refusals = new Map();
  for (const group of groups(jobs)) {
    const [first] = group;
    if (first === undefined) continue;
    const write = first.operation.action === 'create' ? insertJobs : updateJobs;
    await write(tx, first.layout, withoutMissing(group, jobs, refusals), { ...options, refusals });
  }
  return refusals;
}

/** Jobs in the order of their statements: by wave, parents first, and of the same columns where defaults are at stake. */
function groups(jobs: readonly Job[]): readonly (readonly Job[])[] {
  const byName = new Map<string, { readonly order: readonly number[]; readonly jobs: Job[] }>();
  for (const job of jobs) {
    const { action, entity } = job.operation;
    const creates = action === 'create' ? 1 : 0;
    const name = JSON.stringify([job.wave, entity, creates, creates === 1 ? defaultsOf(job) : '']);
    const group = byName.get(name);
    if (group === undefined)
      byName.set(name, { order: [job.wave, job.layout.rank, creates], jobs: [job] });
    else group.jobs.push(job);
  }
  return [...byName.values()].sort((a, b) => compare(a.order, b.order)).map((group) => group.jobs);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, n) => part !== b[n]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** Columns with a default which the job fills in itself. */
function defaultsOf({ layout, values }: Job): readonly string[] {
  return Object.keys(values).filter((name) => layout.columns.get(name)?.hasDefault === true);
}

/** A child of a record this very pass could not make fails later on its own; say so before the database does. */
function withoutMissing(
  group: readonly Job[],
  jobs: readonly Job[],
  refusals: Refusals,
): readonly Job[] {
  if (refusals.size === 0) return group;
  const lost = new Set(
    jobs.flatMap(({ index, operation }) =>
      operation.action === 'create' && refusals.has(index) ? [operation.record] : [],
    ),
  );
  return group.filter(({ index, needs }) => {
    if (!needs.some((need) => lost.has(need))) return true;
    refusals.set(index, refusal('depends-on-refused', 'It needs a record that was refused.'));
    return false;
  });
}

interface StatementOptions extends WriteOptions {
  readonly refusals: Refusals;
}

async function insertJobs(
  tx: SqlQuery,
  layout: EntityLayout,
  jobs: readonly Job[],
  options: StatementOptions,
): Promise<void> {
  if (jobs.length === 0) return;
  const sql = insertSql(layout, columnsOf(jobs), options);
  await splitting(tx, jobs, options.refusals, async (part) => {
    const rows = part.map(({ id, values, custom }) => insertRow(layout, id, values, custom));
    const inserted = await tx.query(sql(part.length > 1), [
      JSON.stringify(rows),
      ...changeParams(layout, options),
    ]);
    return new Set(inserted.rows.map((row) => String(row['id'])));
  });
}

async function updateJobs(
  tx: SqlQuery,
  layout: EntityLayout,
  jobs: readonly Job[],
  options: StatementOptions,
): Promise<void> {
  const found = await lockRecords(tx, layout, jobs);
  const existing = jobs.filter(({ id }) => found.has(id.toLowerCase()));
  for (const { index, id } of jobs)
    if (!found.has(id.toLowerCase())) options.refusals.set(index, notFound(layout, id));
  if (existing.length === 0) return;
  const sql = updateSql(layout, columnsOf(existing), options);
  await splitting(tx, existing, options.refusals, async (part) => {
    const rows = part.map(({ id, values, custom }) => ({ id, v: values, c: custom }));
    const updated = await tx.query(sql, [JSON.stringify(rows), ...changeParams(layout, options)]);
    return new Set(updated.rows.map((row) => String(row['id'])));
  });
}

/**
 * Runs one statement for all jobs; when the database refuses it, for each half, until the guilty stand alone. `run` gives
 * the ids that were written.
 */
async function splitting(
  tx: SqlQuery,
  jobs: readonly Job[],
  refusals: Refusals,
  run: (jobs: readonly Job[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  const [first] = jobs;
  if (first === undefined) return;
  let left: readonly Job[];
  await tx.query('SAVEPOINT importera_part');
  try {
    const ids = await run(jobs);
    await tx.query('RELEASE SAVEPOINT importera_part');
    left = jobs.filter(({ id }) => !ids.has(id));
    if (jobs.length === 1 && left.length === 1) {
      refusals.set(
        first.index,
        refusal('refused', `The database left this ${first.layout.label} out.`),
      );
      return;
    }
    // Alone, a statement tells which constraint it failed.
    for (const job of left) await splitting(tx, [job], refusals, run);
    return;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT importera_part');
    await tx.query('RELEASE SAVEPOINT importera_part');
    if (jobs.length === 1) {
      refusals.set(first.index, refusalOf(error, first.layout));
      return;
    }
  }
  const middle = jobs.length >> 1;
  await splitting(tx, jobs.slice(0, middle), refusals, run);
  await splitting(tx, jobs.slice(middle), refusals, run);
}

/** Locks in one order for everybody, against deadlocks. Gives the ids that exist. */
async function lockRecords(
  tx: SqlQuery,
  layout: EntityLayout,
  jobs: readonly Job[],
): Promise<ReadonlySet<string>> {
  if (jobs.length === 0) return new Set();
  const id = quoteName(layout.id.name);
  const { rows } = await tx.query(
    `SELECT ${id}::text AS id FROM ${layout.table} WHERE ${id} IN (
       SELECT asked::${layout.id.type} FROM jsonb_array_elements_text($1::text::jsonb) AS asked)
     ORDER BY ${layout.table}.${id} FOR NO KEY UPDATE`,
    [JSON.stringify(jobs.map((job) => job.id))],
  );
  return new Set(rows.map((row) => String(row['id']).toLowerCase()));
}

function insertRow(
  layout: EntityLayout,
  id: string,
  values: Readonly<Record<string, Value>>,
  custom: Readonly<Record<string, Value>> | null,
): Readonly<Record<string, unknown>> {
  const row = { ...values, [layout.id.name]: id };
  return custom === null || layout.custom === null ? row : { ...row, [layout.custom]: custom };
}

/** Every column any of the jobs writes, quoted once each. */
function columnsOf(jobs: readonly Job[]): {
  readonly names: readonly string[];
  readonly custom: boolean;
} {
  const names = new Set(jobs.flatMap(({ values }) => Object.keys(values)));
  return { names: [...names], custom: jobs.some(({ custom }) => custom !== null) };
}

function insertSql(
  layout: EntityLayout,
  { names, custom }: ReturnType<typeof columnsOf>,
  options: WriteOptions,
): (many: boolean) => string {
  const all = [
    layout.id.name,
    ...names,
    ...(custom && layout.custom !== null ? [layout.custom] : []),
  ];
  const columns = [...new Set(all)].map(quoteName);
  return (many) => `
WITH done AS (
  INSERT INTO ${layout.table} AS new (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
  SELECT ${columns.map((column) => `r.${column}`).join(', ')}
  FROM jsonb_populate_recordset(NULL::${layout.table}, $1::text::jsonb) AS r
  ${many ? 'ON CONFLICT DO NOTHING' : ''}
  RETURNING new.${quoteName(layout.id.name)}::text AS id, NULL::jsonb AS before, md5(to_jsonb(new)::text) AS after
)${changesSql(options)}
SELECT id FROM done`;
}

function updateSql(
  layout: EntityLayout,
  { names, custom }: ReturnType<typeof columnsOf>,
  options: WriteOptions,
): string {
  const id = quoteName(layout.id.name);
  const sets = names.map((name) => `${quoteName(name)} = old.${quoteName(name)}`);
  if (custom && layout.custom !== null) {
    const column = quoteName(layout.custom);
    sets.push(`${column} = COALESCE(new.${column}, '{}') || COALESCE(old.importera_custom, '{}')`);
  }
  if (layout.updatedAt !== null && !names.includes(layout.updatedAt)) {
    sets.push(`${quoteName(layout.updatedAt)} = now()`);
  }
  // A record nothing is written to still counts as written.
  if (sets.length === 0) sets.push(`${id} = new.${id}`);
  return `
WITH done AS (
  UPDATE ${layout.table} AS new SET ${sets.join(', ')}
  FROM (
    SELECT o.${id} AS importera_id, to_jsonb(o) AS importera_before, NULLIF(s.v -> 'c', 'null') AS importera_custom,
      s.v ->> 'id' AS importera_asked, r.*
    FROM jsonb_array_elements($1::text::jsonb) AS s(v)
    JOIN ${layout.table} o ON o.${id} = (s.v ->> 'id')::${layout.id.type}
    CROSS JOIN LATERAL jsonb_populate_record(o, s.v -> 'v') AS r
  ) old
  WHERE new.${id} = old.importera_id
  RETURNING old.importera_asked AS asked, new.${id}::text AS id, old.importera_before AS before, md5(to_jsonb(new)::text) AS after
)${changesSql(options)}
SELECT asked AS id FROM done`;
}

function changesSql({ changes }: WriteOptions): string {
  if (changes === null) return '';
  return `, logged AS (
  INSERT INTO ${changes} (import_id, entity, record_id, before, after)
  SELECT $2, $3, id, before, after FROM done
)`;
}

function changeParams(
  layout: EntityLayout,
  { changes, importId }: WriteOptions,
): readonly string[] {
  return changes === null ? [] : [importId, layout.entity];
}
