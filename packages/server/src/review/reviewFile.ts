import {
  errorFile,
  readCorrections,
  rowPage,
  wholePlan,
  type Block,
  type Corrections,
  type IssueTexts,
  type PersistenceAdapter,
  type Plan,
  type PlanBlock,
  type PlanSummary,
  type ReadOptions,
  type Recipe,
  type RowPage,
  type RowQuery,
  type RowSources,
  type Schema,
  type Table,
} from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { inFileOrder } from '../batches/inFileOrder.ts';
import { RequestProblem } from '../http/problem.ts';
import { settledRows } from '../store/outcomes.ts';
import { piecesOf } from '../store/plans.ts';
import { findRun, type Run, type RunKey } from '../store/runs.ts';
import type { ImportKey, StoredImport } from '../store/ServerImport.ts';
import { checkRows } from './checkRows.ts';
import { keepNewest } from './keepNewest.ts';
import type { OpenOptions } from './openImports.ts';
import { openTable } from './openTable.ts';
import { planTable } from './planTable.ts';
import { writtenSoFar, type RunPlan } from './writtenSoFar.ts';

/** An import's rows as a person looks at them: as read, as planned, as written. */
export interface FileReview {
  plan(found: StoredImport, recipe: Recipe, signal?: AbortSignal): Promise<PlanSummary>;
  rows(found: StoredImport, query: RowQuery): Promise<RowPage>;
  /** @param texts language of the reasons; default English. */
  errorFile(found: StoredImport, format: 'csv' | 'xlsx', texts?: IssueTexts): Promise<Blob>;
  /** What a corrected error file changes; rows that any run wrote take none of it. */
  corrections(found: StoredImport, bytes: Uint8Array, name: string): Promise<Corrections>;
}

export interface ReviewedFile {
  readonly key: ImportKey;
  readonly blob: Blob;
  readonly name: string;
  readonly read: ReadOptions;
  readonly schema: Schema;
  /** Who imports. */
  readonly user: string | null;
  readonly adapter: PersistenceAdapter;
}

interface ReadTable {
  readonly table: Table;
  readonly blocks: readonly Block[];
}

export function reviewFile(file: ReviewedFile, options: OpenOptions): FileReview {
  const { client } = options.database;
  const reading = keepNewest<ReadTable>();
  const planning = keepNewest<Plan>();
  const stored = storedPlans(client, file.key);
  const writing = keepNewest<RowSources['written']>();
  /** Of who has the newest plan made. */
  let maker: AbortSignal | undefined;
  const readAll = (): Promise<ReadTable> =>
    reading('once', async () => {
      const table = await openTable(file.blob, file.name, file.read);
      checkRows(table.rowCount, options.maxRows);
      const blocks: Block[] = [];
      for await (const block of table.blocks({})) blocks.push(block);
      return { table, blocks };
    });

  /** The stored plan where the recipe is the one that was started, else one made now. */
  async function planOf(found: StoredImport, recipe: Recipe, signal?: AbortSignal): Promise<Plan> {
    const run = await findRun(client, file.key, found.run);
    const text = JSON.stringify(recipe);
    const known = run !== null && JSON.stringify(run.recipe) === text ? await stored(run) : null;
    if (known !== null) return known;
    // A first run without a plan wrote nothing: what was planned before its start is still so, and need not be awaited again.
    const isUntouched = run?.number === 1 && run.summary === null;
    const since = isUntouched ? '0/null' : `${found.run}/${found.shown.finishedAt}`;
    const made = planning(`${since}/${text}`, async () => {
      maker = signal;
      const { table } = await readAll();
      const settled = await settledRows(client, file.key, found.run);
      const { schema, adapter, key, user } = file;
      const by = { importId: key.id, user };
      return await wholePlan(planTable({ ...by, table, recipe, schema, adapter, settled, signal }));
    });
    const hangsUp = maker;
    return await made.catch((error: unknown) => {
      if (hangsUp?.aborted !== true || hangsUp === signal) throw error;
      // Who asked for it first does not want it any more: whoever waited for it does.
      return planOf(found, recipe, signal);
    });
  }

  async function sourcesOf(found: StoredImport): Promise<RowSources> {
    const { recipe, finishedAt } = found.shown;
    if (recipe === null) {
      throw new RequestProblem(409, 'recipe-missing', 'This import has no recipe yet.');
    }
    const { blocks } = await readAll();
    const plan = await planOf(found, recipe);
    const planOfRun: RunPlan = async (number) => {
      const run = await findRun(client, file.key, number);
      const made = run && (await stored(run));
      return made && { recipe: run.recipe, plan: made };
    };
    const parts = { planned: { recipe, plan }, planOfRun };
    const load = (): Promise<RowSources['written']> => writtenSoFar(client, found, parts);
    // While it runs, its outcomes grow.
    const written =
      finishedAt === null
        ? await load()
        : await writing(`${found.run}/${finishedAt}/${JSON.stringify(recipe)}`, load);
    return { blocks, recipe, plan, written };
  }

  return {
    plan: async (found, recipe, signal) => (await planOf(found, recipe, signal)).summary,
    rows: async (found, query) => rowPage(await sourcesOf(found), query),
    errorFile: async (found, format, texts) =>
      await errorFile(await sourcesOf(found), (await readAll()).table, format, {
        schema: file.schema,
        ...(texts && { texts }),
      }),
    async corrections(found, bytes, name) {
      const { table, blocks } = await readAll();
      // Seen from the run to come: what the last one left out may still be corrected.
      const settled = await settledRows(client, file.key, found.run + 1);
      return await readCorrections(bytes, name, {
        table: { ...table, blocks: () => kept(blocks) },
        isSettled: (row) => settled.has(row),
      });
    },
  };
}

async function* kept(blocks: readonly Block[]): AsyncIterable<Block> {
  yield* blocks;
}

/** The plan that a run was started with, read once for as long as no other is asked for; null where it made none. */
function storedPlans(sql: SqlQuery, key: ImportKey): (run: Run) => Promise<Plan | null> {
  const reading = keepNewest<Plan>();
  return async ({ number, summary }) =>
    summary &&
    (await reading(`${number}`, () => storedPlan(sql, { ...key, run: number }, summary)));
}

async function storedPlan(sql: SqlQuery, key: RunKey, summary: PlanSummary): Promise<Plan> {
  const pieces: PlanBlock[] = [];
  for await (const { block } of piecesOf(sql, key)) pieces.push(block);
  return { summary, blocks: inFileOrder(pieces) };
}
