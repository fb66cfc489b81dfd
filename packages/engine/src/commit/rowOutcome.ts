import { issuesByRow } from '../plan/plannedRow.ts';
import { OUTCOME_STATUSES, type RecordOutcome, type RowOutcome } from './Commit.ts';
import { OUTCOME_ACTIONS, type EntityOutcomes, type OutcomeBlock } from './OutcomeBlock.ts';

/** One row of an outcome block. @param r index of the row in the block. */
export function rowOutcome(block: OutcomeBlock, r: number): RowOutcome {
  const row = block.rowNumbers[r] ?? 0;
  return {
    row,
    status: OUTCOME_STATUSES[block.statuses[r] ?? 0] ?? 'pending',
    records: block.entities.flatMap((entity) => recordOutcome(entity, r)),
    issues: issuesByRow(block).get(row) ?? [],
  };
}

function recordOutcome(
  { entity, actions, ids }: EntityOutcomes,
  r: number,
): readonly RecordOutcome[] {
  const action = OUTCOME_ACTIONS[actions[r] ?? 0] ?? 'none';
  return action === 'none' ? [] : [{ entity, action, id: ids[r] ?? null }];
}
