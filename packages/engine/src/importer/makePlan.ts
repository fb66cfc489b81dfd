import type { Importer } from './Importer.ts';
import type { OpenBase } from './ImporterState.ts';
import type { WorkLanes } from './workLanes.ts';

/** Numbers the plans of an importer, so that views know when to ask for rows anew. */
const revisions = new WeakMap<Importer, number>();

/**
 * Plans under the recipe as it is now; a newer call supersedes this one. A plan belongs to the recipe it is made of: where that is
 * changed meanwhile, and the person is still there, one is made of what was decided instead.
 */
export async function makePlan(importer: Importer, lanes: WorkLanes): Promise<void> {
  const { step } = importer.getState();
  while (importer.getState().step === step) {
    if ((await planOnce(importer, lanes)) === 'done') return;
  }
}

/** One plan, made or given up when it is overtaken by another decision. */
async function planOnce(importer: Importer, lanes: WorkLanes): Promise<'done' | 'overtaken'> {
  const { session, dispatch } = importer;
  const state = plannable(importer);
  if (state === null) return 'done';
  const { recipe, table } = state;
  dispatch({ type: 'plan-progress', rowsDone: 0, rowsTotal: table.rowCount });
  let stop = (): void => {};
  const overtaken = new Promise<'overtaken'>((resolve) => {
    stop = importer.subscribe(() => {
      if (plannable(importer)?.recipe === recipe) return;
      stop();
      lanes.abort('plan');
      resolve('overtaken');
    });
  });
  const made = lanes.run('plan', async (signal) => {
    // Another call takes over, and sees for itself what is decided.
    signal.addEventListener('abort', stop);
    const onProgress: Parameters<typeof session.plan>[1] = (progress) => {
      if (!signal.aborted) dispatch({ type: 'plan-progress', ...progress });
    };
    const summary = await session.plan(recipe, onProgress, signal);
    if (signal.aborted) return;
    const revision = (revisions.get(importer) ?? 0) + 1;
    revisions.set(importer, revision);
    dispatch({ type: 'plan-ready', summary, revision });
  });
  // A session may be slow to stop: nobody waits for what is not wanted.
  return await Promise.race([overtaken, made.then(() => 'done' as const)]).finally(stop);
}

/** What is open, where a plan of it is of use: not while it is written or taken back. */
function plannable({ getState }: Importer): OpenBase | null {
  const state = getState();
  if (state.step === 'file' || state.step === 'import') return null;
  return state.step === 'result' && state.undo.status !== 'none' ? null : state;
}
