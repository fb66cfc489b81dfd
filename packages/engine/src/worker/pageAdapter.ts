import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { pendingCalls } from './pendingCalls.ts';
import type { AdapterMethod, PageMessage, WorkerMessage } from './protocol.ts';
import { receiveError } from './sentError.ts';

/** The page's adapter as one of this thread: every call is a message there and back. */
export interface PageAdapter {
  /** An adapter with the methods the page's has. */
  withMethods(methods: readonly AdapterMethod[]): PersistenceAdapter;
  /** Takes an answer of the page. */
  settle(message: PageMessage): void;
}

export function pageAdapter(post: (message: WorkerMessage) => void): PageAdapter {
  const calls = pendingCalls();

  const call = (
    method: AdapterMethod,
    argument: unknown,
    { signal, ...context }: AdapterContext,
  ): Promise<unknown> =>
    calls.send(
      { signal },
      (requestId) => post({ type: 'adapter-call', requestId, method, argument, context }),
      (requestId) => post({ type: 'adapter-abort', requestId }),
    );

  return {
    withMethods(methods) {
      const entries = methods.map((method) => [
        method,
        (argument: unknown, context: AdapterContext) => call(method, argument, context),
      ]);
      return Object.fromEntries(entries) as PersistenceAdapter;
    },
    settle(message) {
      if (message.type === 'adapter-result') calls.resolve(message.requestId, message.value);
      if (message.type === 'adapter-error') {
        calls.reject(message.requestId, receiveError(message.error));
      }
    },
  };
}
