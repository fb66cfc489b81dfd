import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ImportSummary, ServerStatus } from '../store/ServerImport.ts';
import { askServer, type ServerAccess } from './serverRequest.ts';

const ENDED: ReadonlySet<ServerStatus> = new Set(['completed', 'cancelled', 'failed']);

/** Milliseconds before a broken connection is made anew. */
const RECONNECT_MS = 1_000;

/** Follows an import until it ends, through broken connections. */
export async function followImport(
  access: ServerAccess,
  importId: string,
  {
    signal,
    onChange,
  }: { readonly signal: AbortSignal; readonly onChange: (now: ImportSummary) => void },
): Promise<ImportSummary> {
  for (;;) {
    const last = await readEvents(access, importId, { signal, onChange });
    if (last !== null && ENDED.has(last.status)) return last;
    await wait(RECONNECT_MS, signal);
  }
}

async function readEvents(
  access: ServerAccess,
  importId: string,
  { signal, onChange }: Parameters<typeof followImport>[2],
): Promise<ImportSummary | null> {
  let last: ImportSummary | null = null;
  try {
    const { body } = await askServer(access, `/${importId}/events`, { method: 'GET', signal });
    const events = body
      ?.pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream());
    const reader = events?.getReader();
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
      if (next.value.event !== 'import') continue;
      last = JSON.parse(next.value.data) as ImportSummary;
      onChange(last);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!isPassing(error)) throw error;
  }
  return last;
}

/** A connection that broke in the middle is no `ImportError`; one that was never there says that it passes. */
function isPassing(error: unknown): boolean {
  return (error as { readonly transient?: boolean }).transient !== false;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
