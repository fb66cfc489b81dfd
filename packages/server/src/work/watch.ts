import { ClaimLost } from './ClaimLost.ts';

/** Looks now and then whether work shall go on. */
export interface Watch {
  /** Aborts when it shall stop, for whatever reason. */
  readonly signal: AbortSignal;
  stop(): Promise<void>;
}

/** @param isWanted asked every `everyMs` milliseconds; throws `ClaimLost` where another worker has it. */
export function watch(
  isWanted: () => Promise<boolean>,
  { everyMs, stop }: { readonly everyMs: number; readonly stop: AbortSignal },
): Watch {
  const stopped = new AbortController();
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      if (!(await isWanted())) stopped.abort(new DOMException('Not wanted now.', 'AbortError'));
    } catch (error) {
      // A database that can not be asked just now tells nothing about the import.
      if (error instanceof ClaimLost) stopped.abort(error);
    }
  };
  let isLooking = false;
  const timer = setInterval(() => {
    // A database that answers late is not asked the more.
    if (isLooking) return;
    isLooking = true;
    looking = look().finally(() => (isLooking = false));
  }, everyMs);
  return {
    signal: AbortSignal.any([stop, stopped.signal]),
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
