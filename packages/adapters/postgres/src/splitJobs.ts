import type { Job } from './prepareBatch.ts';
import { quoteName } from './quoteName.ts';
import type { SqlQuery } from './SqlClient.ts';
import { fieldOf, isRefusal, refusal, refusalOf, type Refusal } from './sqlError.ts';
import type { Refusals, WriteRun } from './WriteRun.ts';

export interface SplitOptions {
  readonly run: WriteRun;
  readonly refusals: Refusals;
  /** Runs one statement for all jobs and gives the ids it wrote. */
  readonly write: (jobs: readonly Job[]) => Promise<ReadonlySet<string>>;
}

/** Writes all jobs by one statement; where the database refuses it, each half, until the guilty stand alone. */
export async function splitJobs(jobs: readonly Job[], options: SplitOptions): Promise<void> {
  const [first] = jobs;
  if (first === undefined) return;
  const { run, refusals, write } = options;
  const tried = await attempt(run.tx, () => write(jobs));
  if (!tried.done) {
    if (jobs.length === 1) refusals.set(first.index, await explain(tried.error, first, run));
    else await splitInHalves(jobs, options);
    return;
  }
  const left = jobs.filter(({ id }) => !tried.result.has(id));
  if (jobs.length === 1 && left.length === 1) {
    refusals.set(
      first.index,
      refusal('refused', `The database left this ${first.layout.label} out.`),
    );
    return;
  }
  // Alone, a statement tells which constraint it failed.
  for (const job of left) await splitJobs([job], options);
}

async function splitInHalves(jobs: readonly Job[], options: SplitOptions): Promise<void> {
  const middle = jobs.length >> 1;
  await splitJobs(jobs.slice(0, middle), options);
  await splitJobs(jobs.slice(middle), options);
}

type Attempt<Result> =
  | { readonly done: true; readonly result: Result }
  | { readonly done: false; readonly error: unknown };

/** Runs a statement whose refusal leaves the transaction as it was. Throws what is no refusal. */
async function attempt<Result>(
  tx: SqlQuery,
  statement: () => Promise<Result>,
): Promise<Attempt<Result>> {
  await tx.query('SAVEPOINT importera_part');
  try {
    const result = await statement();
    await tx.query('RELEASE SAVEPOINT importera_part');
    return { done: true, result };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT importera_part');
    await tx.query('RELEASE SAVEPOINT importera_part');
    return { done: false, error };
  }
}

async function explain(error: unknown, job: Job, run: WriteRun): Promise<Refusal> {
  const refused = refusalOf(error, job.layout);
  if (refused.code !== 'invalid-value' || refused.field !== undefined) return refused;
  const field = await findField(job, run);
  return field === undefined ? refused : { ...refused, field };
}

/** Postgres names the column of a broken constraint, but not of a value it can not read: try one by one. */
async function findField(job: Job, { tx, searches }: WriteRun): Promise<string | undefined> {
  if (searches.left-- <= 0) return undefined;
  const { table } = job.layout;
  for (const [column, value] of Object.entries(job.values)) {
    const sql = `SELECT (jsonb_populate_record(NULL::${table}, $1::text::jsonb)).${quoteName(column)}`;
    const params = [JSON.stringify(Object.fromEntries([[column, value]]))];
    const tried = await attempt(tx, () => tx.query(sql, params));
    if (!tried.done) return fieldOf(column, job.layout);
  }
  return undefined;
}
