import type { Importer } from './Importer.ts';
import type { WorkLanes } from './workLanes.ts';

/** Numbers the plans of an importer, so that views know when to ask for rows anew. */
const revisions = new WeakMap<Importer, number>();

/** Plans under the recipe as it is now; a newer call supersedes this one. */
export function makePlan(importer: Importer, lanes: WorkLanes): Promise<void> {
  const { session, dispatch, getState } = importer;
  const state = getState();
  if (state.step === 'file' || state.step === 'import') return Promise.resolve();
  const { recipe, table } = state;
  dispatch({ type: 'plan-progress', rowsDone: 0, rowsTotal: table.rowCount });
  return lanes.run('plan', async (signal) => {
    const onProgress: Parameters<typeof session.plan>[1] = (progress) => {
      if (!signal.aborted) dispatch({ type: 'plan-progress', ...progress });
    };
    const summary = await session.plan(recipe, onProgress, signal);
    if (signal.aborted) return;
    const revision = (revisions.get(importer) ?? 0) + 1;
    revisions.set(importer, revision);
    dispatch({ type: 'plan-ready', summary, revision });
  });
}
