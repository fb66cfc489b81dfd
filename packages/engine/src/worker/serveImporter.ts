import { ImportError } from '../issue/ImportError.ts';
import type { IssueTexts } from '../issue/IssueTexts.ts';
import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { createSession } from '../importer/createSession.ts';
import type { ImportSession } from '../importer/Session.ts';
import type { Schema } from '../schema/Schema.ts';
import { pageAdapter } from './pageAdapter.ts';
import type { MessageTarget, PageMessage, SessionMethod, WorkerMessage } from './protocol.ts';
import { sendError } from './sentError.ts';

/** What a worker works with. */
export interface ServeImporterOptions {
  /** The schema, with its functions. Without it the page sends one. */
  readonly schema?: Schema;
  /** An adapter that lives in the worker (one over HTTP, say). Without it the page's is called. */
  readonly adapter?: PersistenceAdapter;
  /** Languages besides English of the reasons in error files, e.g. `sv` of `@importera/engine/locales/sv`. */
  readonly texts?: readonly IssueTexts[];
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
  const scope: MessageTarget = options.scope ?? globalThis;
  const post = (message: WorkerMessage): void => scope.postMessage(message);
  const page = pageAdapter(post);
  const calls = sessionCalls(post);
  scope.addEventListener('message', (event) => {
    const message = event.data as PageMessage;
    switch (message.type) {
      case 'init': {
        const schema = options.schema ?? message.schema;
        const adapter = options.adapter ?? page.withMethods(message.adapter ?? []);
        calls.serve(
          schema === null
            ? null
            : createSession({
                schema,
                adapter,
                user: message.user ?? undefined,
                texts: options.texts,
              }),
        );
        break;
      }
      case 'call':
        void calls.answer(message);
        break;
      case 'abort':
        calls.abort(message.requestId);
        break;
      case 'signal':
        calls.session()?.[message.signal]();
        break;
      default:
        page.settle(message);
    }
  });
  scope.start?.();
}

interface SessionCalls {
  serve(session: ImportSession | null): void;
  session(): ImportSession | null;
  answer(message: PageMessage & { readonly type: 'call' }): Promise<void>;
  abort(requestId: number): void;
}

function sessionCalls(post: (message: WorkerMessage) => void): SessionCalls {
  const running = new Map<number, AbortController>();
  let session: ImportSession | null = null;
  return {
    serve: (made) => void (session = made),
    session: () => session,
    async answer({ requestId, method, args }) {
      const controller = new AbortController();
      running.set(requestId, controller);
      try {
        if (session === null) throw new ImportError('worker-failed', NO_SCHEMA);
        const onProgress = (value: unknown): void => post({ type: 'progress', requestId, value });
        const rest = { onProgress, signal: controller.signal };
        post({ type: 'result', requestId, value: await invoke(session, method, args, rest) });
      } catch (error) {
        post({ type: 'error', requestId, error: sendError(error) });
      } finally {
        running.delete(requestId);
      }
    },
    abort: (requestId) => running.get(requestId)?.abort(),
  };
}

const NO_SCHEMA =
  'The import worker has no schema. Give one to serveImporter in the worker file, or to connectWorker on the page.';

interface Rest {
  readonly onProgress: (value: unknown) => void;
  readonly signal: AbortSignal;
}

/** Where each method takes its progress callback and its signal. The other side is typed, so the arguments fit. */
function invoke(
  session: ImportSession,
  method: SessionMethod,
  args: readonly unknown[],
  { onProgress, signal }: Rest,
): Promise<unknown> {
  const call = session[method]?.bind(session) as (...all: readonly unknown[]) => Promise<unknown>;
  switch (method) {
    case 'open':
    case 'reread':
      return call(...args, signal);
    case 'profile':
    case 'plan':
      return call(...args, onProgress, signal);
    case 'commit':
      return call(Object.assign({}, args[0], { onProgress, signal }));
    default:
      return call(...args);
  }
}
