import type { AdapterContext } from '../adapter/PersistenceAdapter.ts';
import type { RowOutcome } from '../commit/Commit.ts';
import type { PlanBlock } from '../plan/Plan.ts';
import { planBlocks } from '../plan/planBlocks.ts';
import type { PlanOptions } from '../plan/PlanRun.ts';
import { readRecords } from '../records/readRecords.ts';
import type { RecordBlock } from '../records/Records.ts';
import type { Table } from '../table/Table.ts';
import { validateRecords } from '../validation/validateRecords.ts';
import { checkDefaults } from './checkDefaults.ts';
import { importScope } from './importScope.ts';
import type { Recipe } from './Recipe.ts';

/** What `planRecipe` needs beside the table and the recipe. */
export interface PlanRecipeOptions extends Pick<
  PlanOptions,
  'schema' | 'adapter' | 'scratch' | 'signal' | 'onProgress'
> {
  /** The import, and who makes it. */
  readonly by: Pick<AdapterContext, 'importId' | 'user'>;
  /** What earlier runs of this import did with a row, where it is not to be done again. */
  readonly settled?: (row: number) => RowOutcome | undefined;
  /** Awaited before rows up to this one are planned: a place to load what `settled` says of them. */
  readonly reach?: (row: number) => Promise<void>;
}

/**
 * File + recipe → plan: reads the records of a table, validates and plans them, block by block. In a page, in a worker, at a server
 * and on the command line it is this that is done, so that they all come to the same.
 * @param table its profiles complete, see `profileTable`.
 * @throws {ImportError} `recipe-invalid` when an answer, the policy or a default is none the schema takes.
 */
export function planRecipe(
  table: Table,
  recipe: Recipe,
  { by, settled, reach, ...options }: PlanRecipeOptions,
): AsyncIterable<PlanBlock> {
  const { signal } = options;
  const { columns, defaults, edits, excluded, policy } = recipe;
  const { schema, context, given } = importScope(options.schema, recipe, by);
  const read = readRecords(table, schema, { columns, defaults, edits, excluded, given, signal });
  const records = validateRecords(checkDefaults(read), schema, { signal });
  return planBlocks(reach === undefined ? records : reaching(records, reach), {
    ...options,
    schema,
    columns,
    policy,
    context,
    excluded,
    known: (row) => {
      const outcome = settled?.(row);
      return outcome && { done: true, records: outcome.records };
    },
  });
}

async function* reaching(
  blocks: AsyncIterable<RecordBlock>,
  reach: (row: number) => Promise<void>,
): AsyncIterable<RecordBlock> {
  for await (const block of blocks) {
    await reach(block.rowNumbers.at(-1) ?? 0);
    yield block;
  }
}
