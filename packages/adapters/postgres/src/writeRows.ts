import type { JobRow } from './Job.ts';
import { refusal } from './sqlError.ts';
import { writePass } from './writePass.ts';
import type { Refusals, WriteRun } from './WriteRun.ts';

/**
 * Writes as many rows as the database takes, each whole or not at all, by a few statements for all of them. Rows in
 * which anything is refused are undone, and the rest written again without them, until nothing is refused.
 */
export async function writeRows(run: WriteRun, rows: readonly JobRow[]): Promise<Refusals> {
  const refusals: Refusals = new Map(rows.flatMap((row) => [...row.refusals]));
  const created = new Set<number>();
  let open = withoutRefused(rows, refusals, created);
  while (open.length > 0) {
    const found = await settle(run, open, created);
    for (const [index, refused] of found) refusals.set(index, refused);
    const again = secondChances(open, refusals);
    for (const { jobs } of again) for (const { index } of jobs) refusals.delete(index);
    open = withoutRefused(again, refusals, created);
  }
  return refusals;
}

/** Tries the rows until a pass refuses none; what that pass wrote stays. Adds the records it created to `created`. */
async function settle(
  run: WriteRun,
  rows: readonly JobRow[],
  created: Set<number>,
): Promise<Refusals> {
  const { tx, signal } = run;
  const refusals: Refusals = new Map();
  let open = rows;
  while (open.length > 0) {
    signal?.throwIfAborted();
    await tx.query('SAVEPOINT importera_pass');
    const found = await writePass(
      run,
      open.flatMap(({ jobs }) => jobs),
    );
    if (found.size > 0) await tx.query('ROLLBACK TO SAVEPOINT importera_pass');
    await tx.query('RELEASE SAVEPOINT importera_pass');
    if (found.size === 0) break;
    for (const [index, refused] of found) refusals.set(index, refused);
    open = withoutRefused(open, refusals, created);
  }
  for (const { jobs } of open)
    for (const { operation } of jobs)
      if (operation.action === 'create') created.add(operation.record);
  return refusals;
}

/** The rows with nothing refused, nor in need of a record that a refused row was to create; those are refused too. */
function withoutRefused(
  rows: readonly JobRow[],
  refusals: Refusals,
  created: ReadonlySet<number>,
): readonly JobRow[] {
  // Nothing to find out, as in nearly every batch: no row is refused, and none needs a record of another.
  const isEasy = refusals.size === 0 && rows.every(({ jobs }) => jobs.every(needsNothing));
  if (isEasy) return rows;
  const coming = new Set(created);
  return rows.filter(({ jobs }) => {
    const records = createdBy(jobs);
    for (const { index, needs } of jobs) {
      const lacks = needs.some((need) => !coming.has(need) && !records.includes(need));
      if (lacks && !refusals.has(index)) refusals.set(index, dependsOnRefused());
    }
    if (!jobs.some(({ index }) => refusals.has(index))) {
      for (const record of records) coming.add(record);
      return true;
    }
    for (const { index } of jobs) if (!refusals.has(index)) refusals.set(index, rowRefused());
    return false;
  });
}

function needsNothing({ needs }: JobRow['jobs'][number]): boolean {
  return needs.length === 0;
}

const MAY_PASS = new Set(['unique-violation', 'depends-on-refused']);

/**
 * Rows that may only have stood against one that was itself taken back in the end: because another part of it was
 * refused after it had been written.
 */
function secondChances(rows: readonly JobRow[], refusals: Refusals): readonly JobRow[] {
  const codes = ({ jobs }: JobRow): readonly string[] =>
    jobs.map(({ index }) => refusals.get(index)?.code ?? 'written');
  if (!rows.some((row) => codes(row).includes('row-refused'))) return [];
  return rows.filter((row) => codes(row).every((code) => MAY_PASS.has(code)));
}

function createdBy(jobs: JobRow['jobs']): readonly number[] {
  return jobs.flatMap(({ operation }) => (operation.action === 'create' ? [operation.record] : []));
}

function dependsOnRefused(): ReturnType<typeof refusal> {
  return refusal('depends-on-refused', 'It needs a record that was refused.');
}

function rowRefused(): ReturnType<typeof refusal> {
  return refusal('row-refused', 'Another part of this row was refused.');
}
