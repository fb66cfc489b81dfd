import type { Report } from '../report/Report.ts';
import type { Importer } from './Importer.ts';
import { kindAtHand } from './kindAtHand.ts';
import type { FollowOptions, RunStatus } from './Session.ts';
import { mappingKey } from './mappingKey.ts';
import type { WorkLanes } from './workLanes.ts';

/** Follows an import that was started elsewhere to its end. */
export function followRun(importer: Importer, lanes: WorkLanes): Promise<void> {
  const { session } = importer;
  return lanes.run('commit', async (signal) => {
    const report = await session.follow?.(runListeners(importer, signal));
    if (report !== undefined && !signal.aborted) await endRun(importer, report);
  });
}

/** Takes over how a run goes, for as long as it is the one that is shown. */
export function runListeners(importer: Importer, signal: AbortSignal): Required<FollowOptions> {
  return {
    signal,
    onProgress: (progress) => {
      if (!signal.aborted) importer.dispatch({ type: 'import-progress', progress });
    },
    onStatus: (status) => {
      if (!signal.aborted) tellStatus(importer, status);
    },
  };
}

/** What somebody else did to a run: paused it, let it go on, cancelled it. */
function tellStatus({ getState, dispatch }: Importer, status: RunStatus): void {
  const state = getState();
  if (state.step !== 'import' || state.status === status) return;
  const types = {
    running: 'import-resumed',
    paused: 'import-paused',
    cancelling: 'import-cancelling',
  } as const;
  dispatch({ type: types[status] });
}

/** Shows what became of a run, and remembers its mapping for the next file with the same headers. */
export async function endRun(importer: Importer, report: Report): Promise<void> {
  const { schema, wholeSchema, store, dispatch, getState } = importer;
  dispatch({ type: 'import-finished', report });
  if (report.error !== null) dispatch({ type: 'failed', error: report.error });
  const state = getState();
  if (state.step === 'file') return;
  const key = mappingKey(state.table.signature, kindAtHand(state, wholeSchema));
  await store?.remember(schema.id, key, state.recipe);
}
