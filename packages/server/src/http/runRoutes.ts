import { schemaOfKind, settingProblems, type Recipe, type Schema } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import type { Context, Hono } from 'hono';
import { adapterFor, schemaOf } from '../Host.ts';
import { changeImport, type ImportChange } from '../store/imports.ts';
import { createRun, findRun } from '../store/runs.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import type { StepJob } from '../work/importQueue.ts';
import { scopeOf } from '../work/runTargets.ts';
import { admitTo } from './admit.ts';
import { lockImport, shownAgain } from './draftRoutes.ts';
import { DONE_IN, notNow } from './notNow.ts';
import { permitRun } from './permissions.ts';
import { RequestProblem } from './problem.ts';
import { readMembers } from './readBody.ts';
import type { ImportAction, ServerHost } from './ServerHost.ts';
import { languageList, languagesAsked } from './textsAsked.ts';

type RunAction = Extract<ImportAction, 'start' | 'pause' | 'resume' | 'cancel' | 'undo'>;

/** What is known before the import is held: a host may look things up in the same database to tell it. */
interface Asked {
  readonly tx: SqlQuery;
  /** What whoever asks reads. */
  readonly languages: string;
  /** Whether what is left of a plan can be planned anew, see `canPlanAnew`. */
  readonly plansAnew: boolean;
}

/** Start, pause, resume, cancel, undo. A change and the job that follows from it are one transaction. */
export function runRoutes(app: Hono, host: ServerHost): void {
  const route = (
    action: RunAction,
    act: (found: StoredImport, asked: Asked) => Promise<StepJob['kind'] | null>,
  ): void => {
    app.post(`/:id/${action}`, async (c: Context) => {
      const seen = await admitTo(host, c, action);
      const { key } = seen;
      await readMembers(c.req.raw, host.limits.maxJsonBytes, []);
      if (WRITES.has(action)) await permitRun(host, c.req.raw, { found: seen, action });
      const plansAnew = GOES_ON.has(action) && (await canPlanAnew(host, seen));
      const queue = await host.queue();
      await host.database.client.transaction(async (tx) => {
        const found = await lockImport(tx, key);
        if (!DONE_IN[action].includes(found.shown.status)) throw notNow(found.shown.status, action);
        if (action === 'start' && !isSameRecipe(found, seen)) throw recipeChanged();
        const languages = languageList(languagesAsked(c));
        const kind = await act(found, { tx, plansAnew, languages });
        if (kind !== null) await queue.send(tx, { kind, tenant: key.tenant, importId: key.id });
      });
      return c.json(await shownAgain(host, { key }), 202);
    });
  };

  route('start', async (found, asked) => {
    const { tx, languages } = asked;
    const run = await nextRun(host, found, asked);
    // What is told of an import is of the run under way: nothing of an earlier one stays.
    const change = {
      status: 'queued' as const,
      run,
      languages,
      claim: null,
      progress: null,
      report: null,
      error: null,
      finishedAt: null,
      startedAt: new Date().toISOString(),
    };
    await move(tx, found, 'start', change);
    return 'import';
  });

  route('pause', async (found, { tx }) => {
    // What waits has not begun; what runs rests when the last batch under way has ended.
    const waits = found.shown.status === 'queued';
    await move(tx, found, 'pause', { status: waits ? 'paused' : 'pausing' });
    return waits ? null : 'import';
  });

  route('resume', async (found, asked) => {
    const run = await resumedRun(host, found, asked);
    await move(asked.tx, found, 'resume', { status: 'queued', run });
    return 'import';
  });

  route('cancel', async (found, { tx }) => {
    await move(tx, found, 'cancel', { status: 'cancelling' });
    return 'import';
  });

  route('undo', async (found, { tx }) => {
    await move(tx, found, 'undo', { status: 'undoing' });
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
      'The file of this import is not there yet. Upload it first: POST …/uploads.',
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
    throw new RequestProblem(
      409,
      'recipe-missing',
      'This import has no recipe yet. Keep one first: POST …/plan, or PATCH.',
    );
  const open = recipe.columns.filter(({ target }) => target === null).length;
  if (open > 0 || recipe.columns.length === 0) {
    throw new RequestProblem(
      422,
      'columns-open',
      `${open} columns of the recipe are neither matched nor left out. Give each a target: a field, or "ignore".`,
      { open },
    );
  }
  const missing = missingAnswer(recipe, schema);
  if (missing !== null) {
    throw new RequestProblem(
      422,
      'setting-missing',
      `The setting "${missing}" has no answer. Give one in "settings" of the recipe.`,
      {
        setting: missing,
      },
    );
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

function recipeChanged(): RequestProblem {
  const detail =
    'The recipe was changed while the import was being started. Look at it again, and start it then.';
  return new RequestProblem(409, 'recipe-changed', detail);
}

/** @throws RequestProblem 409 in another state than those in which it is done */
async function move(
  tx: SqlQuery,
  { key, shown }: StoredImport,
  action: RunAction,
  change: ImportChange,
): Promise<void> {
  if (await changeImport(tx, key, change, { statuses: DONE_IN[action] })) return;
  throw notNow(shown.status, action);
}
