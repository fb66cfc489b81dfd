import { ImportError, type AdapterContext, type PersistenceAdapter } from '@importera/engine';
import { httpError, invalidAnswer, noConnection, timedOut } from './httpError.ts';
import type { Call, CallRequest, CallResponse, SentContext } from './protocol.ts';
import { retryAfter } from './retryAfter.ts';

/** Where the host answers, and how its calls are sent. */
export interface HttpAdapterOptions {
  /** Where `serveAdapter` is mounted, e.g. `/api/import`. */
  readonly url: string | URL;
  /** Default: the global `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Sent with every call; a function is asked each time, e.g. for a token that is renewed. */
  readonly headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>);
  /** As in `fetch`; default `same-origin`. */
  readonly credentials?: 'omit' | 'same-origin' | 'include';
  /** Milliseconds one call may take; default 60,000. */
  readonly timeoutMs?: number;
}

/** Everything but what needs the host's own process: run-time offers of settings come with the schema. */
export type HttpAdapter = PersistenceAdapter &
  Required<Pick<PersistenceAdapter, 'fields' | 'createField' | 'undo'>>;

/**
 * Reaches the adapter of a server, see `serveAdapter`. A call fails with an `ImportError` `adapter-failed` that is
 * `transient` for lost connections, time-outs, and statuses 408, 425, 429 and 5xx; the next call waits as long as
 * `Retry-After` asks (half a minute at most). It is `fatal` for statuses 401, 403, 404, 405 and 415, and for answers that
 * `serveAdapter` does not give.
 * @example
 * const adapter = httpAdapter({ url: '/api/import', headers: () => ({ authorization: `Bearer ${token()}` }) });
 */
export function httpAdapter(options: HttpAdapterOptions): HttpAdapter {
  const post = poster(options);
  return {
    async lookup(request, context) {
      const { matches } = await post('lookup', { context: sent(context), request }, context);
      if (!isListOf(matches, request.keys.length) || !matches.every(areRecords))
        throw invalidAnswer('lookup');
      return { matches };
    },
    async write(batch, context) {
      const { outcomes } = await post('write', { context: sent(context), batch }, context);
      if (!isListOf(outcomes, batch.operations.length) || !outcomes.every(isOutcome))
        throw invalidAnswer('write');
      return outcomes;
    },
    async fields(entity, context) {
      const { fields } = await post('fields', { context: sent(context), entity }, context);
      if (typeof fields !== 'object' || fields === null) throw invalidAnswer('fields');
      return fields;
    },
    async createField(field, context) {
      await post('create-field', { context: sent(context), field }, context);
    },
    async undo(importId, context) {
      const report = await post('undo', { context: sent(context), importId }, context);
      if (typeof report.reversed !== 'number') throw invalidAnswer('undo');
      return report;
    },
  };
}

type Post = <Name extends Call>(
  call: Name,
  body: CallRequest[Name],
  context: AdapterContext,
) => Promise<CallResponse[Name]>;

function poster(options: HttpAdapterOptions): Post {
  const { url, timeoutMs = 60_000, credentials = 'same-origin' } = options;
  const send = options.fetch ?? ((address, init) => fetch(address, init));
  let quietUntil = 0;
  return async (call, body, { signal }) => {
    signal?.throwIfAborted();
    await pause(quietUntil - Date.now(), signal);
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    const stop = signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
    try {
      const response = await send(`${String(url).replace(/\/+$/, '')}/${call}`, {
        method: 'POST',
        headers: {
          ...(await headersOf(options)),
          'content-type': 'application/json',
          accept: 'application/json',
        },
        body: JSON.stringify(body),
        credentials,
        signal: stop,
      });
      quietUntil = Math.max(quietUntil, Date.now() + retryAfter(response));
      return await answerOf(response, call);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ImportError) throw error;
      throw timeout.signal.aborted ? timedOut(call, timeoutMs) : noConnection(call, error);
    } finally {
      clearTimeout(timer);
    }
  };
}

async function headersOf({
  headers,
}: HttpAdapterOptions): Promise<Readonly<Record<string, string>>> {
  return typeof headers === 'function' ? await headers() : (headers ?? {});
}

async function answerOf<Name extends Call>(
  response: Response,
  call: Name,
): Promise<CallResponse[Name]> {
  // A body that breaks off is a lost connection; one that is no JSON comes from somebody else.
  const text = await response.text();
  const answer = parseJson(text);
  if (!response.ok) throw httpError(call, response, answer);
  if (typeof answer !== 'object' || answer === null) throw invalidAnswer(call);
  return answer as CallResponse[Name];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sent({ importId, settings, kind }: AdapterContext): SentContext {
  return {
    importId,
    settings,
    ...(kind !== undefined && { kind }),
  };
}

function isListOf(list: unknown, length: number): boolean {
  return Array.isArray(list) && list.length === length;
}

function isOutcome(outcome: unknown): boolean {
  const { status, id, code } = (outcome ?? {}) as Readonly<Record<string, unknown>>;
  if (status === 'written') return typeof id === 'string';
  return status === 'refused' && typeof code === 'string';
}

function areRecords(found: unknown): boolean {
  return Array.isArray(found) && found.every(isRecord);
}

function isRecord(record: unknown): boolean {
  const { id, values } = (record ?? {}) as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof values === 'object' && values !== null;
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
