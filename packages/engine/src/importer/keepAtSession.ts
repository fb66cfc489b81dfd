import { errorInfo } from './errorInfo.ts';
import type { Importer } from './Importer.ts';
import type { EditingState } from './ImporterState.ts';
import type { ImportSession } from './Session.ts';
import { isEditing } from './steps.ts';

/** Changes come in bursts while a person decides: wait for a pause this long, in ms. */
const QUIET_MS = 600;

type Keep = NonNullable<ImportSession['keep']>;
type Draft = Parameters<Keep>[0];

/**
 * Lets a session that keeps drafts itself keep each decision, so that the import can be picked up elsewhere. One that can not
 * be kept becomes `state.error`. Returns the way to stop, which keeps what is still to be kept.
 */
export function keepAtSession(importer: Importer, keep: Keep): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept: unknown = null;
  /** What was decided last, until it is on its way. */
  let waiting: Draft | null = null;
  let isSending = false;

  async function give(draft: Draft): Promise<void> {
    waiting = null;
    try {
      await keep(draft);
    } catch (error) {
      importer.dispatch({ type: 'failed', error: errorInfo(error) });
    }
  }

  /** One after the other: what was decided last must not be overtaken on its way. What it replaces need not be sent. */
  async function send(): Promise<void> {
    stopTimer();
    if (isSending) return;
    isSending = true;
    while (waiting !== null && timer === undefined) await give(waiting);
    isSending = false;
  }

  /** The session turns to something else: it is told before, though it may not be done with what it was told last. */
  function giveNow(): void {
    stopTimer();
    if (waiting !== null) void give(waiting);
  }

  function note({ recipe, step }: EditingState): void {
    kept = recipe;
    waiting = { recipe, step };
  }

  function stopTimer(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  const stop = importer.subscribe((state, event) => {
    if (state.step === 'file') giveNow();
    else if (!isEditing(state)) {
      // The session keeps the recipe with the plan, and nothing may change it while it runs.
      stopTimer();
      waiting = null;
    } else if (event.type === 'file-opened' && event.step !== undefined) {
      // One that is taken up again is kept already.
      kept = state.recipe;
    } else if (event.type === 'step-entered' || event.type === 'file-opened') {
      // A new file opens at a step of its own, which lists of drafts name.
      note(state);
      void send();
    } else if (state.recipe !== kept) {
      note(state);
      clearTimeout(timer);
      timer = setTimeout(() => void send(), QUIET_MS);
    }
  });
  return () => {
    stop();
    giveNow();
  };
}
