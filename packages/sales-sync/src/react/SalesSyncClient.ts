import type { SyncPreview } from '../preview/SyncPreview.ts';
import type { SyncState } from '../server/SyncState.ts';
import type { SyncSettings } from '../SyncSettings.ts';

/** What a settings screen asks of a server. Rejects with an error whose message a person can read. */
export interface SalesSyncClient {
  state(): Promise<SyncState>;
  /** What a run would write under these settings; writes nothing. */
  preview(settings: SyncSettings): Promise<SyncPreview>;
  /** Keeps the settings and starts a run. */
  save(settings: SyncSettings): Promise<SyncState>;
  run(): Promise<SyncState>;
}

/** Where the server of the sync is. */
export interface SalesSyncClientOptions {
  /** Where `createSalesSyncServer` is mounted. */
  readonly url: string;
  readonly fetch?: typeof fetch;
}

/** Talks to `createSalesSyncServer`. */
export function salesSyncClient({
  url,
  fetch = globalThis.fetch,
}: SalesSyncClientOptions): SalesSyncClient {
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await reasonOf(response));
    return (await response.json()) as Answer;
  };
  return {
    state: () => ask('GET', ''),
    preview: (settings) => ask('POST', '/preview', settings),
    save: (settings) => ask('PUT', '/settings', settings),
    run: () => ask('POST', '/runs'),
  };
}

async function reasonOf(response: Response): Promise<string> {
  try {
    const { detail } = (await response.json()) as { readonly detail?: string };
    return detail ?? response.statusText;
  } catch {
    return response.statusText || String(response.status);
  }
}
