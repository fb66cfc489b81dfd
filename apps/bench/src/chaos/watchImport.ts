import type { ServerImport } from '@importera/server';
import type { ChaosApi } from './chaosApi.ts';

/** An import that is looked at again and again. */
export interface Watched {
  /** As it was last seen; null before that. */
  now(): ServerImport | null;
  /** Waits until it is in this state. @throws when it fails, or stands still for minutes. */
  until(status: ServerImport['status']): Promise<ServerImport>;
  stop(): void;
}

const EVERY_MS = 200;
/** What does not change for so long never will. Workers that are killed wait for heartbeats, seconds each. */
const STILL_MS = 180_000;

export function watchImport(api: ChaosApi, id: string): Watched {
  let seen: ServerImport | null = null;
  let changed = performance.now();
  let isStopped = false;
  const look = async (): Promise<void> => {
    // While the database can not be asked it is as it was.
    const found = await api.look(id).catch(() => null);
    if (found !== null && markOf(found) !== markOf(seen)) changed = performance.now();
    seen = found ?? seen;
  };
  void (async () => {
    for (; !isStopped; await pause(EVERY_MS)) await look();
  })();
  return {
    now: () => seen,
    async until(status) {
      for (; ; await pause(EVERY_MS)) {
        if (seen?.status === status) return seen;
        if (seen?.status === 'failed') throw new Error(`It failed: ${JSON.stringify(seen.error)}`);
        if (performance.now() - changed > STILL_MS)
          throw new Error(`It stands still: ${markOf(seen)}`);
      }
    },
    stop: () => void (isStopped = true),
  };
}

function markOf(found: ServerImport | null): string {
  return JSON.stringify([found?.status, found?.rowsPlanned, found?.progress?.rowsDone]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
