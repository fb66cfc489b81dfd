import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { liveImports } from '../store/imports.ts';
import type { ImportSummary } from '../store/ServerImport.ts';

/** What became of a tenant's imports. */
export type FeedEvent =
  | { readonly kind: 'import'; readonly import: ImportSummary }
  | { readonly kind: 'removed'; readonly id: string }
  /** A look without news. */
  | { readonly kind: 'quiet' };

/** Tells what changes among the imports of a tenant: one look at the database serves all who follow. */
export interface ImportFeed {
  /** Calls back with what is under way or changed a moment ago, then with every change; gives the way to stop. */
  follow(tenant: string, onEvents: (events: readonly FeedEvent[]) => void): () => void;
  /** Aborts when the server stops: whoever follows by then is to be let go. */
  readonly signal: AbortSignal;
  stop(): void;
}

interface Followed {
  readonly followers: Set<Follower>;
  timer: ReturnType<typeof setTimeout> | null;
  known: ReadonlyMap<string, ImportSummary>;
}

interface Follower {
  /** What it was told of each import. */
  readonly told: Map<string, string>;
  readonly onEvents: (events: readonly FeedEvent[]) => void;
}

/**
 * How far back a look goes. A change is dated when its transaction begins: what takes longer than this to be written is still
 * seen while the import is under way.
 */
const CHANGED_SECONDS = 60;

export function importFeed({ client }: ServerDatabase, followMs: number): ImportFeed {
  const tenants = new Map<string, Followed>();
  let stopping = new AbortController();

  async function look(tenant: string, followed: Followed): Promise<void> {
    const ids = [...followed.known.keys()];
    try {
      const found = await liveImports(client, tenant, { changedSeconds: CHANGED_SECONDS, ids });
      const now = new Map(found.map((summary) => [summary.id, summary]));
      const removed = ids.filter((id) => !now.has(id));
      followed.known = new Map([...now].filter(([, summary]) => isWatched(summary)));
      for (const follower of followed.followers) follower.onEvents(newsFor(follower, now, removed));
    } catch {
      // A database that can not be asked just now has no news.
    }
  }

  function lookOn(tenant: string, followed: Followed): void {
    if (followed.followers.size === 0) {
      if (tenants.get(tenant) === followed) tenants.delete(tenant);
      return;
    }
    followed.timer = setTimeout(() => {
      void look(tenant, followed).then(() => lookOn(tenant, followed));
    }, followMs);
  }

  return {
    follow(tenant, onEvents) {
      const followed = tenants.get(tenant) ?? {
        followers: new Set(),
        timer: null,
        known: new Map(),
      };
      const follower: Follower = { told: new Map(), onEvents };
      followed.followers.add(follower);
      if (!tenants.has(tenant)) {
        tenants.set(tenant, followed);
        void look(tenant, followed).then(() => lookOn(tenant, followed));
      }
      return () => void followed.followers.delete(follower);
    },
    get signal() {
      return stopping.signal;
    },
    stop() {
      stopping.abort();
      stopping = new AbortController();
      for (const followed of tenants.values()) {
        for (const follower of followed.followers) follower.onEvents([]);
        followed.followers.clear();
        if (followed.timer !== null) clearTimeout(followed.timer);
      }
      tenants.clear();
    },
  };
}

function newsFor(
  { told }: Follower,
  now: ReadonlyMap<string, ImportSummary>,
  removed: readonly string[],
): readonly FeedEvent[] {
  const events: FeedEvent[] = [];
  for (const [id, summary] of now) {
    const text = JSON.stringify(summary);
    if (told.get(id) === text) continue;
    told.set(id, text);
    events.push({ kind: 'import', import: summary });
  }
  for (const id of removed) {
    if (told.delete(id)) events.push({ kind: 'removed', id });
  }
  return events.length > 0 ? events : [{ kind: 'quiet' }];
}

/** Watched even when nothing changes, so that its removal is told. */
function isWatched({ updatedAt }: ImportSummary): boolean {
  return Date.parse(updatedAt) > Date.now() - 3_600_000;
}
