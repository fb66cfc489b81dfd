import { ImportError } from '../issue/ImportError.ts';
import { languageTag } from '../issue/IssueLanguage.ts';
import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { sessionUndo } from '../importer/sessionUndo.ts';
import type { ExportScope, ImportSession } from '../importer/Session.ts';
import type { TemplateFormat } from '../report/writeTemplate.ts';
import type { Schema } from '../schema/Schema.ts';
import { answerAdapterCalls } from './answerAdapterCalls.ts';
import type { AdapterAnswers } from './answerAdapterCalls.ts';
import { pendingCalls } from './pendingCalls.ts';
import type { OnProgress, PendingCalls } from './pendingCalls.ts';
import { ADAPTER_METHODS } from './protocol.ts';
import type { MessageTarget, PageMessage, SessionMethod, WorkerMessage } from './protocol.ts';
import { receiveError } from './sentError.ts';

/** What `connectWorker` gives to the worker. */
export interface ConnectWorkerOptions {
  /** Plain data only; leave it out when the worker file gives its own schema to `serveImporter`. */
  readonly schema?: Schema;
  /** Where records go; its calls are answered in this thread. Leave it out when the worker has its own. */
  readonly adapter?: PersistenceAdapter;
  /** Who imports, as the host names people: the adapter is told, and it stands for `IMPORTER`. */
  readonly user?: string;
}

/**
 * An import session whose work is done in a worker that runs `serveImporter`. Only the adapter's calls
 * come back to this thread. Calls that wait reject with `worker-failed` when the worker breaks.
 * @example
 * const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
 * const importer = createImporter({ schema: crm, session: connectWorker(worker, { adapter }) });
 */
export function connectWorker(
  worker: MessageTarget & Partial<Pick<Worker, 'terminate'>>,
  { schema, adapter, user }: ConnectWorkerOptions = {},
): ImportSession {
  const calls = pendingCalls();
  const post = (message: PageMessage): void => worker.postMessage(message);
  const answers = answerAdapterCalls(adapter, post);
  const onMessage = (event: MessageEvent): void => receive(event.data, calls, answers);
  worker.addEventListener('message', onMessage);
  rejectWhenBroken(worker as unknown as EventTarget, calls);
  worker.start?.();
  const methods = adapter
    ? ADAPTER_METHODS.filter((method) => adapter[method] !== undefined)
    : null;
  post({ type: 'init', schema: schema ?? null, adapter: methods, user: user ?? null });
  return {
    ...sessionCalls(calls, post),
    ...(adapter?.list !== undefined && {
      exportFile: (format: TemplateFormat, scope: ExportScope) =>
        calls.send<Blob>(
          {},
          (requestId) =>
            post({ type: 'call', requestId, method: 'exportFile', args: [format, scope] }),
          () => undefined,
        ),
    }),
    // The adapter lives in this thread: nothing of it needs the worker.
    ...sessionUndo(adapter),
    pause: () => post({ type: 'signal', signal: 'pause' }),
    resume: () => post({ type: 'signal', signal: 'resume' }),
    cancel: () => post({ type: 'signal', signal: 'cancel' }),
    dispose() {
      post({ type: 'signal', signal: 'dispose' });
      worker.removeEventListener('message', onMessage);
      calls.rejectAll(new DOMException('The import session was closed.', 'AbortError'));
      worker.terminate?.();
    },
  };
}

interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress;
}

/** Every answered method of a session as a message. */
function sessionCalls(
  calls: PendingCalls,
  post: (message: PageMessage) => void,
): Pick<ImportSession, SessionMethod> {
  const call = <T>(
    method: SessionMethod,
    args: readonly unknown[],
    options: CallOptions = {},
  ): Promise<T> =>
    calls.send(
      options,
      (requestId) => post({ type: 'call', requestId, method, args }),
      (requestId) => post({ type: 'abort', requestId }),
    );
  return {
    open: (input, name, read, signal) => call('open', [input, name, read], { signal }),
    reread: (read, signal) => call('reread', [read], { signal }),
    profile: (onProgress, signal) => call('profile', [], { onProgress, signal }),
    suggest: (kind) => call('suggest', [kind]),
    unknownValues: (recipe) => call('unknownValues', [recipe]),
    plan: (recipe, onProgress, signal) => call('plan', [recipe], { onProgress, signal }),
    rows: (query) => call('rows', [query]),
    commit: ({ onProgress, onStatus: _never, signal, ...rest }) =>
      call('commit', [rest], { onProgress, signal }),
    errorFile: (format, language) =>
      call('errorFile', [format, language === undefined ? undefined : languageTag(language)]),
    corrections: (input, name) => call('corrections', [input, name]),
    template: (format, kind) => call('template', [format, kind]),
  };
}

function receive(message: WorkerMessage, calls: PendingCalls, answers: AdapterAnswers): void {
  switch (message.type) {
    case 'result':
      calls.resolve(message.requestId, message.value);
      break;
    case 'error':
      calls.reject(message.requestId, receiveError(message.error));
      break;
    case 'progress':
      calls.progress(message.requestId, message.value);
      break;
    case 'adapter-call':
      void answers.answer(message);
      break;
    case 'adapter-abort':
      answers.abort(message.requestId);
      break;
  }
}

function rejectWhenBroken(worker: EventTarget, calls: PendingCalls): void {
  const onBroken = (event: Event): void => {
    const detail = 'message' in event && typeof event.message === 'string' ? event.message : '';
    const reason = detail === '' ? '' : ` (${detail})`;
    const message = `The import worker stopped working${reason}. What was decided is kept; reload the page to go on.`;
    calls.rejectAll(new ImportError('worker-failed', message));
  };
  worker.addEventListener('error', onBroken);
  worker.addEventListener('messageerror', onBroken);
}
