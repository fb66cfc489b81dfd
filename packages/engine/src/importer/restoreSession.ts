import { createMapping } from '../mapping/createMapping.ts';
import type { ColumnSuggestion } from '../mapping/Mapping.ts';
import { followRun } from './followRun.ts';
import type { Importer } from './Importer.ts';
import type { EditingState } from './ImporterState.ts';
import { createRecipe } from './Recipe.ts';
import type { Recipe } from './Recipe.ts';
import type { ImportSession, RestoredImport } from './Session.ts';
import { EDITING_STEPS, isEditing } from './steps.ts';
import type { WorkLanes } from './workLanes.ts';

export interface RestoreCall {
  readonly importer: Importer;
  readonly lanes: WorkLanes;
  readonly importId: string;
  readonly restore: NonNullable<ImportSession['restore']>;
  /** Reads the rest of the file once the import is shown. */
  readonly profile: () => void;
}

/**
 * Picks up an import that its session keeps: a draft at its step, one that runs with its progress, one that ended at its
 * result.
 */
export async function restoreSession(call: RestoreCall): Promise<void> {
  const { importer, lanes, importId } = call;
  const { dispatch, getState, actions } = importer;
  lanes.abortAll();
  dispatch({ type: 'reset', importId });
  dispatch({ type: 'file-chosen', fileName: '' });
  let step: string = 'file';
  await lanes.run('open', async (signal) => {
    const restored = await call.restore(importId, signal);
    const suggestions = await importer.session.suggest(restored.recipe?.kind);
    if (signal.aborted) return;
    ({ step } = restored);
    showRestored(importer, importId, { restored, suggestions });
    if (!restored.table.complete) call.profile();
  });
  const state = getState();
  if (state.step === 'import') void followRun(importer, lanes);
  // A plan is derived: the review is entered by making it anew.
  if (isEditing(state) && step === 'review') await actions.goTo('review');
}

function showRestored(
  { schema, dispatch }: Importer,
  importId: string,
  {
    restored,
    suggestions,
  }: {
    readonly restored: RestoredImport;
    readonly suggestions: readonly ColumnSuggestion[];
  },
): void {
  const { table, run, result } = restored;
  const fresh = (): Recipe =>
    createRecipe(schema, createMapping(table.columns, suggestions, schema).columns);
  const step = restored.recipe === null ? null : draftStep(restored.step);
  dispatch({
    type: 'file-opened',
    table,
    suggestions,
    recipe: restored.recipe ?? fresh(),
    remembered: false,
    importId,
    run,
    result,
    ...(step !== null && { step }),
  });
}

/** Where a draft is taken up; null where nothing was decided yet. */
function draftStep(step: string): EditingState['step'] | null {
  const known = EDITING_STEPS.find((editing) => editing === step);
  return known === 'review' ? 'settings' : (known ?? null);
}
