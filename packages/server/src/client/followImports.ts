import type { ImportSummary } from '../store/ServerImport.ts';
import { readEvents, waitToReconnect } from './readEvents.ts';
import type { ServerAccess } from './serverRequest.ts';

/** Which imports are followed, and who is told. */
export interface FollowImportsOptions extends ServerAccess {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Only imports of this schema. */
  readonly schema?: string;
  /** Only imports of the person who follows; default: all of the tenant. */
  readonly mine?: boolean;
  /**
   * An import changed: its status, its progress, its report. At first, and after a broken connection, called for each import
   * that is under way or changed in the last minute.
   */
  readonly onChange: (now: ImportSummary) => void;
  readonly onRemove?: (importId: string) => void;
  /** What is under way was told, and the connection stands; false: it broke and is being made anew. */
  readonly onConnection?: (isUp: boolean) => void;
}

/**
 * Follows all imports that a person may see, for a bell: through broken connections, until `signal` aborts.
 * @throws ImportError when the server refuses it for good (signed out, not allowed).
 * @example
 * await followImports({ url: '/api/imports', signal, onChange: (now) => bell.show(now) });
 */
export async function followImports(options: FollowImportsOptions): Promise<void> {
  const { signal, schema, mine, onChange, onRemove, onConnection } = options;
  const query = new URLSearchParams({
    ...(schema !== undefined && { schema }),
    ...(mine === true && { mine: 'true' }),
  });
  const path = query.size === 0 ? '/events' : `/events?${query.toString()}`;
  while (!signal.aborted) {
    await readEvents(options, path, {
      signal,
      onEvent(event, data) {
        if (event === 'import') onChange(JSON.parse(data) as ImportSummary);
        if (event === 'removed') onRemove?.((JSON.parse(data) as { readonly id: string }).id);
        if (event === 'ready') onConnection?.(true);
      },
    });
    if (signal.aborted) return;
    onConnection?.(false);
    await waitToReconnect(signal);
  }
}
