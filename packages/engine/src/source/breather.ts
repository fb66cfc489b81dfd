import { nextTask } from './nextTask.ts';

/** Milliseconds of work after which others get a turn: well under the 50 ms a person would notice. */
const SLICE_MS = 12;

/**
 * Lets the event loop turn now and then in a long loop of work: call the result often, it only looks at the clock most times.
 * Rejects with the signal's reason when aborted.
 */
export function breather(signal?: AbortSignal): () => Promise<void> {
  let last = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - last < SLICE_MS) return;
    await nextTask();
    last = performance.now();
    signal?.throwIfAborted();
  };
}
