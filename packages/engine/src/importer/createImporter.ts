import { createMapping } from '../mapping/createMapping.ts';
import { applyRememberedMapping } from '../mapping/rememberedMapping.ts';
import type { ColumnMapping, ColumnSuggestion } from '../mapping/Mapping.ts';
import { ImportError } from '../issue/ImportError.ts';
import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import type { Schema } from '../schema/Schema.ts';
import type { ReadOptions, SourceInput } from '../source/Source.ts';
import { createSession } from './createSession.ts';
import { keepDraft } from './keepDraft.ts';
import type { EditingState, ErrorInfo, ImporterEvent, ImporterState } from './ImporterState.ts';
import type { ImportStore } from './ImportStore.ts';
import { createRecipe } from './Recipe.ts';
import type { Recipe } from './Recipe.ts';
import { initialState, reduceImporter } from './reduceImporter.ts';
import type { ImportSession, RowPage, RowQuery, TableInfo } from './Session.ts';
import { blockingIssues, missingSettings, nextStep, previousStep } from './steps.ts';

/** What a host gives to an importer: a schema, and an adapter or a session that has one. */
export interface ImporterOptions {
  readonly schema: Schema;
  /** Where records are looked up and written. Needed unless `session` is given. */
  readonly adapter?: PersistenceAdapter;
  /** Where the work is done; default: in this thread. `connectWorker` gives one in a worker. */
  readonly session?: ImportSession;
  /** Keeps drafts, history and remembered mappings. */
  readonly store?: ImportStore;
  /** Names the import; default a random UUID. */
  readonly importId?: string;
  /** Who imports, as the host names people; shown in the history. */
  readonly user?: string;
  /** The host's last word on every change: return `state` to veto, or a changed `next`. */
  readonly stateReducer?: (
    state: ImporterState,
    next: ImporterState,
    event: ImporterEvent,
  ) => ImporterState;
}

export type ImporterListener = (state: ImporterState, event: ImporterEvent) => void;

/** Everything a person can do, as calls. None throws: what fails becomes `state.error`. */
export interface ImporterActions {
  /** Opens a file, pasted text or rows; a name is needed where the input has none. */
  openFile(input: SourceInput, name?: string): Promise<void>;
  /** Reads the opened file with other options, keeping what was decided about its columns. */
  setRead(read: ReadOptions): Promise<void>;
  goTo(step: EditingState['step'] | 'file'): Promise<void>;
  next(): Promise<void>;
  back(): Promise<void>;
  /** Takes over what a corrected error file changes, and makes the plan anew. */
  openCorrections(input: SourceInput, name?: string): Promise<void>;
  /** Makes the plan anew, after corrections. */
  replan(): Promise<void>;
  /** Writes the plan; from the result, only rows not yet written. */
  start(): Promise<void>;
  pause(): void;
  resume(): void;
  cancel(): void;
  /** A new import. */
  reset(): void;
  /** Picks up a draft of the store at its step. */
  restore(importId: string): Promise<void>;
}

/** A headless importer: one import from file to report, as state that can be shown by anything. */
export interface Importer {
  readonly schema: Schema;
  readonly session: ImportSession;
  readonly store: ImportStore | null;
  getState(): ImporterState;
  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: ImporterListener): () => void;
  dispatch(event: ImporterEvent): void;
  readonly actions: ImporterActions;
  /** Rows of the plan or the result. */
  rows(query: RowQuery): Promise<RowPage>;
  dispose(): void;
}

/**
 * Makes an importer. Reading, planning and writing go through its session; the state holds only what
 * was found and decided.
 * @throws {ImportError} `option-invalid` when neither adapter nor session is given.
 * @example
 * const importer = createImporter({ schema: crm, adapter: memoryAdapter(crm) });
 * await importer.actions.openFile(file);
 */
export function createImporter(options: ImporterOptions): Importer {
  const { schema } = options;
  const session = options.session ?? localSession(options);
  const store = options.store ?? null;
  const listeners = new Set<ImporterListener>();
  let state: ImporterState = initialState(options.importId ?? crypto.randomUUID());
  const importer: Importer = {
    schema,
    session,
    store,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(event) {
      const next = reduceImporter(state, event);
      const decided = options.stateReducer?.(state, next, event) ?? next;
      if (decided === state) return;
      state = decided;
      for (const listener of listeners) listener(state, event);
    },
    actions: {} as ImporterActions,
    rows: (query) => session.rows(query),
    dispose() {
      listeners.clear();
      stopDraft();
      session.dispose();
    },
  };
  const stopDraft = store === null ? () => {} : keepDraft(importer, store, options.user ?? null);
  return Object.assign(importer, { actions: createActions(importer) });
}

function localSession({ schema, adapter }: ImporterOptions): ImportSession {
  if (adapter === undefined) {
    throw new ImportError(
      'option-invalid',
      'createImporter needs an adapter (where records go) or a session that has one. Pass `adapter` or `session`.',
    );
  }
  return createSession({ schema, adapter });
}

function createActions(importer: Importer): ImporterActions {
  const { schema, session, dispatch, getState } = importer;
  /** Work that a newer call of the same kind makes void. */
  const running = new Map<string, AbortController>();
  let revision = 0;

  /** Runs `work`, superseding earlier work of the lane; what fails becomes `state.error`. */
  async function inLane(lane: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running.get(lane)?.abort();
    const controller = new AbortController();
    running.set(lane, controller);
    try {
      await work(controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) dispatch({ type: 'failed', error: errorInfo(error) });
    }
  }

  function openFile(
    input: SourceInput,
    name?: string,
    draft?: { readonly recipe: Recipe; readonly step: EditingState['step'] },
  ): Promise<void> {
    const fileName = name ?? nameOf(input);
    dispatch({ type: 'file-chosen', fileName });
    running.get('profile')?.abort();
    return inLane('open', async (signal) => {
      const table = await session.open(input, fileName, draft?.recipe.read ?? {}, signal);
      const suggestions = await session.suggest();
      const made = draft
        ? { recipe: draft.recipe, remembered: false }
        : await recipeFor(importer, table, suggestions);
      if (signal.aborted) return;
      dispatch({
        type: 'file-opened',
        table,
        suggestions,
        ...made,
        ...(draft && { step: draft.step }),
      });
      void profile();
      if (draft === undefined) await saveFile(importer, input, fileName);
    });
  }

  const profile = (): Promise<void> =>
    inLane('profile', async (signal) => {
      const table = await session.profile(({ bytesRead, bytesTotal }) => {
        const share = bytesTotal === 0 ? 0 : bytesRead / bytesTotal;
        if (!signal.aborted) dispatch({ type: 'profile-progress', share });
      }, signal);
      const suggestions = await session.suggest();
      if (!signal.aborted) dispatch({ type: 'profile-done', table, suggestions });
    });

  function setRead(read: ReadOptions): Promise<void> {
    const state = getState();
    if (!isEditing(state)) return Promise.resolve();
    running.get('profile')?.abort();
    dispatch({ type: 'read-changed', read });
    return inLane('open', async (signal) => {
      const table = await session.reread(read, signal);
      const suggestions = await session.suggest();
      if (signal.aborted) return;
      const columns = keepDecisions(state.recipe.columns, table, suggestions, schema);
      const recipe = { ...state.recipe, read, columns, edits: [], excluded: [] };
      dispatch({ type: 'table-read', table, suggestions, recipe });
      void profile();
    });
  }

  async function goTo(step: EditingState['step'] | 'file'): Promise<void> {
    const state = decidedPart(getState());
    if (state === null) return;
    if (step === 'settings' || step === 'review' || step === 'values') {
      if (blockingIssues(state, schema).length > 0) return;
    }
    if (step === 'review' && missingSettings(state, schema).length > 0) return;
    dispatch({ type: 'step-entered', step });
    if (step === 'review') await replan();
  }

  /** The values step is only known to be needed once the columns are dealt with. */
  async function findUnknownValues(): Promise<void> {
    const state = getState();
    if (!isEditing(state)) return;
    await inLane('values', async (signal) => {
      const unknownValues = await session.unknownValues(state.recipe);
      if (!signal.aborted) dispatch({ type: 'values-found', unknownValues });
    });
  }

  async function next(): Promise<void> {
    const before = getState();
    if (before.step === 'file' && before.previous !== null) return goTo(before.previous.step);
    if (!isEditing(before)) return;
    if (before.step === 'match') await findUnknownValues();
    const state = getState();
    if (isEditing(state) && state.step === before.step) await goTo(nextStep(state));
  }

  async function back(): Promise<void> {
    const state = getState();
    if (isEditing(state)) await goTo(previousStep(state));
  }

  function replan(): Promise<void> {
    const state = getState();
    if (state.step === 'file' || state.step === 'import') return Promise.resolve();
    dispatch({ type: 'plan-progress', rowsDone: 0, rowsTotal: state.table.rowCount });
    return inLane('plan', async (signal) => {
      const summary = await session.plan(
        state.recipe,
        (progress) => {
          if (!signal.aborted) dispatch({ type: 'plan-progress', ...progress });
        },
        signal,
      );
      revision += 1;
      if (!signal.aborted) dispatch({ type: 'plan-ready', summary, revision });
    });
  }

  function openCorrections(input: SourceInput, name?: string): Promise<void> {
    return inLane('corrections', async (signal) => {
      const edits = await session.corrections(input, name ?? nameOf(input));
      if (signal.aborted) return;
      dispatch({ type: 'cells-edited', edits });
      await replan();
    });
  }

  async function start(): Promise<void> {
    dispatch({ type: 'import-started' });
    const state = getState();
    if (state.step !== 'import') return;
    await inLane('commit', async (signal) => {
      const report = await session.commit({
        importId: state.importId,
        signal,
        onProgress: (progress) => dispatch({ type: 'import-progress', progress }),
      });
      dispatch({ type: 'import-finished', report });
      if (report.error !== null) dispatch({ type: 'failed', error: report.error });
      await importer.store?.remember(schema.id, state.table.signature, state.recipe);
    });
  }

  return {
    openFile,
    setRead,
    goTo,
    next,
    back,
    openCorrections,
    replan,
    start,
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
    reset() {
      for (const controller of running.values()) controller.abort();
      dispatch({ type: 'reset', importId: crypto.randomUUID() });
    },
    restore: (importId) => restoreDraft(importer, importId, openFile),
  };
}

async function restoreDraft(
  importer: Importer,
  importId: string,
  openFile: (
    input: SourceInput,
    name: string,
    draft: { readonly recipe: Recipe; readonly step: EditingState['step'] },
  ) => Promise<void>,
): Promise<void> {
  const { store, dispatch } = importer;
  const [entry, stored] = await Promise.all([store?.load(importId), store?.loadFile(importId)]);
  if (!entry || !stored || entry.recipe === null) {
    const message = 'This draft is no longer stored here. Choose its file again to start over.';
    dispatch({ type: 'failed', error: { code: 'store-failed', message, params: {} } });
    return;
  }
  dispatch({ type: 'reset', importId });
  // A plan is derived: the review is entered by making it anew.
  const step = entry.step as EditingState['step'];
  await openFile(stored.file, stored.name, {
    recipe: entry.recipe,
    step: step === 'review' ? 'settings' : step,
  });
  if (step === 'review') await importer.actions.goTo('review');
}

/** The file is what a draft is made of; rows handed in as an iterable cannot be kept. */
async function saveFile(importer: Importer, input: SourceInput, name: string): Promise<void> {
  if (importer.store === null) return;
  const isBlob = input instanceof Blob;
  if (!isBlob && typeof input !== 'string' && !(input instanceof Uint8Array)) return;
  const file = isBlob ? input : new Blob([input as BlobPart]);
  await importer.store.saveFile(importer.getState().importId, file, name);
}

/** A remembered recipe where this set of headers was imported before, else the suggestions. */
async function recipeFor(
  importer: Importer,
  table: TableInfo,
  suggestions: readonly ColumnSuggestion[],
): Promise<{ readonly recipe: Recipe; readonly remembered: boolean }> {
  const { schema, store } = importer;
  const read: ReadOptions = {};
  const mapping = createMapping(table.columns, suggestions, schema);
  const known = await store?.recall(schema.id, table.signature);
  const fresh = createRecipe(schema, mapping.columns, read);
  if (!known) return { recipe: fresh, remembered: false };
  const columns = applyRememberedMapping(known.columns, table.columns, mapping.columns, schema);
  const { defaults, policy, settings } = known;
  return { recipe: { ...fresh, columns, defaults, policy, settings }, remembered: true };
}

/** Columns that are still there (same place, same header) keep what was decided about them. */
function keepDecisions(
  decided: readonly ColumnMapping[],
  table: TableInfo,
  suggestions: readonly ColumnSuggestion[],
  schema: Schema,
): readonly ColumnMapping[] {
  const fresh = createMapping(table.columns, suggestions, schema).columns;
  return fresh.map((column, index) => {
    const before = decided[index];
    return before !== undefined && before.header === column.header ? before : column;
  });
}

function isEditing(state: ImporterState): state is EditingState {
  return state.step !== 'file' && state.step !== 'import' && state.step !== 'result';
}

/** The decisions behind the current step; while the file step is open again, those made before. */
function decidedPart(state: ImporterState): EditingState | null {
  if (state.step === 'file') return state.previous;
  return isEditing(state) ? state : null;
}

function nameOf(input: SourceInput): string {
  if (typeof input === 'string') return 'pasted.tsv';
  return 'name' in input && typeof input.name === 'string' ? input.name : 'rows';
}

/** An error as data. What is no `ImportError` is unexpected and keeps its message. */
export function errorInfo(error: unknown): ErrorInfo {
  if (error instanceof ImportError) {
    return { code: error.code, message: error.message, params: error.params };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message, params: {} };
}
