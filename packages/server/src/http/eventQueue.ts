import type { SSEStreamingApi } from 'hono/streaming';
import type { FeedEvent } from './importFeed.ts';

/** What is to be told to one who follows. */
export interface EventQueue {
  push(events: readonly FeedEvent[]): void;
  /** What happened since; waits for it. Null when the person hung up or the server stops. */
  next(): Promise<readonly FeedEvent[] | null>;
}

/**
 * Of each import only the last word waits: somebody who reads slowly, or not at all, costs no more memory than that.
 * @param stopping aborts when the server stops; a push of nothing wakes whoever waits then.
 */
export function eventQueue(
  stream: Pick<SSEStreamingApi, 'aborted' | 'onAbort'>,
  stopping: AbortSignal,
): EventQueue {
  let waiting: Map<string, FeedEvent> | null = null;
  let wake: () => void = () => undefined;
  stream.onAbort(() => wake());
  const isOver = (): boolean => stream.aborted || stopping.aborted;
  return {
    push(news) {
      waiting ??= new Map();
      for (const event of news) {
        const about = aboutOf(event);
        waiting.delete(about);
        waiting.set(about, event);
      }
      wake();
    },
    async next() {
      if (waiting === null && !isOver()) await new Promise<void>((resolve) => (wake = resolve));
      if (isOver()) return null;
      const news = [...(waiting?.values() ?? [])];
      waiting = null;
      return news;
    },
  };
}

function aboutOf(event: FeedEvent): string {
  if (event.kind === 'quiet') return '';
  return event.kind === 'import' ? event.import.id : event.id;
}
