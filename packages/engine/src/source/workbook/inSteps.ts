import { nextTask } from '../nextTask.ts';

/** Runs to the end, letting others have the thread between the steps; a cancel rejects with its reason. */
export async function inSteps<Result>(
  steps: Generator<void, Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTask();
    signal?.throwIfAborted();
  }
}
