import type { Recipe, Schema } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import type { Context, Hono } from 'hono';
import { schemaOf } from '../Host.ts';
import { changeImport, findImport, type ImportChange } from '../store/imports.ts';
import { createRun, findRun } from '../store/runs.ts';
import {
  RESTING_STATUSES,
  type ImportKey,
  type ServerStatus,
  type StoredImport,
} from '../store/ServerImport.ts';
import type { ImportJob } from '../work/importQueue.ts';
import { admitTo, notFound } from './admit.ts';
import { busy, shownAgain } from './draftRoutes.ts';
import { RequestProblem } from './problem.ts';
import { readObject } from './readBody.ts';
import type { ImportAction, ServerHost } from './ServerHost.ts';

/** Start, pause, resume, cancel, undo. A change and the job that follows from it are one transaction. */
export function runRoutes(app: Hono, host: ServerHost): void {
  const route = (
    action: ImportAction,
    act: (found: StoredImport, tx: SqlQuery) => Promise<ImportJob['kind'] | null>,
  ): void => {
    app.post(`/:id/${action}`, async (c: Context) => {
      const { key } = await admitTo(host, c, action);
      await readObject(c.req.raw, host.limits.maxJsonBytes);
      const queue = await host.queue();
      await host.database.client.transaction(async (tx) => {
        const kind = await act(await locked(tx, key), tx);
        if (kind !== null) await queue.send(tx, { kind, tenant: key.tenant, importId: key.id });
      });
      return c.json(await shownAgain(host, { key }), 202);
    });
  };

  route('start', async (found, tx) => {
    if (!RESTING_STATUSES.includes(found.shown.status)) throw busy();
    const run = await nextRun(host, found, tx);
    const change = {
      status: 'queued' as const,
      run,
      claim: null,
      progress: null,
      error: null,
      finishedAt: null,
      startedAt: new Date().toISOString(),
    };
    await move(tx, found, RESTING_STATUSES, change);
    return 'import';
  });

  route('pause', async (found, tx) => {
    // What waits has not begun; what runs ends after the batches in flight.
    if (await moved(tx, found, ['queued'], { status: 'paused' })) return null;
    await move(tx, found, ['running'], { status: 'pausing' });
    return null;
  });

  route('resume', async (found, tx) => {
    await move(tx, found, ['paused', 'pausing'], { status: 'queued' });
    return 'import';
  });

  route('cancel', async (found, tx) => {
    await move(tx, found, ['queued', 'running', 'pausing', 'paused'], { status: 'cancelling' });
    return 'import';
  });

  route('undo', async (found, tx) => {
    await move(tx, found, ['completed', 'cancelled', 'failed'], { status: 'undoing' });
    return 'undo';
  });
}

/** The import as it is now; who else would change it waits until the transaction is through. */
async function locked(tx: SqlQuery, key: ImportKey): Promise<StoredImport> {
  await tx.query(`SELECT id FROM importera.imports WHERE tenant = $1 AND id = $2 FOR UPDATE`, [
    key.tenant,
    key.id,
  ]);
  const found = await findImport(tx, key);
  if (found === null) throw notFound('There is no such import.');
  return found;
}

/**
 * The number of the run that a start begins. One that ended half way under the same recipe is gone on with, so that what was
 * on its way is not written twice; otherwise the plan is made anew.
 */
async function nextRun(host: ServerHost, found: StoredImport, tx: SqlQuery): Promise<number> {
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
  if (isSame && shown.status !== 'completed') return found.run;
  const number = found.run + 1;
  await createRun(tx, key, { number, recipe, batchRows: host.batchRows });
  return number;
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
  for (const [key, { required }] of Object.entries(schema?.settings ?? {})) {
    const value = recipe.settings[key];
    const isEmpty = value == null || value === '' || (Array.isArray(value) && value.length === 0);
    if (required !== true || !isEmpty) continue;
    throw new RequestProblem(422, 'setting-missing', `The setting "${key}" has no answer.`, {
      setting: key,
    });
  }
  return recipe;
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
