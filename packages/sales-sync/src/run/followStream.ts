import type { Run } from './Run.ts';
import { streamPages, type Stream } from './Stream.ts';
import type { Link, Position } from '../store/SyncStore.ts';

/** What working on a page came to. */
export interface PageResult {
  readonly links: readonly Link[];
  /** Ids to look at again in the next run. */
  readonly again: readonly string[];
  /** Why the page could not be finished; null where it was. */
  readonly stopped: { readonly error: Error | null } | null;
}

/** The start of a stream that was never followed. */
export const START: Position = { cursor: null, again: [] };

/**
 * Works on the changes of a stream page by page. The cursor moves on only when a page is done and its links are stored, so
 * that after a crash the page comes again.
 * @returns whether all was done.
 */
export async function followStream<T extends { readonly id: string }>(
  run: Run,
  stream: Stream<T>,
  work: (items: readonly T[]) => Promise<PageResult>,
): Promise<PageResult['stopped']> {
  const { store } = run.work;
  const start = (await store.position(stream.name)) ?? START;
  const open = new Set<string>();
  for await (const { items, cursor } of streamPages(run.work, stream, start)) {
    const { links, again, stopped } = await work(items);
    if (stopped !== null) {
      await store.save({ links });
      return stopped;
    }
    for (const { id } of items) open.delete(id);
    for (const id of again) open.add(id);
    await store.save({ links, position: { stream: stream.name, cursor, again: [...open] } });
    await run.work.options.onProgress?.(run.counter.counts());
  }
  return null;
}
