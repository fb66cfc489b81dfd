import { nextTask } from '../source/nextTask.ts';

/** Longest run of work between two breaths, in ms: well under the 50 ms a person would notice. */
const SLICE_MS = 12;

/**
 * Passes items on, giving the thread back to others whenever a slice of time is used up. Every stage
 * pulls its rows through here, so none can block a page for long.
 */
export async function* inSlices<T>(items: AsyncIterable<T>): AsyncIterable<T> {
  let sliceStart = performance.now();
  for await (const item of items) {
    yield item;
    if (performance.now() - sliceStart < SLICE_MS) continue;
    await nextTask();
    sliceStart = performance.now();
  }
}
