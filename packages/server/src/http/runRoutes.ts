import { schemaOfKind, settingProblems, type Recipe, type Schema } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import type { Context, Hono } from 'hono';
import { adapterFor, schemaOf } from '../Host.ts';
import { changeImport, type ImportChange } from '../store/imports.ts';
import { createRun, findRun } from '../store/runs.ts';
import { RESTING_STATUSES, type ServerStatus, type StoredImport } from '../store/ServerImport.ts';
import type { StepJob } from '../work/importQueue.ts';
import { scopeOf } from '../work/runTargets.ts';
import { admitTo } from './admit.ts';
import { busy, lockImport, shownAgain } from './draftRoutes.ts';
import { permitRun } from './permissions.ts';
import { RequestProblem } from './problem.ts';
import { readObject } from './readBody.ts';
import type { ImportAction, ServerHost } from './ServerHost.ts';

/** What is known before the import is held: a host may look things up in the same database to tell it. */
interface Asked {
  readonly tx: SqlQuery;
  /** Whether what is left of a plan can be planned anew, see `canPlanAnew`. */
  readonly plansAnew: boolean;
}

/** Start, pause, resume, cancel, undo. A change and the job that follows from it are one transaction. */
export function runRoutes(app: Hono, host: ServerHost): void {
  const route = (
    action: ImportAction,
    act: (found: StoredImport, asked: Asked) => Promise<StepJob['kind'] | null>,
  ): void => {
    app.post(`/:id/${action}`, async (c: Context) => {
      const seen = await admitTo(host, c, action);
      const { key } = seen;
      await readObject(c.req.raw, host.limits.maxJsonBytes);
      if (WRITES.has(action)) await permitRun(host, c.req.raw, { found: seen, action });
      const plansAnew = GOES_ON.has(action) && (await canPlanAnew(host, seen));
      const queue = await host.queue();
      await host.database.client.transaction(async (tx) => {
        const found = await lockImport(tx, key);
        if (action === 'start' && !isSameRecipe(found, seen)) throw busy();
        const kind = await act(found, { tx, plansAnew });
        if (kind !== null) await queue.send(tx, { kind, tenant: key.tenant, importId: key.id });
      });
      return c.json(await shownAgain(host, { key }), 202);
    });
  };

  route('start', async (found, asked) => {
    const { tx } = asked;
    if (!RESTING_STATUSES.includes(found.shown.status)) throw busy();
    const run = await nextRun(host, found, asked);
    // What is told of an import is of the run under way: nothing of an earlier one stays.
    const change = {
      status: 'queued' as const,
      run,
      claim: null,
      progress: null,
      report: null,
      error: null,
      finishedAt: null,
      startedAt: new Date().toISOString(),
    };
    await move(tx, found, RESTING_STATUSES, change);
    return 'import';
  });

  route('pause', async (found, { tx }) => {
    // What waits has not begun; what runs rests when the last batch under way has ended.
    if (await moved(tx, found, ['queued'], { status: 'paused' })) return null;
    await move(tx, found, ['running'], { status: 'pausing' });
    return 'import';
  });

  route('resume', async (found, asked) => {
    const run = await resumedRun(host, found, asked);
    await move(asked.tx, found, ['paused', 'pausing'], { status: 'queued', run });
    return 'import';
  });

  route('cancel', async (found, { tx }) => {
    await move(tx, found, ['queued', 'running', 'pausing', 'paused'], { status: 'cancelling' });
    return 'import';
  });

  route('undo', async (found, { tx }) => {
    await move(tx, found, ['completed', 'cancelled', 'failed'], { status: 'undoing' });
    return 'undo';
  });
}

/** What changes records: who asks for it must be allowed what the recipe says. Whoever may stop an import may do so. */
const WRITES: ReadonlySet<ImportAction> = new Set(['start', 'resume', 'undo']);

/** What may go on with a plan. Whoever stops an import needs nothing of where its records go, which may be away. */
const GOES_ON: ReadonlySet<ImportAction> = new Set(['start', 'resume']);

/**
 * The number of the run that a start begins. One that ended half way under the same recipe is gone on with, so that what was
 * on its way is not written twice; otherwise, and where its plan is old, the plan is made anew.
 */
async function nextRun(
  host: ServerHost,
  found: StoredImport,
  { tx, plansAnew }: Asked,
): Promise<number> {
  const { key, fileId, shown } = found;
  const recipe = startable(shown.recipe, schemaOf(host, shown.schemaId));
  if (fileId === null) {
    throw new RequestProblem(
      409,
      'file-missing',
      'The file of this import is not there yet. Upload it first.',
    );
  }
  const last = found.run === 0 ? null : await findRun(tx, key, found.run);
  const isSame = last !== null && JSON.stringify(last.recipe) === JSON.stringify(recipe);
  const goesOn = isSame && shown.status !== 'completed';
  if (goesOn && !(plansAnew && last.summary !== null && isOld(found))) return found.run;
  return await newRun(host, tx, { key, run: found.run, recipe });
}

/** The number of the run that a paused import goes on with: what is left of an old plan is planned anew. */
async function resumedRun(
  host: ServerHost,
  found: StoredImport,
  { tx, plansAnew }: Asked,
): Promise<number> {
  const { key, run, shown } = found;
  if (!plansAnew || shown.status !== 'paused' || !isOld(found)) return run;
  const paused = await findRun(tx, key, run);
  // One that was not planned before it was paused has its plan to come.
  if (paused === null || paused.summary === null) return run;
  return await newRun(host, tx, { key, run, recipe: paused.recipe });
}

async function newRun(
  { batchRows }: ServerHost,
  tx: SqlQuery,
  { key, run, recipe }: Pick<StoredImport, 'key' | 'run'> & { readonly recipe: Recipe },
): Promise<number> {
  const number = run + 1;
  await createRun(tx, key, { number, recipe, batchRows });
  return number;
}

/** An import that rests for longer than this goes on with a new plan: what is stored may have changed meanwhile. */
const PLAN_KEEPS_MS = 60_000;

/** Nothing was written for so long that the plan may be wrong by now. One that ended is changed by whoever looks through it. */
function isOld({ shown: { finishedAt, updatedAt } }: StoredImport): boolean {
  return Date.parse(finishedAt ?? updatedAt) < Date.now() - PLAN_KEEPS_MS;
}

/**
 * Whether every record that an import has written is noted, as it is where records and outcomes are stored together. Elsewhere an
 * answer may have been lost on its way: only the same plan sends the same batch again, which the adapter then knows.
 */
async function canPlanAnew(host: ServerHost, found: StoredImport): Promise<boolean> {
  const adapter = await adapterFor(host, scopeOf(found));
  return adapter.database === host.database.client;
}

/** @throws RequestProblem when decisions are missing. */
function startable(recipe: Recipe | null, schema: Schema | undefined): Recipe {
  if (recipe === null)
    throw new RequestProblem(409, 'recipe-missing', 'This import has no recipe yet.');
  const open = recipe.columns.filter(({ target }) => target === null).length;
  if (open > 0 || recipe.columns.length === 0) {
    throw new RequestProblem(
      422,
      'columns-open',
      `${open} columns are neither matched nor left out.`,
      { open },
    );
  }
  const missing = missingAnswer(recipe, schema);
  if (missing !== null) {
    throw new RequestProblem(422, 'setting-missing', `The setting "${missing}" has no answer.`, {
      setting: missing,
    });
  }
  return recipe;
}

/** A setting that is asked under this recipe, must be answered, and is not. */
function missingAnswer(recipe: Recipe, schema: Schema | undefined): string | null {
  if (schema === undefined) return null;
  const problems = settingProblems(schemaOfKind(schema, recipe.kind), recipe.settings);
  return problems.find(({ code }) => code === 'missing')?.setting ?? null;
}

/** Whether what was permitted is what will be started. */
function isSameRecipe(now: StoredImport, seen: StoredImport): boolean {
  return JSON.stringify(now.shown.recipe) === JSON.stringify(seen.shown.recipe);
}

async function moved(
  tx: SqlQuery,
  { key }: StoredImport,
  from: readonly ServerStatus[],
  change: ImportChange,
): Promise<boolean> {
  return await changeImport(tx, key, change, { statuses: from });
}

async function move(...args: Parameters<typeof moved>): Promise<void> {
  if (!(await moved(...args))) throw busy();
}
