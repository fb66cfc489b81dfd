/** Calls that wait for an answer from the other side. */
export interface PendingCalls {
  /** Sends a call under a new id and waits; `abort` is told the id when the signal aborts first. */
  send<T>(
    options: { readonly signal?: AbortSignal | undefined; readonly onProgress?: OnProgress },
    post: (requestId: number) => void,
    abort: (requestId: number) => void,
  ): Promise<T>;
  resolve(requestId: number, value: unknown): void;
  reject(requestId: number, reason: unknown): void;
  progress(requestId: number, value: unknown): void;
  rejectAll(reason: unknown): void;
}

/** Takes what the method's own progress callback takes. */
export type OnProgress = ((value: never) => void) | undefined;

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: OnProgress;
}

export function pendingCalls(): PendingCalls {
  const pending = new Map<number, Pending>();
  let lastId = 0;

  function take(requestId: number): Pending | undefined {
    const call = pending.get(requestId);
    pending.delete(requestId);
    return call;
  }

  return {
    send<T>(
      { signal, onProgress }: Parameters<PendingCalls['send']>[0],
      post: (id: number) => void,
      abort: (id: number) => void,
    ) {
      if (signal?.aborted === true) return Promise.reject<T>(signal.reason);
      const requestId = ++lastId;
      const onAbort = (): void => {
        abort(requestId);
        take(requestId)?.reject(signal?.reason);
      };
      return new Promise<T>((resolve, reject) => {
        pending.set(requestId, { resolve, reject, onProgress });
        signal?.addEventListener('abort', onAbort, { once: true });
        post(requestId);
      }).finally(() => signal?.removeEventListener('abort', onAbort));
    },
    resolve: (requestId, value) => take(requestId)?.resolve(value as never),
    reject: (requestId, reason) => take(requestId)?.reject(reason),
    progress: (requestId, value) => pending.get(requestId)?.onProgress?.(value as never),
    rejectAll(reason) {
      const ids = Array.from(pending.keys());
      for (const requestId of ids) take(requestId)?.reject(reason);
    },
  };
}
