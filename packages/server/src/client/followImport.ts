import type { ImportSummary, ServerStatus } from '../store/ServerImport.ts';
import { readEvents, waitToReconnect } from './readEvents.ts';
import type { ServerAccess } from './serverRequest.ts';

const ENDED: ReadonlySet<ServerStatus> = new Set(['completed', 'cancelled', 'failed', 'undone']);

/** Follows an import until it ends, through broken connections. */
export async function followImport(
  access: ServerAccess,
  importId: string,
  {
    signal,
    onChange,
    isEnd = ({ status }) => ENDED.has(status),
  }: {
    readonly signal: AbortSignal;
    readonly onChange: (now: ImportSummary) => void;
    /** Default: it is completed, cancelled, failed or undone. */
    readonly isEnd?: (now: ImportSummary) => boolean;
  },
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
    if (last !== undefined && isEnd(last)) return last;
    await waitToReconnect(signal);
    signal.throwIfAborted();
  }
}
