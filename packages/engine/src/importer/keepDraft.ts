import type { Importer } from './Importer.ts';
import type { ImporterEvent, ImporterState } from './ImporterState.ts';
import type { ImportEntry, ImportStatus, ImportStore } from './ImportStore.ts';

/** Changes come in bursts while a person types: wait for a pause this long, in ms. */
const QUIET_MS = 250;

/** Events after which the stored entry must be right at once. */
const URGENT: ReadonlySet<ImporterEvent['type']> = new Set([
  'file-opened',
  'import-started',
  'import-finished',
]);

/**
 * Keeps the store's entry of this import up to date, so that a closed tab loses nothing. A store that
 * fails becomes `state.error` once and never stops the import. Returns the way to stop.
 */
export function keepDraft(importer: Importer, store: ImportStore, user: string | null): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let createdAt = new Date().toISOString();
  let recipe: unknown = null;

  async function save(): Promise<void> {
    clearTimeout(timer);
    const entry = entryOf(importer.getState(), importer.schema.id, user, createdAt);
    if (entry === null) return;
    try {
      await store.save(entry);
    } catch (error) {
      importer.dispatch({ type: 'failed', error: storeError(error) });
    }
  }

  const stop = importer.subscribe((state, event) => {
    if (event.type === 'reset') createdAt = new Date().toISOString();
    if (state.step === 'file') return;
    if (URGENT.has(event.type)) void save();
    else if (state.recipe !== recipe || event.type === 'step-entered') {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), QUIET_MS);
    }
    recipe = state.recipe;
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function storeError(error: unknown): { code: 'store-failed'; message: string; params: {} } {
  const cause = error instanceof Error ? error.message : String(error);
  const message = `This import could not be kept as a draft (${cause}). It goes on, but closing the page would lose it.`;
  return { code: 'store-failed', message, params: {} };
}

function entryOf(
  state: ImporterState,
  schemaId: string,
  user: string | null,
  createdAt: string,
): ImportEntry | null {
  if (state.step === 'file') return null;
  return {
    id: state.importId,
    schemaId,
    status: statusOf(state),
    fileName: state.table.fileName,
    rows: state.table.rowCount,
    user,
    createdAt,
    updatedAt: new Date().toISOString(),
    step: state.step,
    recipe: state.recipe,
    report: state.step === 'result' ? state.report : null,
  };
}

function statusOf(state: ImporterState): ImportStatus {
  if (state.step === 'import') return 'running';
  return state.step === 'result' ? state.report.status : 'draft';
}
