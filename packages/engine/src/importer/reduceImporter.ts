import type { CellEdit } from '../mapping/Mapping.ts';
import { editRecipe } from './editRecipe.ts';
import type {
  EditingState,
  FileState,
  ImporterEvent,
  ImporterState,
  OpenBase,
  ResultState,
  RunningState,
} from './ImporterState.ts';
import type { Recipe } from './Recipe.ts';

/** How many earlier recipes can be gone back to. */
const UNDO_DEPTH = 100;

/** An importer without a file. */
export function initialState(importId: string): FileState {
  return {
    step: 'file',
    status: 'idle',
    importId,
    fileName: null,
    previous: null,
    kind: null,
    answers: {},
    error: null,
  };
}

/**
 * The next state: pure, total, and the only place a state changes. An event that makes no sense in
 * a state leaves it as it is (the same object), so a late answer can do no harm.
 */
export function reduceImporter(state: ImporterState, event: ImporterEvent): ImporterState {
  if (event.type === 'reset') return initialState(event.importId);
  if (event.type === 'error-dismissed')
    return state.error === null ? state : { ...state, error: null };
  switch (state.step) {
    case 'file':
      return reduceFile(state, event);
    case 'import':
      return reduceRunning(state, event);
    case 'result':
      return reduceResult(state, event);
    default:
      return reduceEditing(state, event);
  }
}

function reduceFile(state: FileState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case 'file-chosen':
      return { ...state, status: 'opening', fileName: event.fileName, error: null };
    case 'failed':
      return { ...state, status: 'idle', error: event.error };
    case 'step-entered':
      return returnToFile(state, event);
    case 'kind-chosen':
    case 'setting-changed':
      return state.previous === null ? answerAhead(state, event) : answerAgain(state, event);
    case 'file-opened':
      return openedState(state, event);
    default:
      return state;
  }
}

type FileOpened = Extract<ImporterEvent, { readonly type: 'file-opened' }>;

/** The import a file begins, or one that is taken up where it was. */
function openedState(state: FileState, event: FileOpened): ImporterState {
  const open: OpenBase = {
    importId: event.importId ?? state.importId,
    error: null,
    table: event.table,
    profiled: event.table.complete ? 1 : 0,
    suggestions: event.suggestions,
    recipe: event.recipe,
    past: [],
    future: [],
    unknownValues: [],
    plan: { status: 'none' },
    remembered: event.remembered,
  };
  if (event.run) return { ...open, step: 'import', ...event.run, reports: [] };
  if (event.result) return endedState(open, event.result);
  const step = event.step ?? (event.table.doubtful ? 'table' : 'match');
  return { ...open, step, reading: false };
}

function endedState(
  open: OpenBase,
  { report, correctedFrom, undo }: NonNullable<FileOpened['result']>,
): ResultState {
  return {
    ...open,
    step: 'result',
    report,
    reports: [report],
    correctedFrom,
    undo: undo === null ? { status: 'none' } : { status: 'undone', report: undo },
  };
}

/** Back to the file step, with everything decided so far kept for the way forward. */
function leaveForFile(state: EditingState): FileState {
  return { ...initialState(state.importId), fileName: state.table.fileName, previous: state };
}

function returnToFile(
  state: FileState,
  { step, matchPart }: Extract<ImporterEvent, { readonly type: 'step-entered' }>,
): ImporterState {
  if (state.previous === null || step === 'file' || state.status === 'opening') return state;
  return { ...state.previous, step, error: null, ...(matchPart !== undefined && { matchPart }) };
}

type Answer = Extract<ImporterEvent, { readonly type: 'kind-chosen' | 'setting-changed' }>;

/** What is asked before the file waits for the recipe that the file begins. */
function answerAhead(state: FileState, event: Answer): FileState {
  return event.type === 'kind-chosen'
    ? { ...state, kind: event.kind }
    : { ...state, answers: { ...state.answers, [event.key]: event.value } };
}

function answerAgain(state: FileState, event: Answer): FileState {
  const previous = state.previous === null ? null : reduceEditing(state.previous, event);
  return previous === null || !isDeciding(previous) ? state : { ...state, previous };
}

function isDeciding(state: ImporterState): state is EditingState {
  return state.step !== 'file' && state.step !== 'import' && state.step !== 'result';
}

function reduceEditing(state: EditingState, event: ImporterEvent): ImporterState {
  const open = reduceOpen(state, event);
  if (open !== state) return open;
  switch (event.type) {
    case 'file-chosen':
      return { ...leaveForFile(state), status: 'opening', fileName: event.fileName };
    case 'failed':
      return { ...state, reading: false, error: event.error, plan: settledPlan(state) };
    case 'read-changed':
      return { ...state, reading: true, error: null };
    case 'table-read':
      return {
        ...withRecipe(state, event.recipe),
        reading: false,
        table: event.table,
        profiled: event.table.complete ? 1 : 0,
        suggestions: event.suggestions,
        unknownValues: [],
      };
    case 'step-entered':
      return event.step === 'file'
        ? leaveForFile(state)
        : {
            ...state,
            step: event.step,
            error: null,
            ...(event.matchPart !== undefined && { matchPart: event.matchPart }),
          };
    case 'import-started':
      return state.step === 'review' && state.plan.status === 'ready' ? startRun(state) : state;
    default:
      return state;
  }
}

function reduceRunning(state: RunningState, event: ImporterEvent): ImporterState {
  switch (event.type) {
    case 'import-progress':
      return { ...state, progress: event.progress };
    case 'import-paused':
      return state.status === 'running' ? { ...state, status: 'paused' } : state;
    case 'import-resumed':
      return state.status === 'paused' ? { ...state, status: 'running' } : state;
    case 'import-cancelling':
      return { ...state, status: 'cancelling' };
    case 'import-finished':
      return finishRun(state, event.report);
    case 'profile-progress':
      return { ...state, profiled: event.share };
    case 'profile-done':
      return { ...state, profiled: 1, table: event.table, suggestions: event.suggestions };
    case 'failed': {
      const { status: _status, progress: _progress, ...open } = state;
      return { ...open, step: 'review', reading: false, error: event.error };
    }
    default:
      return state;
  }
}

function reduceResult(state: ResultState, event: ImporterEvent): ImporterState {
  const open = reduceOpen(state, event);
  if (open !== state) return open;
  switch (event.type) {
    case 'import-started':
      return state.plan.status === 'ready' && state.undo.status === 'none'
        ? startRun(state)
        : state;
    case 'import-undoing':
      return { ...state, error: null, plan: settledPlan(state), undo: { status: 'undoing' } };
    case 'import-undone':
      return { ...state, error: null, undo: { status: 'undone', report: event.undo } };
    case 'failed':
      return {
        ...state,
        error: event.error,
        plan: settledPlan(state),
        // Something else may fail while it is taken back.
        undo: event.of === 'undo' ? { status: 'none' } : state.undo,
      };
    default:
      return state;
  }
}

/** What means the same wherever a file is open. */
function reduceOpen<S extends EditingState | ResultState>(state: S, event: ImporterEvent): S {
  switch (event.type) {
    case 'profile-progress':
      return { ...state, profiled: event.share };
    case 'profile-done':
      return { ...state, profiled: 1, table: event.table, suggestions: event.suggestions };
    case 'kind-chosen': {
      const suggestions = event.suggestions ?? state.suggestions;
      return {
        ...withRecipe(state, editRecipe(state.recipe, event)),
        suggestions,
        unknownValues: [],
      };
    }
    case 'values-found':
      return { ...state, unknownValues: event.unknownValues };
    case 'corrections-read':
      return takeCorrections(state, event);
    case 'plan-progress':
      return { ...state, plan: { status: 'planning', ...counts(event) } };
    case 'plan-ready':
      return {
        ...state,
        error: null,
        plan: { status: 'ready', summary: event.summary, revision: event.revision },
      };
    case 'undone':
      return stepBack(state);
    case 'redone':
      return stepForward(state);
    default:
      return withRecipe(state, editRecipe(state.recipe, event));
  }
}

/** Only what the file says anew: an error file has the corrections that were made before it. */
function takeCorrections<S extends OpenBase>(
  state: S,
  event: Extract<ImporterEvent, { readonly type: 'corrections-read' }>,
): S {
  const keyOf = ({ row, column, value }: CellEdit): string => JSON.stringify([row, column, value]);
  const known = new Set(state.recipe.edits.map(keyOf));
  const isNew = (edit: CellEdit): boolean => !known.has(keyOf(edit));
  const edits = event.edits.filter(isNew);
  const refused = [...new Set(event.refused.filter(isNew).map(({ row }) => row))];
  const corrected = { cells: edits.length, refused };
  const recipe = editRecipe(state.recipe, { type: 'cells-edited', edits });
  return { ...(edits.length > 0 ? withRecipe(state, recipe) : state), corrected };
}

function counts(event: { readonly rowsDone: number; readonly rowsTotal: number | null }) {
  return { rowsDone: event.rowsDone, rowsTotal: event.rowsTotal };
}

/** A plan that failed is no longer being made. */
function settledPlan(state: OpenBase): OpenBase['plan'] {
  return state.plan.status === 'planning' ? { status: 'none' } : state.plan;
}

function withRecipe<S extends OpenBase>(state: S, recipe: Recipe): S {
  if (recipe === state.recipe) return state;
  return {
    ...state,
    recipe,
    past: [...state.past.slice(-UNDO_DEPTH + 1), state.recipe],
    future: [],
    plan: { status: 'none' },
  };
}

function stepBack<S extends OpenBase>(state: S): S {
  const recipe = state.past.at(-1);
  if (recipe === undefined) return state;
  const future = [state.recipe, ...state.future];
  return { ...state, recipe, past: state.past.slice(0, -1), future, plan: { status: 'none' } };
}

function stepForward<S extends OpenBase>(state: S): S {
  const [recipe, ...future] = state.future;
  if (recipe === undefined) return state;
  return {
    ...state,
    recipe,
    past: [...state.past, state.recipe],
    future,
    plan: { status: 'none' },
  };
}

function startRun(state: EditingState | ResultState): RunningState {
  const rowsTotal = state.plan.status === 'ready' ? state.plan.summary.rows : 0;
  return {
    ...openPart(state),
    step: 'import',
    status: 'running',
    reports: state.step === 'result' ? state.reports : [],
    progress: { rowsDone: 0, rowsTotal, written: 0, rejected: 0, rate: 0 },
  };
}

function finishRun(state: RunningState, report: ResultState['report']): ResultState {
  return {
    ...openPart(state),
    step: 'result',
    report,
    reports: [...state.reports, report],
    correctedFrom: state.recipe.edits,
    undo: { status: 'none' },
  };
}

function openPart(state: OpenBase): OpenBase {
  return {
    importId: state.importId,
    error: null,
    table: state.table,
    profiled: state.profiled,
    suggestions: state.suggestions,
    recipe: state.recipe,
    past: state.past,
    future: state.future,
    unknownValues: state.unknownValues,
    plan: state.plan,
    remembered: state.remembered,
    ...(state.corrected && { corrected: state.corrected }),
  };
}
