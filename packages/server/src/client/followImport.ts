import type { ImportSummary, ServerStatus } from '../store/ServerImport.ts';
import { readEvents, waitToReconnect } from './readEvents.ts';
import type { ServerAccess } from './serverRequest.ts';

const ENDED: ReadonlySet<ServerStatus> = new Set(['completed', 'cancelled', 'failed']);

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
    const seen: ImportSummary[] = [];
    await readEvents(access, `/${importId}/events`, {
      signal,
      onEvent(event, data) {
        if (event !== 'import') return;
        const now = JSON.parse(data) as ImportSummary;
        seen[0] = now;
        onChange(now);
      },
    });
    signal.throwIfAborted();
    const [last] = seen;
    if (last !== undefined && ENDED.has(last.status)) return last;
    await waitToReconnect(signal);
    signal.throwIfAborted();
  }
}
