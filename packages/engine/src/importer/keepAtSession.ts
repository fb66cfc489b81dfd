import { errorInfo } from './errorInfo.ts';
import type { Importer } from './Importer.ts';
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
  let waiting: Draft | null = null;
  let isSending = false;

  /** One after the other: what was decided last must not be overtaken on its way. What it replaces need not be sent. */
  async function send(): Promise<void> {
    isSending = true;
    while (waiting !== null) {
      const draft: Draft = waiting;
      waiting = null;
      try {
        await keep(draft);
      } catch (error) {
        importer.dispatch({ type: 'failed', error: errorInfo(error) });
      }
    }
    isSending = false;
  }

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    const state = importer.getState();
    if (!isEditing(state)) return;
    const { recipe, step } = state;
    kept = recipe;
    waiting = { recipe, step };
    if (!isSending) void send();
  }

  const stop = importer.subscribe((state, event) => {
    // The session keeps the recipe with the plan, and nothing may change it while it runs.
    if (!isEditing(state)) clearTimeout(timer);
    else if (event.type === 'step-entered') save();
    // A new file opens at a step of its own, which lists of drafts name; one taken up again is kept already.
    else if (event.type === 'file-opened' && event.step === undefined) save();
    else if (event.type === 'file-opened') kept = state.recipe;
    else if (state.recipe !== kept) {
      clearTimeout(timer);
      timer = setTimeout(save, QUIET_MS);
    }
  });
  return () => {
    stop();
    if (timer !== undefined) save();
  };
}
