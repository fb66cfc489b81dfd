import type { Issue } from '../issue/Issue.ts';
import { completeness } from '../mapping/completeness.ts';
import type { Schema, SettingValue } from '../schema/Schema.ts';
import { settingProblems } from '../schema/settingProblems.ts';
import type { EditingState, ImporterState, Step } from './ImporterState.ts';
import { matchParts } from './matchParts.ts';

/** The steps a person decides in, in order. */
export const EDITING_STEPS = ['table', 'match', 'values', 'settings', 'review'] as const;

/** A step of the wizard as its header shows it. */
export interface StepInfo {
  readonly step: Step;
  /** Which part of the match step, and its entities, where the host splits it. */
  readonly part?: { readonly index: number; readonly entities: readonly string[] };
  readonly status: 'done' | 'current' | 'ahead';
  /** Whether the person may go there now. */
  readonly reachable: boolean;
}

/** The steps this import goes through; `values` only where a choice has unknown values. */
export function stepsOf(state: ImporterState, schema: Schema): readonly StepInfo[] {
  const steps = shownSteps(state).flatMap((step) => partsOf(step, schema));
  const current = steps.findIndex((info) => isAt(state, info));
  const open = openSteps(state, schema);
  return steps.map((info, index) => ({
    ...info,
    status: index < current ? 'done' : index === current ? 'current' : 'ahead',
    reachable: info.step === state.step || open.has(info.step),
  }));
}

type Place = Pick<StepInfo, 'step' | 'part'>;

function partsOf(step: Step, schema: Schema): readonly Place[] {
  const parts = step === 'match' ? matchParts(schema) : [];
  return parts.length < 2
    ? [{ step }]
    : parts.map((entities, index) => ({ step, part: { index, entities } }));
}

function isAt(state: ImporterState, { step, part }: Place): boolean {
  if (state.step !== step) return false;
  return part === undefined || (state.step === 'match' && (state.matchPart ?? 0) === part.index);
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

/** The steps a person may go to. */
function openSteps(state: ImporterState, schema: Schema): ReadonlySet<Step> {
  const editing = editingPart(state);
  if (editing === null) return new Set();
  const open: Step[] = ['file', 'table', 'match'];
  if (blockingIssues(editing, schema).length > 0) return new Set(open);
  open.push('values', 'settings');
  if (missingSettings(editing, schema).length === 0) open.push('review');
  return new Set(open);
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

/** Keys of the settings that have no answer yet but need one, or one they do not take, in the order they are asked. */
export function missingSettings(
  { recipe }: Pick<EditingState, 'recipe'>,
  schema: Schema,
): readonly string[] {
  return settingProblems(schema, recipe.settings).map(({ setting }) => setting);
}

/** Contexts that are to be chosen before the file, and are not. */
export function missingContexts(state: ImporterState, schema: Schema): readonly string[] {
  const answers = answersAtHand(state);
  return settingProblems(schema, answers)
    .map(({ setting }) => setting)
    .filter((key) => schema.settings?.[key]?.type === 'context');
}

/** The answers to settings so far, those given before the file too. */
export function answersAtHand(state: ImporterState): Readonly<Record<string, SettingValue>> {
  if (state.step !== 'file') return state.recipe.settings;
  return state.previous === null ? state.answers : state.previous.recipe.settings;
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
