import type { Importer, ImporterActions } from './Importer.ts';
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
  const { schema, session, dispatch, getState } = importer;

  const goTo: ImporterActions['goTo'] = async (step) => {
    const state = editingPart(getState());
    if (state === null) return;
    const isAfterMatch = step === 'values' || step === 'settings' || step === 'review';
    if (isAfterMatch && blockingIssues(state, schema).length > 0) return;
    if (step === 'review' && missingSettings(state, schema).length > 0) return;
    dispatch({ type: 'step-entered', step });
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
      if (before.step === 'file' && before.previous !== null) return goTo(before.previous.step);
      if (before.step === 'match') await findUnknownValues();
      const state = getState();
      if (isEditing(state) && state.step === before.step) await goTo(nextStep(state));
    },
    async back() {
      const state = getState();
      if (isEditing(state)) await goTo(previousStep(state));
    },
  };
}
