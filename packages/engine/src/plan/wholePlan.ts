import type { Plan, PlanBlock } from './Plan.ts';
import { summarizePlan } from './summarizePlan.ts';

/** The blocks of a plan as one, added up. */
export async function wholePlan(planned: AsyncIterable<PlanBlock>): Promise<Plan> {
  const blocks: PlanBlock[] = [];
  const counter = summarizePlan();
  for await (const block of planned) {
    blocks.push(block);
    counter.add(block);
  }
  return { summary: counter.summary(), blocks };
}
