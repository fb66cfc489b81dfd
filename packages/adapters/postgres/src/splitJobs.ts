import { attempt } from './attempt.ts';
import { valuesOf, type Job } from './Job.ts';
import { quoteName } from './quoteName.ts';
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
  const tried = await attempt(run.tx, isRefusal, () => write(jobs));
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
  for (const [column, value] of valuesOf(job)) {
    const sql = `SELECT (jsonb_populate_record(NULL::${table}, $1::text::jsonb)).${quoteName(column)}`;
    const params = [JSON.stringify(Object.fromEntries([[column, value]]))];
    const tried = await attempt(tx, isRefusal, () => tx.query(sql, params));
    if (!tried.done) return fieldOf(column, job.layout);
  }
  return undefined;
}
