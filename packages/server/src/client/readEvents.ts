import { EventSourceParserStream } from 'eventsource-parser/stream';
import { askServer, type ServerAccess } from './serverRequest.ts';

/** Milliseconds before a broken connection is made anew. */
const RECONNECT_MS = 1_000;

/** Reads server-sent events until the connection ends or is aborted. @throws ImportError when the server refuses for good. */
export async function readEvents(
  access: ServerAccess,
  path: string,
  {
    signal,
    onEvent,
  }: { readonly signal: AbortSignal; readonly onEvent: (event: string, data: string) => void },
): Promise<void> {
  let stop = (): void => undefined;
  try {
    const { body } = await askServer(access, path, { method: 'GET', signal });
    const events = body
      ?.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream());
    const reader = events?.getReader();
    stop = () => void reader?.cancel().catch(() => undefined);
    signal.addEventListener('abort', stop, { once: true });
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
      onEvent(next.value.event ?? 'message', next.value.data);
    }
  } catch (error) {
    if (!signal.aborted && !isPassing(error)) throw error;
  } finally {
    // Whoever follows for days connects again and again: of a connection that ends nothing is left, also where who is told threw.
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** A connection that broke in the middle is no `ImportError`; one that was never there says that it passes. */
function isPassing(error: unknown): boolean {
  return (error as { readonly transient?: boolean }).transient !== false;
}

/** Waits before the next try; ends early when aborted. */
export function waitToReconnect(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, RECONNECT_MS);
    signal.addEventListener('abort', end, { once: true });
  });
}
