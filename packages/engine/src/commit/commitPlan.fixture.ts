import type { MemoryAdapter } from '../adapter/memoryAdapter.ts';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import type { PersistenceAdapter, StoredRecord } from '../adapter/PersistenceAdapter.ts';
import { planImport } from '../plan/planImport.ts';
import {
  crm,
  mappingOf,
  recordBlocks,
  type BlockOptions,
  type ColumnSpec,
} from '../plan/recordBlocks.fixture.ts';
import type { Plan } from '../plan/Plan.ts';
import type { PlanOptions } from '../plan/PlanRun.ts';
import type { Value } from '../schema/Schema.ts';
import type { RowOutcome } from './Commit.ts';
import { commitPlan } from './commitPlan.ts';
import type { CommitPlanOptions, CommitResult } from './CommitRun.ts';
import { rowOutcome } from './rowOutcome.ts';

export type Rows = readonly (readonly Value[])[];

export interface Scene {
  readonly specs: readonly ColumnSpec[];
  readonly rows: Rows;
  readonly memory: MemoryAdapter;
  /** What stands between the engine and the memory. */
  readonly adapter?: PersistenceAdapter;
}

export function scene(
  specs: readonly ColumnSpec[],
  rows: Rows,
  stored: Readonly<Record<string, readonly StoredRecord[]>> = {},
): Scene {
  return { specs, rows, memory: memoryAdapter(crm, { records: stored }) };
}

const context = { importId: 'import-1', settings: {} };
/** No waiting in tests. */
const retry = { delayMs: 0 };

export function plan(
  { specs, rows, memory, adapter = memory }: Scene,
  options: Partial<PlanOptions> & BlockOptions = {},
): Promise<Plan> {
  const blocks = recordBlocks(specs, rows, options);
  return planImport(blocks, {
    schema: crm,
    columns: mappingOf(specs),
    adapter,
    context,
    retry,
    ...options,
  });
}

export interface Committed {
  readonly result: CommitResult;
  readonly rows: readonly RowOutcome[];
}

export async function commit(
  { specs, memory, adapter = memory }: Scene,
  planned: Plan,
  options: Partial<CommitPlanOptions> = {},
): Promise<Committed> {
  const result = await commitPlan(planned, {
    schema: crm,
    columns: mappingOf(specs),
    adapter,
    context,
    retry,
    ...options,
  });
  return { result, rows: rowsOf(result) };
}

export function rowsOf({ outcomes }: CommitResult): readonly RowOutcome[] {
  return outcomes.flatMap((block) =>
    Array.from({ length: block.size }, (_, r) => rowOutcome(block, r)),
  );
}

/** `written: created company` of a row. */
export function brief({ status, records, issues }: RowOutcome): string {
  const parts = [
    ...records.map(({ action, entity }) => `${action} ${entity}`),
    ...issues.map(({ code }) => `!${code}`),
  ];
  return parts.length === 0 ? status : `${status}: ${parts.join(', ')}`;
}
