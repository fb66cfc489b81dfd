import type { Page } from '../ports/Page.ts';
import type { Position } from '../store/SyncStore.ts';
import type { Work } from './Work.ts';

/** Changes of one system, followed from where the last run ended. */
export interface Stream<T extends { readonly id: string }> {
  readonly name: string;
  changes(after: string | null): Promise<Page<T>>;
  read(ids: readonly string[]): Promise<readonly T[]>;
}

/** A run of changes, and where to go on after it. */
export interface StreamPage<T> {
  readonly items: readonly T[];
  readonly cursor: string;
}

/** Pages of a stream, first what has to be looked at again. Nothing is remembered here: an unfinished page comes again. */
export async function* streamPages<T extends { readonly id: string }>(
  { options: { signal } }: Work,
  { changes, read }: Stream<T>,
  start: Position,
): AsyncIterable<StreamPage<T>> {
  let items = start.again.length === 0 ? [] : await read(start.again);
  let { cursor } = start;
  for (let more = true; more;) {
    signal?.throwIfAborted();
    const page = await changes(cursor);
    const moved = page.cursor !== cursor || start.again.length > 0;
    ({ cursor, more } = page);
    if (moved) yield { items: lastOfEach([...items, ...page.items]), cursor };
    items = [];
  }
}

/** Each record once, as it came last. */
function lastOfEach<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
