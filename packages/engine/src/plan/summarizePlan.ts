import { groupIssues } from './groupIssues.ts';
import {
  RECORD_ACTIONS,
  ROW_STATUSES,
  type EntityCounts,
  type EntityPlan,
  type PlanBlock,
  type PlanSummary,
  type RowStatus,
} from './Plan.ts';

/** Adds up a plan while its blocks come. */
export interface PlanCounter {
  add(block: PlanBlock): void;
  summary(): PlanSummary;
}

type Counts = { -readonly [K in keyof EntityCounts]: number };

/** Strongest last: what counts of a record that several rows hit. */
const STRENGTH = ['none', 'skip', 'unchanged', 'update', 'create'] as const;

/** Counts the blocks of a plan as they go by: give it each one, then ask for the summary. */
export function summarizePlan(): PlanCounter {
  const statuses: Record<RowStatus, number> = {
    reject: 0,
    ambiguous: 0,
    create: 0,
    update: 0,
    unchanged: 0,
    skip: 0,
  };
  const entities = new Map<string, Counts>();
  const strengths = recordStrengths();
  const issues = groupIssues();
  let rows = 0;
  let keyEmpty = 0;
  let updating = 0;
  return {
    add(block) {
      rows += block.size;
      for (const status of block.statuses) statuses[ROW_STATUSES[status] ?? 'skip'] += 1;
      for (const entity of block.entities)
        countRecords(entity, countsOf(entities, entity.entity), strengths);
      keyEmpty += rowsOf(block, (entity, r) => entity.keyEmpty[r] === 1);
      updating += rowsOf(block, (entity, r) => entity.actions[r] === UPDATE);
      for (const issue of block.issues) issues.add(issue);
    },
    summary: () => ({
      rows,
      statuses: { ...statuses },
      entities: Object.fromEntries(
        [...entities].map(([entity, counts]) => [entity, { ...counts }]),
      ),
      updating,
      keyEmpty,
      issues: issues.groups(),
    }),
  };
}

function countsOf(entities: Map<string, Counts>, entity: string): Counts {
  const counts = entities.get(entity) ?? { create: 0, update: 0, unchanged: 0, skip: 0 };
  entities.set(entity, counts);
  return counts;
}

/** Counts records, not rows: a stronger action takes the place of a weaker one. */
function countRecords(
  { actions, recordNumbers }: EntityPlan,
  counts: Counts,
  strengths: RecordStrengths,
): void {
  for (let r = 0; r < actions.length; r += 1) {
    const action = RECORD_ACTIONS[actions[r] ?? 0] ?? 'none';
    if (action === 'none') continue;
    const before =
      STRENGTH[strengths.raise(recordNumbers[r] ?? -1, STRENGTH.indexOf(action))] ?? 'none';
    if (STRENGTH.indexOf(action) <= STRENGTH.indexOf(before)) continue;
    if (before !== 'none') counts[before] -= 1;
    counts[action] += 1;
  }
}

interface RecordStrengths {
  /** Raises the strength of a record (-1: of no record) and gives what it was. */
  raise(record: number, strength: number): number;
}

function recordStrengths(): RecordStrengths {
  let strengths = new Uint8Array(1024);
  return {
    raise(record, strength) {
      if (record < 0) return 0;
      if (record >= strengths.length) {
        const larger = new Uint8Array(Math.max(record + 1, strengths.length * 2));
        larger.set(strengths);
        strengths = larger;
      }
      const before = strengths[record] ?? 0;
      strengths[record] = Math.max(before, strength);
      return before;
    },
  };
}

const UPDATE = RECORD_ACTIONS.indexOf('update');

/** Rows of which some record is of this kind. */
function rowsOf(
  { size, entities }: PlanBlock,
  isSo: (entity: EntityPlan, r: number) => boolean,
): number {
  let count = 0;
  for (let r = 0; r < size; r += 1) if (entities.some((entity) => isSo(entity, r))) count += 1;
  return count;
}
