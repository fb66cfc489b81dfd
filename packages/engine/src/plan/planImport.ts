import type { RecordBlock } from '../records/Records.ts';
import type { Plan } from './Plan.ts';
import { planBlocks } from './planBlocks.ts';
import type { PlanOptions } from './PlanRun.ts';
import { wholePlan } from './wholePlan.ts';

/**
 * Plans a whole import (see `planBlocks`) and adds it up. Making a plan writes nothing.
 * @throws {ImportError} `adapter-failed` when records can not be looked up; the signal's reason when aborted.
 */
export async function planImport(
  records: AsyncIterable<RecordBlock>,
  options: PlanOptions,
): Promise<Plan> {
  return await wholePlan(planBlocks(records, options));
}
