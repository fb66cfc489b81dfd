import type { Importer } from './Importer.ts';
import type { FileState, ImporterEvent, ImporterState } from './ImporterState.ts';
import type { ImportEntry, ImportStatus, ImportStore } from './ImportStore.ts';

/** Changes come in bursts while a person types: wait for a pause this long, in ms. */
const QUIET_MS = 250;

/** Events after which the stored entry must be right at once. */
const URGENT: ReadonlySet<ImporterEvent['type']> = new Set([
  'file-opened',
  'import-started',
  'import-finished',
  'import-undone',
]);

/**
 * Keeps the store's entry of this import up to date, so that a closed tab loses nothing. A store that
 * fails becomes `state.error` once and never stops the import. Returns the way to stop, which keeps what is still to be kept.
 */
export function keepDraft(importer: Importer, store: ImportStore, user: string | null): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let recipe: unknown = null;
  const born = birthdays(store);
  let saved = Promise.resolve();

  /** One after the other: of a short import the end must not be overtaken by the start. */
  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    const state = importer.getState();
    if (state.step !== 'file') saved = saved.then(() => put(state));
  }

  async function put(state: OpenState): Promise<void> {
    try {
      const createdAt = await born(state.importId);
      await store.save(entryOf(state, { schemaId: importer.schema.id, user, createdAt }));
    } catch (error) {
      importer.dispatch({ type: 'failed', error: storeError(error) });
    }
  }

  const stop = importer.subscribe((state, event) => {
    if (state.step === 'file') return;
    if (URGENT.has(event.type)) save();
    else if (state.recipe !== recipe || event.type === 'step-entered') {
      clearTimeout(timer);
      timer = setTimeout(save, QUIET_MS);
    }
    recipe = state.recipe;
  });
  return () => {
    stop();
    if (timer !== undefined) save();
  };
}

/** When an import was begun: one that is taken up again keeps its day. */
function birthdays(store: ImportStore): (importId: string) => Promise<string> {
  let last: { readonly id: string; readonly createdAt: Promise<string> } | null = null;
  return (id) => {
    if (last?.id !== id) {
      const now = new Date().toISOString();
      const known = store.load(id).then(
        (entry) => entry?.createdAt ?? now,
        () => now,
      );
      last = { id, createdAt: known };
    }
    return last.createdAt;
  };
}

function storeError(error: unknown): { code: 'store-failed'; message: string; params: {} } {
  const cause = error instanceof Error ? error.message : String(error);
  const message = `This import could not be kept as a draft (${cause}). It goes on, but closing the page would lose it.`;
  return { code: 'store-failed', message, params: {} };
}

type OpenState = Exclude<ImporterState, FileState>;

function entryOf(
  state: OpenState,
  made: Pick<ImportEntry, 'schemaId' | 'user' | 'createdAt'>,
): ImportEntry {
  const isUndone = state.step === 'result' && state.undo.status === 'undone';
  return {
    ...made,
    id: state.importId,
    status: statusOf(state),
    fileName: state.table.fileName,
    rows: state.table.rowCount,
    updatedAt: new Date().toISOString(),
    step: state.step,
    recipe: state.recipe,
    report: state.step === 'result' ? state.report : null,
    ...(isUndone && { undo: state.undo.report }),
  };
}

function statusOf(state: OpenState): ImportStatus {
  if (state.step === 'import') return 'running';
  return state.step === 'result' ? state.report.status : 'draft';
}
