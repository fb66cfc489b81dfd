import type { Operation, OperationOutcome } from '../adapter/PersistenceAdapter.ts';
import type { Issue } from '../issue/Issue.ts';
import { RECORD_ACTIONS, ROW_STATUSES } from '../plan/Plan.ts';
import { issuesByRow } from '../plan/plannedRow.ts';
import type { RecordOutcome, RowOutcome } from './Commit.ts';
import type { PlacedRow, RecordIds } from './CommitRun.ts';

/** An operation with what became of it. */
export interface OperationResult {
  readonly operation: Operation;
  readonly outcome: OperationOutcome;
}

/** The outcome of a row whose operations were all taken (or that had none). */
export function takenRow(
  place: PlacedRow,
  results: readonly OperationResult[],
  ids: Pick<RecordIds, 'get' | 'has'>,
): RowOutcome {
  const { block, r, row } = place;
  const records: RecordOutcome[] = [];
  for (const entity of block.entities) {
    const action = RECORD_ACTIONS[entity.actions[r] ?? 0] ?? 'none';
    if (action === 'none') continue;
    const written = results.find(({ operation }) => operation.entity === entity.entity)?.outcome;
    const known = entity.ids[r] ?? ids.get(entity.recordNumbers[r] ?? -1) ?? null;
    const id = written?.status === 'written' ? written.id : known;
    records.push({ entity: entity.entity, action: PAST[action], id });
  }
  return { row, status: statusOf(records, results.length), records, issues: [] };
}

const PAST = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  skip: 'skipped',
} as const;

function statusOf(records: readonly RecordOutcome[], operations: number): RowOutcome['status'] {
  if (operations > 0) return 'written';
  return records.some(({ action }) => action === 'unchanged') ? 'unchanged' : 'skipped';
}

/** The outcome of a row that the plan rejects. */
export function rejectedByPlan({ block, row }: PlacedRow): RowOutcome {
  return { row, status: 'rejected', records: [], issues: issuesByRow(block).get(row) ?? [] };
}

export function isRejected({ block, r }: PlacedRow): boolean {
  return ROW_STATUSES[block.statuses[r] ?? 0] === 'reject';
}

/** The outcome of a row that the adapter refuses: the reasons it gave, not what followed from them. */
export function refusedRow({ row }: PlacedRow, results: readonly OperationResult[]): RowOutcome {
  const refusals = results.flatMap(({ operation: { entity }, outcome }) =>
    outcome.status === 'refused' ? [{ entity, ...outcome }] : [],
  );
  const reasons = refusals.filter(({ code }) => !FOLLOWED.has(code));
  const issues = (reasons.length > 0 ? reasons : refusals).map(
    ({ entity, code, message, field }): Issue => ({
      code: 'write-refused',
      severity: 'error',
      row,
      entity,
      ...(field === undefined ? {} : { field }),
      params: { code, message },
    }),
  );
  return { row, status: 'rejected', records: [], issues };
}

/** Codes of operations refused only because another one was. */
const FOLLOWED: ReadonlySet<string> = new Set([
  'row-refused',
  'depends-on-refused',
  'all-or-nothing',
]);

/** The outcome of a row at which the adapter throws. */
export function failedRow({ row }: PlacedRow, error: unknown): RowOutcome {
  const message = error instanceof Error ? error.message : String(error);
  return {
    row,
    status: 'rejected',
    records: [],
    issues: [{ code: 'write-failed', severity: 'error', row, params: { message } }],
  };
}
