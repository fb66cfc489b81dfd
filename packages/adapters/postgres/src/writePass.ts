import { insertJobs } from './insertJobs.ts';
import type { Job } from './Job.ts';
import { refusal } from './sqlError.ts';
import { updateJobs } from './updateJobs.ts';
import type { Refusals, WriteRun } from './WriteRun.ts';

/** Writes every job that can be written, one statement for each group. What it refuses, it has not written. */
export async function writePass(run: WriteRun, jobs: readonly Job[]): Promise<Refusals> {
  const refusals: Refusals = new Map();
  for (const group of groupJobs(jobs)) {
    const possible = withoutOrphans(group, jobs, refusals);
    const write = group[0]?.operation.action === 'create' ? insertJobs : updateJobs;
    if (possible.length > 0) await write(run, possible, refusals);
  }
  return refusals;
}

/** Jobs by statement: wave by wave, parents before children, updates before creates, which may take over their values. */
function groupJobs(jobs: readonly Job[]): readonly (readonly Job[])[] {
  const groups = new Map<string, { readonly order: readonly number[]; readonly jobs: Job[] }>();
  const defaultsOf = defaultSlots();
  for (const job of jobs) {
    const { action, entity } = job.operation;
    const creates = action === 'create';
    const name = `${job.wave} ${creates ? filledSlots(job, defaultsOf(job)) : ''} ${entity}`;
    const group = groups.get(name);
    if (group !== undefined) group.jobs.push(job);
    else groups.set(name, { order: [job.wave, job.layout.rank, creates ? 1 : 0], jobs: [job] });
  }
  return [...groups.values()].sort((a, b) => compare(a.order, b.order)).map((group) => group.jobs);
}

/** Slots of the columns that have a default, found once for each entity. */
function defaultSlots(): (job: Job) => readonly number[] {
  const known = new Map<Job['entity'], readonly number[]>();
  return ({ entity }) => {
    const slots =
      known.get(entity) ??
      entity.columns.flatMap(({ hasDefault }, slot) => (hasDefault ? [slot] : []));
    known.set(entity, slots);
    return slots;
  };
}

/** Columns with a default that the job fills itself: where they differ, an insert must leave out others. */
function filledSlots({ cells }: Job, slots: readonly number[]): string {
  let filled = 'c';
  for (const slot of slots) if (cells[slot] !== undefined) filled += `${slot},`;
  return filled;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, n) => part !== b[n]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** Without jobs that need a record this pass could not make: the database would only say so less clearly. */
function withoutOrphans(
  group: readonly Job[],
  jobs: readonly Job[],
  refusals: Refusals,
): readonly Job[] {
  if (refusals.size === 0) return group;
  const lost = new Set<number>();
  for (const { index, operation } of jobs) {
    if (operation.action === 'create' && refusals.has(index)) lost.add(operation.record);
  }
  return group.filter(({ index, needs }) => {
    if (!needs.some((need) => lost.has(need))) return true;
    refusals.set(index, refusal('depends-on-refused', 'It needs a record that was refused.'));
    return false;
  });
}
