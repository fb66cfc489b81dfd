import { ImportError, type AdapterContext, type PersistenceAdapter } from '@importera/engine';
import { parseCall } from './parseCall.ts';
import {
  CALLS,
  type Call,
  type CallRequest,
  type CallResponse,
  type ErrorResponse,
  type SentContext,
} from './protocol.ts';
import { readJson } from './readJson.ts';
import { RequestError } from './RequestError.ts';

/** What a request is about to do. */
export interface AuthorizedCall {
  readonly call: Call;
  readonly importId: string;
  /** The entities it reads or writes. */
  readonly entities: readonly string[];
}

/** Who may call, and how much a call may hold. */
export interface ServeAdapterOptions {
  /**
   * Who may do what: true goes on, false answers 403, a `Response` (a 401, say) is given as it is. Asked before the
   * adapter is, with the request whose headers and cookies tell who it is.
   */
  readonly authorize: (
    request: Request,
    call: AuthorizedCall,
  ) => boolean | Response | Promise<boolean | Response>;
  /** Largest body taken; default 16 MiB. */
  readonly maxBytes?: number;
  /** Most keys of a lookup and operations of a batch; default 10,000. */
  readonly maxItems?: number;
  /** Told of every failure that is not the caller's fault; the answer never says more than its message. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/**
 * A fetch handler that serves an adapter to `httpAdapter`, for any host that speaks `Request` and `Response`: answers
 * `POST …/lookup`, `/write`, `/fields`, `/create-field` and `/undo`.
 * @example
 * const serve = serveAdapter(adapter, { authorize: (request) => isAdministrator(request) });
 * app.post('/api/import/*', (c) => serve(c.req.raw));
 */
export function serveAdapter(
  adapter: PersistenceAdapter,
  options: ServeAdapterOptions,
): (request: Request) => Promise<Response> {
  const { authorize, maxBytes = 16 * 1024 * 1024, maxItems = 10_000, onError } = options;
  return async (request) => {
    try {
      const call = callOf(request);
      const body = parseCall(call, await readJson(request, maxBytes), { maxItems });
      const allowed = await authorize(request, authorizedCall(call, body));
      if (allowed instanceof Response) return allowed;
      if (!allowed) throw new RequestError(403, 'You may not do this import.');
      return answer(200, await SERVED[call](adapter, body as never, request.signal));
    } catch (error) {
      if (!(error instanceof RequestError)) onError?.(error, request);
      return failure(error);
    }
  };
}

type Served = {
  readonly [Name in Call]: (
    adapter: PersistenceAdapter,
    body: CallRequest[Name],
    signal: AbortSignal,
  ) => Promise<CallResponse[Name]>;
};

const SERVED: Served = {
  lookup: (adapter, body, signal) => adapter.lookup(body.request, contextOf(body, signal)),
  write: async (adapter, body, signal) => {
    const { importId } = body.context;
    if (importId === '' || !body.batch.id.startsWith(`${importId}/`)) {
      throw new RequestError(400, 'batch.id must start with context.importId and a slash.');
    }
    return { outcomes: await adapter.write(body.batch, contextOf(body, signal)) };
  },
  fields: async (adapter, body, signal) => {
    return { fields: (await adapter.fields?.(body.entity, contextOf(body, signal))) ?? {} };
  },
  'create-field': async (adapter, body, signal) => {
    if (adapter.createField === undefined)
      throw new RequestError(501, 'New fields can not be made here.');
    await adapter.createField(body.field, contextOf(body, signal));
    return {};
  },
  undo: async (adapter, body, signal) => {
    if (adapter.undo === undefined) throw new RequestError(501, 'Imports can not be undone here.');
    return await adapter.undo(body.importId, contextOf(body, signal));
  },
};

function contextOf(
  { context }: { readonly context: SentContext },
  signal: AbortSignal,
): AdapterContext {
  return { ...context, signal };
}

/** @throws RequestError 404 or 405 */
function callOf(request: Request): Call {
  const name = new URL(request.url).pathname.replace(/\/+$/, '').split('/').at(-1);
  const call = CALLS.find((known) => known === name);
  if (call === undefined)
    throw new RequestError(404, `There is nothing here. Post to ${CALLS.join(', ')}.`);
  if (request.method !== 'POST') throw new RequestError(405, `Use POST for ${call}.`);
  return call;
}

function authorizedCall(call: Call, body: CallRequest[Call]): AuthorizedCall {
  const importId = 'importId' in body ? body.importId : body.context.importId;
  return { call, importId, entities: entitiesOf(body) };
}

function entitiesOf(body: CallRequest[Call]): readonly string[] {
  if ('request' in body) return [body.request.entity];
  if ('batch' in body) return [...new Set(body.batch.operations.map(({ entity }) => entity))];
  if ('entity' in body) return [body.entity];
  return 'field' in body ? [body.field.entity] : [];
}

/** Says what went wrong and whether to try again; never a stack, nor the words of an unknown error. */
function failure(error: unknown): Response {
  if (error instanceof RequestError) return refuse(error.status, error.message);
  if (!(error instanceof ImportError))
    return refuse(500, 'The server failed. The failure is in its log.', {
      transient: isMarked(error, 'transient'),
      fatal: isMarked(error, 'fatal'),
    });
  const { transient, fatal } = error;
  return refuse(transient ? 503 : 500, error.message, { transient, fatal });
}

type Mark = 'transient' | 'fatal';

function isMarked(error: unknown, mark: Mark): boolean {
  return (error as { readonly [mark in Mark]?: unknown } | null | undefined)?.[mark] === true;
}

function refuse(
  status: number,
  message: string,
  marks: Partial<Record<Mark, boolean>> = {},
): Response {
  const code = status < 500 ? 'request-invalid' : 'adapter-failed';
  const body: ErrorResponse = {
    error: {
      code,
      message,
      transient: marks.transient === true,
      ...(marks.fatal === true && { fatal: true }),
    },
  };
  return answer(status, body, status === 405 ? { allow: 'POST' } : {});
}

function answer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}
