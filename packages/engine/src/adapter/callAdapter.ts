import { ImportError } from '../issue/ImportError.ts';
import type { AdapterContext } from './PersistenceAdapter.ts';

/** How calls to an adapter are tried again. */
export interface RetryOptions {
  /** Calls in all, the first included; default 5. */
  readonly attempts?: number;
  /** Milliseconds before the second call, doubled each time; default 250. */
  readonly delayMs?: number;
  /** Longest wait in milliseconds; default 10,000. */
  readonly maxDelayMs?: number;
  /** 0–1, spreads the waits of many clients; default `Math.random`. */
  readonly random?: () => number;
}

export interface CallOptions {
  readonly context: AdapterContext;
  readonly retry?: RetryOptions | undefined;
  /** Milliseconds one call may take; default 60,000. 0: as long as it likes. */
  readonly timeoutMs?: number | undefined;
  /** Stops waiting and trying; the call in flight is told through its context's signal. */
  readonly signal?: AbortSignal | undefined;
  /** Once aborted: no more waiting, one more try. For calls whose result must be known before stopping. */
  readonly hurry?: AbortSignal | undefined;
}

/**
 * Calls an adapter, trying again with back-off and jitter while it fails for a passing reason: an error with
 * `transient: true`, or a time-out.
 * @throws what the adapter threw last; an `ImportError` `adapter-failed` with `transient: true` for a time-out; the signal's
 * reason when aborted.
 */
export async function callAdapter<T>(
  call: (context: AdapterContext) => Promise<T>,
  options: CallOptions,
): Promise<T> {
  const attempts = Math.max(1, options.retry?.attempts ?? 5);
  for (let attempt = 1; ; attempt += 1) {
    options.signal?.throwIfAborted();
    try {
      return await callOnce(call, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (attempt >= attempts || !isTransient(error) || options.hurry?.aborted === true)
        throw error;
      await pause(backOff(attempt, options.retry ?? {}), options);
    }
  }
}

/** Whether the same call may succeed later: the thrower says so with `transient: true`. */
export function isTransient(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'transient' in error && error.transient === true
  );
}

/** Whether every other call would fail the same way: the thrower says so with `fatal: true`. */
export function isFatal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'fatal' in error && error.fatal === true;
}

/** Resolves after some milliseconds; rejects with the signal's reason as soon as it aborts. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

async function pause(milliseconds: number, { signal, hurry }: CallOptions): Promise<void> {
  await wait(milliseconds, hurry ?? signal).catch((reason: unknown) => {
    if (hurry === undefined) throw reason;
  });
}

function backOff(attempt: number, retry: RetryOptions): number {
  const full = Math.min(retry.maxDelayMs ?? 10_000, (retry.delayMs ?? 250) * 2 ** (attempt - 1));
  // Half fixed, half random: spread out, but never at once.
  return full / 2 + (full / 2) * (retry.random ?? Math.random)();
}

function callOnce<T>(
  call: (context: AdapterContext) => Promise<T>,
  options: CallOptions,
): Promise<T> {
  const { signal, timeoutMs = 60_000 } = options;
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (reason: unknown): void => {
      reject(reason);
      controller.abort(reason);
    };
    const stop = (): void => giveUp(signal?.reason);
    const timer =
      timeoutMs > 0 ? setTimeout(() => giveUp(timedOut(timeoutMs)), timeoutMs) : undefined;
    signal?.addEventListener('abort', stop, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    // A call that throws before it returns a promise is caught too.
    Promise.resolve({ ...options.context, signal: controller.signal })
      .then(call)
      .then(resolve, reject)
      .finally(settle)
      .catch(reject);
  });
}

function timedOut(timeoutMs: number): ImportError {
  return new ImportError(
    'adapter-failed',
    `The adapter did not answer within ${timeoutMs} ms. Try again, or allow it more time with timeoutMs.`,
    { transient: true, params: { timeoutMs } },
  );
}
