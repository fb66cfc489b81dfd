import {
  commitPlan,
  importScope,
  type CommitResult,
  type OutcomeBlock,
  type PlanBlock,
  type PlanSummary,
} from '@importera/engine';
import { personOf } from '../review/planTable.ts';
import { outcomesOf, saveOutcomes, settledRows } from '../store/outcomes.ts';
import { planBlocksOf } from '../store/runs.ts';
import type { RunParts } from './storePlan.ts';
import type { Watch } from './watchClaim.ts';

/**
 * Writes the stored plan through the adapter. What an earlier process settled is left out; a batch that was on its way when it
 * ended goes under the same id again, so that it takes effect once.
 */
export async function writePlan(
  parts: RunParts,
  summary: PlanSummary,
  watch: Watch,
): Promise<CommitResult> {
  const { host, claim, run, adapter, signal } = parts;
  const { client } = host.database;
  const { key } = claim.found;
  const settled = await settledRows(client, key, run.number);
  const { columns, policy } = run.recipe;
  const by = personOf({ importId: key.id, user: claim.found.shown.user });
  const { schema, context } = importScope(parts.schema, run.recipe, by);
  const store = storeFailures();
  const result = await commitPlan(store.reading(planBlocksOf(client, key, run.number)), {
    schema,
    columns,
    policy,
    adapter,
    context,
    batchRows: run.batchRows,
    parallel: host.parallel,
    ...(host.retry && { retry: host.retry }),
    signal,
    run: run.number,
    rowsTotal: summary.rows,
    done: (row) => settled.get(row),
    onProgress: watch.progress,
    onOutcomes: store.writing(async (block) => {
      const fresh = outcomesOf(block).filter(({ row }) => !settled.has(row));
      if (fresh.length === 0) return;
      await client.transaction(async (tx) => {
        await claim.change(tx, {});
        await saveOutcomes(tx, key, run.number, fresh);
      });
    }),
  });
  store.rethrow();
  return result;
}

/** A commit that stops because the server's own database failed did not fail: the queue comes again. */
function storeFailures(): {
  reading(blocks: AsyncIterable<PlanBlock>): AsyncIterable<PlanBlock>;
  writing(save: (block: OutcomeBlock) => Promise<void>): (block: OutcomeBlock) => Promise<void>;
  rethrow(): void;
} {
  const failures: unknown[] = [];
  const note = (error: unknown): never => {
    failures.push(error);
    throw error;
  };
  return {
    async *reading(blocks) {
      try {
        yield* blocks;
      } catch (error) {
        note(error);
      }
    },
    writing: (save) => async (block) => await save(block).catch(note),
    rethrow() {
      if (failures.length > 0) throw failures[0];
    },
  };
}
