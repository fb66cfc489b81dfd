import type { Issue } from '../issue/Issue.ts';
import type { RecordValues, Value } from '../schema/Schema.ts';
import { isEmpty } from './keyText.ts';
import {
  MATCH_KINDS,
  RECORD_ACTIONS,
  ROW_STATUSES,
  type EntityPlan,
  type PlanBlock,
  type PlannedRecord,
  type PlannedRow,
} from './Plan.ts';

/** One row of a planned block, as the review shows it. @param r index of the row in the block. */
export function plannedRow(block: PlanBlock, r: number): PlannedRow {
  const row = block.rowNumbers[r] ?? 0;
  return {
    row,
    status: ROW_STATUSES[block.statuses[r] ?? 0] ?? 'skip',
    records: block.entities.flatMap((entity) => plannedRecord(entity, r)),
    issues: issuesByRow(block).get(row) ?? [],
  };
}

/** What a row writes: every filled value of a new record, the changed ones of one that exists. */
export function valuesToWrite(entity: EntityPlan, r: number): RecordValues {
  const action = RECORD_ACTIONS[entity.actions[r] ?? 0];
  if (action === 'update') {
    return Object.fromEntries((entity.changes.get(r) ?? []).map(({ field, to }) => [field, to]));
  }
  return action === 'create' ? filledValues(entity, r) : {};
}

/** By a plain loop: this runs for every new record of an import. */
function filledValues({ fields }: EntityPlan, r: number): RecordValues {
  const filled: Record<string, Value> = {};
  for (const { field, values } of fields) {
    const value = values[r];
    if (isEmpty(value)) continue;
    if (field === '__proto__') Object.defineProperty(filled, field, { ...OWN, value });
    else filled[field] = value;
  }
  return filled;
}

/** As an assignment makes a member. */
const OWN = { enumerable: true, configurable: true, writable: true };

function plannedRecord(entity: EntityPlan, r: number): readonly PlannedRecord[] {
  const action = RECORD_ACTIONS[entity.actions[r] ?? 0] ?? 'none';
  if (action === 'none') return [];
  const parent = entity.parentNumbers[r] ?? -1;
  return [
    {
      entity: entity.entity,
      action,
      record: entity.recordNumbers[r] ?? -1,
      id: entity.ids[r] ?? null,
      parent: parent < 0 ? null : parent,
      match: MATCH_KINDS[entity.matches[r] ?? 0] ?? 'none',
      keyEmpty: entity.keyEmpty[r] === 1,
      candidates: entity.candidates.get(r) ?? [],
      values: valuesToWrite(entity, r),
      changes: entity.changes.get(r) ?? [],
    },
  ];
}

const issueMaps = new WeakMap<readonly Issue[], ReadonlyMap<number, readonly Issue[]>>();

/** The issues of a block by row number; worked out once. */
export function issuesByRow({
  issues,
}: Pick<PlanBlock, 'issues'>): ReadonlyMap<number, readonly Issue[]> {
  const known = issueMaps.get(issues);
  if (known !== undefined) return known;
  const byRow = new Map<number, Issue[]>();
  for (const issue of issues) {
    if (issue.row === undefined) continue;
    const own = byRow.get(issue.row);
    if (own === undefined) byRow.set(issue.row, [issue]);
    else own.push(issue);
  }
  issueMaps.set(issues, byRow);
  return byRow;
}
