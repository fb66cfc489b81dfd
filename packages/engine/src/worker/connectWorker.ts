import { ImportError } from '../issue/ImportError.ts';
import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import type { CommitOptions, ImportSession } from '../importer/Session.ts';
import type { Schema } from '../schema/Schema.ts';
import { ADAPTER_METHODS } from './protocol.ts';
import type { MessageTarget, PageMessage, SessionMethod, WorkerMessage } from './protocol.ts';
import { receiveError, sendError } from './sentError.ts';

export interface ConnectWorkerOptions {
  /** Plain data only; leave it out when the worker file gives its own schema to `serveImporter`. */
  readonly schema?: Schema;
  /** Where records go; its calls are answered in this thread. Leave it out when the worker has its own. */
  readonly adapter?: PersistenceAdapter;
}

interface PendingCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((value: never) => void) | undefined;
}

/** What a call carries beside its arguments. */
interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((value: never) => void) | undefined;
}

/**
 * An import session whose work is done in a worker that runs `serveImporter`. Only the adapter's calls
 * come back to this thread. Rejects pending calls with `worker-failed` when the worker breaks.
 * @example
 * const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
 * const importer = createImporter({ schema: crm, session: connectWorker(worker, { adapter }) });
 */
export function connectWorker(
  worker: MessageTarget & Partial<Pick<Worker, 'terminate'>>,
  options: ConnectWorkerOptions = {},
): ImportSession {
  const pending = new Map<number, PendingCall>();
  const adapterCalls = new Map<number, AbortController>();
  let lastId = 0;

  const post = (message: PageMessage): void => worker.postMessage(message);

  function call<T>(
    method: SessionMethod,
    args: readonly unknown[],
    rest: CallOptions = {},
  ): Promise<T> {
    rest.signal?.throwIfAborted();
    const requestId = ++lastId;
    const abort = (): void => {
      post({ type: 'abort', requestId });
      settle(requestId)?.reject(rest.signal?.reason);
    };
    return new Promise<T>((resolve, reject) => {
      pending.set(requestId, {
        resolve: resolve as (value: unknown) => void,
        reject,
        onProgress: rest.onProgress,
      });
      rest.signal?.addEventListener('abort', abort, { once: true });
      post({ type: 'call', requestId, method, args });
    }).finally(() => rest.signal?.removeEventListener('abort', abort));
  }

  function settle(requestId: number): PendingCall | undefined {
    const found = pending.get(requestId);
    pending.delete(requestId);
    return found;
  }

  function onMessage(event: MessageEvent): void {
    const message = event.data as WorkerMessage;
    switch (message.type) {
      case 'result':
        settle(message.requestId)?.resolve(message.value);
        break;
      case 'error':
        settle(message.requestId)?.reject(receiveError(message.error));
        break;
      case 'progress':
        pending.get(message.requestId)?.onProgress?.(message.value as never);
        break;
      case 'adapter-call':
        void answer(message);
        break;
      case 'adapter-abort':
        adapterCalls.get(message.requestId)?.abort();
        break;
    }
  }

  async function answer(message: WorkerMessage & { readonly type: 'adapter-call' }): Promise<void> {
    const { requestId, method, argument, context } = message;
    const controller = new AbortController();
    adapterCalls.set(requestId, controller);
    try {
      const value = await callAdapter(method, argument, { ...context, signal: controller.signal });
      post({ type: 'adapter-result', requestId, value });
    } catch (error) {
      post({ type: 'adapter-error', requestId, error: sendError(error) });
    } finally {
      adapterCalls.delete(requestId);
    }
  }

  function callAdapter(
    method: (typeof ADAPTER_METHODS)[number],
    argument: unknown,
    context: AdapterContext,
  ): Promise<unknown> | undefined {
    const adapter = options.adapter as Record<
      typeof method,
      ((argument: never, context: AdapterContext) => Promise<unknown>) | undefined
    >;
    return adapter[method]?.(argument as never, context);
  }

  function onBroken(event: Event): void {
    const detail = 'message' in event && typeof event.message === 'string' ? event.message : '';
    const message = `The import worker stopped working${detail && `: ${detail}`}. What was decided is kept; reload the page to go on.`;
    for (const requestId of [...pending.keys()]) {
      settle(requestId)?.reject(new ImportError('worker-failed', message));
    }
  }

  worker.addEventListener('message', onMessage);
  const events = worker as unknown as EventTarget;
  events.addEventListener('error', onBroken);
  events.addEventListener('messageerror', onBroken);
  worker.start?.();
  const { adapter } = options;
  post({
    type: 'init',
    schema: options.schema ?? null,
    adapter: adapter ? ADAPTER_METHODS.filter((method) => adapter[method] !== undefined) : null,
  });

  return {
    open: (input, name, read, signal) => call('open', [input, name, read], { signal }),
    reread: (read, signal) => call('reread', [read], { signal }),
    profile: (onProgress, signal) => call('profile', [], { onProgress, signal }),
    suggest: () => call('suggest', []),
    unknownValues: (recipe) => call('unknownValues', [recipe]),
    plan: (recipe, onProgress, signal) => call('plan', [recipe], { onProgress, signal }),
    rows: (query) => call('rows', [query]),
    commit: ({ onProgress, signal, ...rest }: CommitOptions) =>
      call('commit', [rest], { onProgress, signal }),
    errorFile: (format) => call('errorFile', [format]),
    corrections: (input, name) => call('corrections', [input, name]),
    template: (format) => call('template', [format]),
    pause: () => post({ type: 'signal', signal: 'pause' }),
    resume: () => post({ type: 'signal', signal: 'resume' }),
    cancel: () => post({ type: 'signal', signal: 'cancel' }),
    dispose() {
      post({ type: 'signal', signal: 'dispose' });
      worker.removeEventListener('message', onMessage);
      const reason = new DOMException('The import session was closed.', 'AbortError');
      for (const requestId of [...pending.keys()]) settle(requestId)?.reject(reason);
      worker.terminate?.();
    },
  };
}
