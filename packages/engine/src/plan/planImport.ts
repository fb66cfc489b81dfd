import type { RecordBlock } from '../records/Records.ts';
import type { Plan, PlanBlock } from './Plan.ts';
import { planBlocks } from './planBlocks.ts';
import type { PlanOptions } from './PlanRun.ts';
import { summarizePlan } from './summarizePlan.ts';

/**
 * Plans a whole import (see `planBlocks`) and adds it up. Making a plan writes nothing.
 * @throws {ImportError} `adapter-failed` when records can not be looked up; the signal's reason when aborted.
 */
export async function planImport(
  records: AsyncIterable<RecordBlock>,
  options: PlanOptions,
): Promise<Plan> {
  const blocks: PlanBlock[] = [];
  const counter = summarizePlan();
  for await (const block of planBlocks(records, options)) {
    blocks.push(block);
    counter.add(block);
  }
  return { summary: counter.summary(), blocks };
}
