import { ImportError } from '../issue/ImportError.ts';
import { createMapping } from '../mapping/createMapping.ts';
import type { ColumnMapping, ColumnSuggestion } from '../mapping/Mapping.ts';
import { applyRememberedMapping } from '../mapping/rememberedMapping.ts';
import { allowedPolicy } from '../plan/policyOf.ts';
import type { Schema } from '../schema/Schema.ts';
import { schemaOfKind } from '../schema/schemaOfKind.ts';
import { settingProblems } from '../schema/settingProblems.ts';
import type { ReadOptions, SourceInput } from '../source/Source.ts';
import type { Importer, ImporterActions } from './Importer.ts';
import type { EditingState } from './ImporterState.ts';
import type { ImportEntry, ImportStore } from './ImportStore.ts';
import { createRecipe } from './Recipe.ts';
import type { Recipe } from './Recipe.ts';
import { mappingKey } from './mappingKey.ts';
import { restoreSession } from './restoreSession.ts';
import type { TableInfo } from './Session.ts';
import { kindAtHand } from './kindAtHand.ts';
import { answersAtHand, EDITING_STEPS, editingPart, isEditing } from './steps.ts';
import type { WorkLanes } from './workLanes.ts';

/** A draft's decisions, and where its person was. */
interface Draft {
  readonly recipe: Recipe;
  readonly step: EditingState['step'];
}

/** Calls that open a file, read it otherwise, or pick up a draft. */
export function openActions(
  importer: Importer,
  lanes: WorkLanes,
): Pick<ImporterActions, 'openFile' | 'setRead' | 'restore'> {
  const open: OpenDraft = (input, name, draft) => openFile({ importer, lanes, input, name, draft });
  return {
    openFile: (input, name) => open(input, name ?? nameOf(input), null),
    setRead: (read) => setRead(importer, lanes, read),
    restore: (importId) =>
      importer.session.restore === undefined
        ? restore({ importer, lanes, importId, open })
        : restoreSession({
            importer,
            lanes,
            importId,
            restore: importer.session.restore.bind(importer.session),
            profile: () => void profile(importer, lanes),
          }),
  };
}

type OpenDraft = (input: SourceInput, name: string, draft: Draft | null) => Promise<void>;

interface OpenCall {
  readonly importer: Importer;
  readonly lanes: WorkLanes;
  readonly input: SourceInput;
  readonly name: string;
  readonly draft: Draft | null;
}

function openFile({ importer, lanes, input, name, draft }: OpenCall): Promise<void> {
  const { session, dispatch } = importer;
  const before = ahead(importer);
  dispatch({ type: 'file-chosen', fileName: name });
  lanes.abort('profile');
  return lanes.run('open', async (signal) => {
    const table = await session.open(input, name, draft?.recipe.read ?? {}, signal);
    const suggestions = await session.suggest(draft === null ? before.kind : draft.recipe.kind);
    const decided = draft ?? (await recipeFor(importer, { table, suggestions, before }));
    if (signal.aborted) return;
    const importId = session.importId?.() ?? null;
    const named = importId !== null && { importId };
    dispatch({ type: 'file-opened', remembered: false, ...decided, table, suggestions, ...named });
    void profile(importer, lanes);
    if (draft === null) await saveFile(importer, input, name);
  });
}

/** Reads the whole file while the person looks at its first rows. */
function profile(
  { schema, session, dispatch, getState }: Importer,
  lanes: WorkLanes,
): Promise<void> {
  return lanes.run('profile', async (signal) => {
    const table = await session.profile(({ bytesRead, bytesTotal }) => {
      const share = bytesTotal === 0 ? 0 : bytesRead / bytesTotal;
      if (!signal.aborted) dispatch({ type: 'profile-progress', share });
    }, signal);
    const suggestions = await session.suggest(kindAtHand(getState(), schema));
    if (!signal.aborted) dispatch({ type: 'profile-done', table, suggestions });
  });
}

async function setRead(importer: Importer, lanes: WorkLanes, read: ReadOptions): Promise<void> {
  const { schema, session, dispatch, getState } = importer;
  if (!isEditing(getState())) return;
  lanes.abort('profile');
  dispatch({ type: 'read-changed', read });
  await lanes.run('open', async (signal) => {
    const table = await session.reread(read, signal);
    const state = getState();
    const suggestions = await session.suggest(kindAtHand(state, schema));
    if (signal.aborted || !isEditing(state)) return;
    const fresh = createMapping(table.columns, suggestions, schema).columns;
    const columns = keepDecisions(state.recipe.columns, fresh);
    // Corrections belong to rows and columns as they were read before.
    const recipe = { ...state.recipe, read, columns, edits: [], excluded: [] };
    dispatch({ type: 'table-read', table, suggestions, recipe });
    void profile(importer, lanes);
  });
}

/** Columns that are still there (same place, same header) keep what was decided about them. */
function keepDecisions(
  decided: readonly ColumnMapping[],
  fresh: readonly ColumnMapping[],
): readonly ColumnMapping[] {
  return fresh.map((column, index) => {
    const before = decided[index];
    return before !== undefined && before.header === column.header ? before : column;
  });
}

interface RestoreDraft {
  readonly importer: Importer;
  readonly lanes: WorkLanes;
  readonly importId: string;
  readonly open: OpenDraft;
}

async function restore({ importer, lanes, importId, open }: RestoreDraft): Promise<void> {
  const { store, dispatch, actions } = importer;
  let found = null as StoredDraft | null;
  // In the lane of what opens: the draft that was asked for last is the one that comes.
  await lanes.run('open', async (signal) => {
    const draft = await storedDraft(store, importId);
    if (!signal.aborted) found = draft;
  });
  if (found === null) return;
  const { entry, file, name } = found;
  dispatch({ type: 'reset', importId });
  const step = EDITING_STEPS.find((known) => known === entry.step) ?? 'review';
  // A plan is derived: the review is entered by making it anew.
  const isReview = step === 'review';
  const draft = { recipe: entry.recipe, step: isReview ? ('settings' as const) : step };
  await open(file, name, draft);
  if (isReview && editingPart(importer.getState()) !== null) await actions.goTo('review');
}

interface StoredDraft {
  readonly entry: ImportEntry & { readonly recipe: Recipe };
  readonly file: Blob;
  readonly name: string;
}

/** @throws {ImportError} `store-failed` when the draft, or its file, is gone. */
async function storedDraft(store: ImportStore | null, importId: string): Promise<StoredDraft> {
  const [entry, stored] = await Promise.all([store?.load(importId), store?.loadFile(importId)]);
  if (!entry || !stored || entry.recipe === null) {
    throw new ImportError(
      'store-failed',
      'This draft is no longer stored here. Choose its file again to start over.',
    );
  }
  return { ...stored, entry: { ...entry, recipe: entry.recipe } };
}

/** The file is what a draft is made of; rows handed in as an iterable cannot be kept. */
async function saveFile(importer: Importer, input: SourceInput, name: string): Promise<void> {
  if (importer.store === null) return;
  const isBlob = input instanceof Blob;
  if (!isBlob && typeof input !== 'string' && !(input instanceof Uint8Array)) return;
  const file = isBlob ? input : new Blob([input as BlobPart]);
  await importer.store.saveFile(importer.getState().importId, file, name);
}

/** What was decided before the file: its kind, and the answers that do not depend on it. */
interface Ahead {
  readonly kind: string | undefined;
  readonly answers: Recipe['settings'];
}

function ahead({ schema, getState }: Importer): Ahead {
  const state = getState();
  const answers = Object.entries(answersAtHand(state)).filter(
    ([key]) => state.step === 'file' && isAskedAhead(schema, key),
  );
  return { kind: kindAtHand(state, schema), answers: Object.fromEntries(answers) };
}

function isAskedAhead(schema: Schema, key: string): boolean {
  return schema.settings?.[key]?.type === 'context';
}

interface FileFound {
  readonly table: TableInfo;
  readonly suggestions: readonly ColumnSuggestion[];
  readonly before: Ahead;
}

/** A remembered recipe where this set of headers was imported before, else the suggestions. */
async function recipeFor(
  { schema: whole, store }: Importer,
  { table, suggestions, before }: FileFound,
): Promise<{ readonly recipe: Recipe; readonly remembered: boolean }> {
  const schema = schemaOfKind(whole, before.kind);
  const mapping = createMapping(table.columns, suggestions, schema);
  const fresh = withAhead(createRecipe(schema, mapping.columns), before);
  const known = await store?.recall(schema.id, mappingKey(table.signature, before.kind));
  if (!known) return { recipe: fresh, remembered: false };
  const recipe = rememberedRecipe(known, fresh, { table, schema });
  return { recipe: withAhead(recipe, before), remembered: true };
}

function withAhead(recipe: Recipe, { kind, answers }: Ahead): Recipe {
  const settings = { ...recipe.settings, ...answers };
  return { ...recipe, settings, ...(kind !== undefined && { kind }) };
}

/** What was decided for an earlier file with the same headers, as far as this schema still takes it. */
function rememberedRecipe(
  known: Recipe,
  fresh: Recipe,
  { table, schema }: { readonly table: TableInfo; readonly schema: Schema },
): Recipe {
  const columns = applyRememberedMapping(known.columns, table.columns, fresh.columns, schema);
  const defaults = known.defaults.filter(({ entity }) => Object.hasOwn(schema.entities, entity));
  const settings = { ...fresh.settings, ...stillTaken(known.settings, schema) };
  return { ...fresh, columns, defaults, policy: allowedPolicy(known.policy, schema), settings };
}

/** Answers whose setting is there and takes them: an option may be gone by now. */
function stillTaken(answers: Recipe['settings'], schema: Schema): Recipe['settings'] {
  const wrong = new Set(settingProblems(schema, answers).map(({ setting }) => setting));
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([key]) => Object.hasOwn(schema.settings ?? {}, key) && !wrong.has(key),
    ),
  );
}

/** The name of an input that has one, else what it is. */
export function nameOf(input: SourceInput): string {
  if (typeof input === 'string') return 'pasted.tsv';
  return 'name' in input && typeof input.name === 'string' ? input.name : 'rows';
}
