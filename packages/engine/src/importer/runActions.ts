import { endRun, runListeners } from './followRun.ts';
import type { Importer, ImporterActions } from './Importer.ts';
import { makePlan } from './makePlan.ts';
import { nameOf } from './openActions.ts';
import { refusalsOf } from './refusalsOf.ts';
import type { WorkLanes } from './workLanes.ts';

/** Calls that plan, write, and correct what was not written. */
export function runActions(
  importer: Importer,
  lanes: WorkLanes,
): Pick<ImporterActions, 'openCorrections' | 'replan' | 'start' | 'pause' | 'resume' | 'cancel'> {
  const { session, dispatch } = importer;
  return {
    openCorrections: (input, name) =>
      lanes.run('corrections', async (signal) => {
        const corrections = await session.corrections(input, name ?? nameOf(input));
        if (signal.aborted) return;
        dispatch({ type: 'corrections-read', ...corrections });
        await makePlan(importer, lanes);
      }),
    replan: () => makePlan(importer, lanes),
    start: () => start(importer, lanes),
    pause() {
      session.pause();
      dispatch({ type: 'import-paused' });
    },
    resume() {
      session.resume();
      dispatch({ type: 'import-resumed' });
    },
    cancel() {
      dispatch({ type: 'import-cancelling' });
      session.cancel();
    },
  };
}

async function start(importer: Importer, lanes: WorkLanes): Promise<void> {
  const { session, permissions, dispatch, getState } = importer;
  const before = getState();
  // A second press while it runs must not send the rows again.
  if (before.step === 'import') return;
  const [refused] = before.step === 'file' ? [] : refusalsOf(permissions, before.recipe);
  if (refused !== undefined) {
    const { reason: message } = refused;
    dispatch({ type: 'failed', error: { code: 'not-permitted', message, params: {} } });
    return;
  }
  dispatch({ type: 'import-started' });
  const state = getState();
  if (state.step !== 'import') return;
  await lanes.run('commit', async (signal) => {
    const report = await session.commit({
      importId: state.importId,
      ...runListeners(importer, signal),
    });
    if (!signal.aborted) await endRun(importer, report);
  });
}
