import type { CommitProgress } from '@importera/engine';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { ClaimLost, type Claim } from './claimImport.ts';
import type { WorkerHost } from './Worker.ts';

/** Looks now and then whether the import shall stop, and tells how far it is. */
export interface Watch {
  /** Aborts when the import shall stop, for whatever reason. */
  readonly signal: AbortSignal;
  progress(progress: CommitProgress): void;
  stop(): Promise<void>;
}

export function watchClaim(
  { database, watchMs }: Pick<WorkerHost, 'database' | 'watchMs'>,
  claim: Claim,
  outside: AbortSignal,
): Watch {
  const stopped = new AbortController();
  let newest: CommitProgress | null = null;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const progress = newest;
    newest = null;
    try {
      if (progress !== null) await saveProgress(database, claim, progress);
      const status = await claim.status();
      if (status !== 'running') stopped.abort(new DOMException(status, 'AbortError'));
    } catch (error) {
      // A database that can not be asked just now tells nothing about the import.
      if (error instanceof ClaimLost) stopped.abort(error);
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, watchMs);
  return {
    signal: AbortSignal.any([outside, stopped.signal]),
    progress: (progress) => void (newest = progress),
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

async function saveProgress(
  { client }: ServerDatabase,
  claim: Claim,
  progress: CommitProgress,
): Promise<void> {
  await claim.change(client, { progress });
}
