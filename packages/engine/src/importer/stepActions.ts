import type { Importer, ImporterActions } from './Importer.ts';
import { matchParts } from './matchParts.ts';
import { makePlan } from './makePlan.ts';
import {
  blockingIssues,
  editingPart,
  isEditing,
  missingSettings,
  nextStep,
  previousStep,
} from './steps.ts';
import type { WorkLanes } from './workLanes.ts';

/** Calls that go from step to step. */
export function stepActions(
  importer: Importer,
  lanes: WorkLanes,
): Pick<ImporterActions, 'goTo' | 'next' | 'back'> {
  const { session, dispatch, getState } = importer;

  const goTo: ImporterActions['goTo'] = async (step, part) => {
    const { schema } = importer;
    const state = editingPart(getState());
    if (state === null) return;
    const isAfterMatch = step === 'values' || step === 'settings' || step === 'review';
    if (isAfterMatch && blockingIssues(state, schema).length > 0) return;
    if (step === 'review' && missingSettings(state, schema).length > 0) return;
    const last = matchParts(schema).length - 1;
    const matchPart = Math.min(part ?? 0, last);
    dispatch({ type: 'step-entered', step, ...(step === 'match' && last > 0 && { matchPart }) });
    if (step === 'review') await makePlan(importer, lanes);
  };

  /** Whether the values step is needed is known only once the columns are dealt with. */
  const findUnknownValues = (): Promise<void> =>
    lanes.run('values', async (signal) => {
      const state = getState();
      if (!isEditing(state)) return;
      const unknownValues = await session.unknownValues(state.recipe);
      if (!signal.aborted) dispatch({ type: 'values-found', unknownValues });
    });

  return {
    goTo,
    async next() {
      const before = getState();
      if (before.step === 'file' && before.previous !== null)
        return goTo(before.previous.step, before.previous.matchPart);
      const part = before.step === 'match' ? (before.matchPart ?? 0) : 0;
      if (before.step === 'match' && part < matchParts(importer.schema).length - 1)
        return goTo('match', part + 1);
      if (before.step === 'match') await findUnknownValues();
      const state = getState();
      if (isEditing(state) && state.step === before.step) await goTo(nextStep(state));
    },
    async back() {
      const state = getState();
      if (!isEditing(state)) return;
      const part = state.step === 'match' ? (state.matchPart ?? 0) : 0;
      if (part > 0) return goTo('match', part - 1);
      const step = previousStep(state);
      await goTo(step, step === 'match' ? matchParts(importer.schema).length - 1 : 0);
    },
  };
}
