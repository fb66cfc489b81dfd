import type { Issue } from '../issue/Issue.ts';
import { completeness } from '../mapping/completeness.ts';
import type { Schema, Setting, SettingValue } from '../schema/Schema.ts';
import type { EditingState, ImporterState, Step } from './ImporterState.ts';

/** The steps a person decides in, in order. */
export const EDITING_STEPS = ['table', 'match', 'values', 'settings', 'review'] as const;

/** A step of the wizard as its header shows it. */
export interface StepInfo {
  readonly step: Step;
  readonly status: 'done' | 'current' | 'ahead';
  /** Whether the person may go there now. */
  readonly reachable: boolean;
}

/** The steps this import goes through; `values` only where a choice has unknown values. */
export function stepsOf(state: ImporterState, schema: Schema): readonly StepInfo[] {
  const steps = shownSteps(state);
  const current = steps.indexOf(state.step);
  return steps.map((step, index) => ({
    step,
    status: index < current ? 'done' : index === current ? 'current' : 'ahead',
    reachable: isReachable(state, step, schema),
  }));
}

function shownSteps(state: ImporterState): readonly Step[] {
  if (state.step === 'file' && state.previous !== null) return shownSteps(state.previous);
  if (state.step === 'file') return ['file', 'match', 'settings', 'review', 'result'];
  const shown: Step[] = ['file'];
  if (state.step === 'table' || state.table.doubtful) shown.push('table');
  shown.push('match');
  if (state.step === 'values' || state.unknownValues.length > 0) shown.push('values');
  shown.push('settings', 'review');
  if (state.step === 'import') shown.push('import');
  return [...shown, 'result'];
}

function isReachable(state: ImporterState, step: Step, schema: Schema): boolean {
  if (state.step === step) return true;
  const editing = editingPart(state);
  if (editing === null || step === 'import' || step === 'result') return false;
  if (step === 'file' || step === 'table' || step === 'match') return true;
  if (blockingIssues(editing, schema).length > 0) return false;
  return step !== 'review' || missingSettings(editing, schema).length === 0;
}

/** Whether the person is deciding. */
export function isEditing(state: ImporterState): state is EditingState {
  return state.step !== 'file' && state.step !== 'import' && state.step !== 'result';
}

/** The decisions behind the current step; while the file step is open again, those made before. */
export function editingPart(state: ImporterState): EditingState | null {
  if (state.step === 'file') return state.previous;
  return isEditing(state) ? state : null;
}

/** Keys of the required settings that have no answer yet. */
export function missingSettings(state: EditingState, schema: Schema): readonly string[] {
  const isMissing = ([key, setting]: readonly [string, Setting]): boolean => {
    const value = state.recipe.settings[key];
    return setting.required === true && (value == null || value === '' || isEmptyList(value));
  };
  return Object.entries(schema.settings ?? {})
    .filter(isMissing)
    .map(([key]) => key);
}

function isEmptyList(value: SettingValue): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** What keeps the person on the match step. */
export function blockingIssues({ recipe }: EditingState, schema: Schema): readonly Issue[] {
  const { issues } = completeness(recipe.columns, schema, recipe.defaults);
  return issues.filter(({ severity }) => severity === 'error');
}

/** The step that *next* leads to; steps that need no decision are passed over. */
export function nextStep(state: EditingState): EditingState['step'] {
  const order = EDITING_STEPS.slice(EDITING_STEPS.indexOf(state.step) + 1);
  return order.find((step) => step !== 'values' || state.unknownValues.length > 0) ?? 'review';
}

/** The step that *back* leads to. */
export function previousStep(state: EditingState): EditingState['step'] | 'file' {
  const order = EDITING_STEPS.slice(0, EDITING_STEPS.indexOf(state.step)).toReversed();
  const fits = (step: EditingState['step']): boolean =>
    (step !== 'values' || state.unknownValues.length > 0) &&
    (step !== 'table' || state.table.doubtful);
  return order.find(fits) ?? 'file';
}
