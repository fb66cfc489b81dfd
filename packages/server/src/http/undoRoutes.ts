import type { Hono } from 'hono';
import { findRun } from '../store/runs.ts';
import { undoTargets } from '../work/undoTargets.ts';
import { admitTo, notFound } from './admit.ts';
import { permitRun } from './permissions.ts';
import { RequestProblem } from './problem.ts';
import type { ServerHost } from './ServerHost.ts';

/** What an import that ended would give back, and what it was started with. */
export function undoRoutes(app: Hono, host: ServerHost): void {
  app.get('/:id/undo', async (c) => {
    const found = await admitTo(host, c, 'undo');
    await permitRun(host, c.req.raw, { found, action: 'undo' });
    const { adapter, context } = await undoTargets(host, found);
    if (adapter.undo === undefined) {
      throw new RequestProblem(409, 'undo-missing', 'Imports can not be undone here.');
    }
    const report = await adapter.undoPreview?.(found.key.id, {
      ...context,
      signal: c.req.raw.signal,
    });
    return c.json(report ?? null);
  });

  app.get('/:id/run', async (c) => {
    const { key, run } = await admitTo(host, c, 'read');
    const found = run === 0 ? null : await findRun(host.database.client, key, run);
    if (found === null) throw notFound('This import was not started yet: POST …/start does.');
    return c.json({ recipe: found.recipe, number: found.number });
  });
}
