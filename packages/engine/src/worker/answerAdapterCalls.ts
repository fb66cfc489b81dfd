import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import type { AdapterMethod, PageMessage, WorkerMessage } from './protocol.ts';
import { sendError } from './sentError.ts';

/** Answers the adapter calls a worker hands back to the page. */
export interface AdapterAnswers {
  answer(message: WorkerMessage & { readonly type: 'adapter-call' }): Promise<void>;
  abort(requestId: number): void;
}

export function answerAdapterCalls(
  adapter: PersistenceAdapter | undefined,
  post: (message: PageMessage) => void,
): AdapterAnswers {
  const running = new Map<number, AbortController>();
  const methods = adapter as Record<AdapterMethod, AdapterCall | undefined> | undefined;
  return {
    async answer({ requestId, method, argument, context }) {
      const controller = new AbortController();
      running.set(requestId, controller);
      try {
        const call = methods?.[method];
        const value = await call?.(argument, { ...context, signal: controller.signal });
        post({ type: 'adapter-result', requestId, value });
      } catch (error) {
        post({ type: 'adapter-error', requestId, error: sendError(error) });
      } finally {
        running.delete(requestId);
      }
    },
    abort: (requestId) => running.get(requestId)?.abort(),
  };
}

/** Every method of an adapter takes one argument and the context. */
type AdapterCall = (argument: unknown, context: AdapterContext) => Promise<unknown>;
