import { ImportError } from '../issue/ImportError.ts';
import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { createSession } from '../importer/createSession.ts';
import type { ImportSession } from '../importer/Session.ts';
import type { Schema } from '../schema/Schema.ts';
import type {
  AdapterMethod,
  MessageTarget,
  PageMessage,
  SessionMethod,
  WorkerMessage,
} from './protocol.ts';
import { receiveError, sendError } from './sentError.ts';

export interface ServeImporterOptions {
  /** The schema, with its functions. Without it the page sends one. */
  readonly schema?: Schema;
  /** An adapter that lives in the worker (one over HTTP, say). Without it the page's is called. */
  readonly adapter?: PersistenceAdapter;
  /** Where messages go; default the worker's global scope. */
  readonly scope?: MessageTarget;
}

/**
 * Does the work of an import session in this worker, for a page that called `connectWorker`.
 * @example
 * // import.worker.ts
 * import { serveImporter } from '@importera/engine/worker';
 * import { crm } from './crm.ts';
 * serveImporter({ schema: crm });
 */
export function serveImporter(options: ServeImporterOptions = {}): void {
  const scope = options.scope ?? (globalThis as unknown as MessageTarget);
  const running = new Map<number, AbortController>();
  const page = pageAdapter(scope);
  let session: ImportSession | null = null;

  const post = (message: WorkerMessage): void => scope.postMessage(message);

  async function answer({
    requestId,
    method,
    args,
  }: PageMessage & { readonly type: 'call' }): Promise<void> {
    const controller = new AbortController();
    running.set(requestId, controller);
    try {
      if (session === null) throw new ImportError('worker-failed', NOT_STARTED);
      const onProgress = (value: unknown): void => post({ type: 'progress', requestId, value });
      const value = await invoke(session, method, args, { onProgress, signal: controller.signal });
      post({ type: 'result', requestId, value });
    } catch (error) {
      post({ type: 'error', requestId, error: sendError(error) });
    } finally {
      running.delete(requestId);
    }
  }

  scope.addEventListener('message', (event) => {
    const message = event.data as PageMessage;
    switch (message.type) {
      case 'init': {
        const schema = options.schema ?? message.schema;
        const adapter = options.adapter ?? page.adapter(message.adapter ?? []);
        session = schema === null ? null : createSession({ schema, adapter });
        break;
      }
      case 'call':
        void answer(message);
        break;
      case 'abort':
        running.get(message.requestId)?.abort();
        break;
      case 'signal':
        session?.[message.signal]();
        break;
      default:
        page.settle(message);
    }
  });
  scope.start?.();
}

const NOT_STARTED =
  'The import worker has no schema. Give one to serveImporter in the worker file, or to connectWorker on the page.';

interface Rest {
  readonly onProgress: (value: unknown) => void;
  readonly signal: AbortSignal;
}

/** Where each method takes its progress callback and its signal. */
function invoke(
  session: ImportSession,
  method: SessionMethod,
  args: readonly unknown[],
  { onProgress, signal }: Rest,
): Promise<unknown> {
  const [first, second, third] = args as readonly never[];
  switch (method) {
    case 'open':
      return session.open(first!, second!, third!, signal);
    case 'reread':
      return session.reread(first!, signal);
    case 'corrections':
      return session.corrections(first!, second!);
    case 'profile':
      return session.profile(onProgress, signal);
    case 'plan':
      return session.plan(first!, onProgress, signal);
    case 'commit':
      return session.commit(Object.assign({}, first, { onProgress, signal }) as never);
    default:
      return session[method](first as never);
  }
}

interface PageAdapter {
  adapter(methods: readonly AdapterMethod[]): PersistenceAdapter;
  settle(message: PageMessage): void;
}

/** The page's adapter as one of this thread: every call is a message there and back. */
function pageAdapter(scope: MessageTarget): PageAdapter {
  const pending = new Map<
    number,
    { readonly resolve: (value: never) => void; readonly reject: (error: unknown) => void }
  >();
  let lastId = 0;

  function call<T>(method: AdapterMethod, argument: unknown, context: AdapterContext): Promise<T> {
    const { signal, ...sent } = context;
    signal?.throwIfAborted();
    const requestId = ++lastId;
    const post = (message: WorkerMessage): void => scope.postMessage(message);
    const abort = (): void => {
      post({ type: 'adapter-abort', requestId });
      pending.get(requestId)?.reject(signal?.reason);
      pending.delete(requestId);
    };
    return new Promise<T>((resolve, reject) => {
      pending.set(requestId, { resolve, reject });
      signal?.addEventListener('abort', abort, { once: true });
      post({ type: 'adapter-call', requestId, method, argument, context: sent });
    }).finally(() => signal?.removeEventListener('abort', abort));
  }

  return {
    adapter: (methods) =>
      Object.fromEntries(
        methods.map((method) => [
          method,
          (argument: unknown, context: AdapterContext) => call(method, argument, context),
        ]),
      ) as unknown as PersistenceAdapter,
    settle(message) {
      if (message.type !== 'adapter-result' && message.type !== 'adapter-error') return;
      const call = pending.get(message.requestId);
      pending.delete(message.requestId);
      if (message.type === 'adapter-result') call?.resolve(message.value as never);
      else call?.reject(receiveError(message.error));
    },
  };
}
