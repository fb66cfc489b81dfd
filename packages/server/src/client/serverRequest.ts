import { ImportError, type ImportErrorCode } from '@importera/engine';

/** How the server is reached. */
export interface ServerAccess {
  /** Where the server's handler is mounted, e.g. `/api/imports`. */
  readonly url: string;
  /** Headers of every request, e.g. a token; cookies go by themselves. */
  readonly headers?: () =>
    | Readonly<Record<string, string>>
    | Promise<Readonly<Record<string, string>>>;
  readonly fetch?: typeof fetch;
}

export interface ServerCall {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly bytes?: Blob;
  readonly signal?: AbortSignal | undefined;
}

const CODES: ReadonlySet<string> = new Set<ImportErrorCode>([
  'file-empty',
  'file-encrypted',
  'file-corrupt',
  'file-unsupported',
  'file-too-large',
  'file-unreadable',
  'sheet-missing',
  'option-invalid',
  'schema-invalid',
  'recipe-invalid',
  'check-failed',
  'adapter-failed',
  'store-failed',
  'worker-failed',
  'state-invalid',
  'not-permitted',
]);

/** Asks the server. @throws ImportError in the server's words; `transient` where the same may succeed later. */
export async function askServer(
  access: ServerAccess,
  path: string,
  { method = 'POST', body, bytes, signal }: ServerCall = {},
): Promise<Response> {
  const { url, headers, fetch: send = fetch } = access;
  const type = bytes === undefined ? 'application/json' : 'application/octet-stream';
  const payload = bytes ?? (method === 'GET' ? undefined : JSON.stringify(body ?? {}));
  let response: Response;
  try {
    response = await send(`${url}${path}`, {
      method,
      headers: {
        ...(await headers?.()),
        ...(payload === undefined ? {} : { 'content-type': type }),
      },
      ...(payload === undefined ? {} : { body: payload }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw signal.reason;
    const message = 'The server could not be reached. Check the connection and try again.';
    throw new ImportError('worker-failed', message, { cause, transient: true });
  }
  if (response.ok) return response;
  throw await errorOf(response);
}

async function errorOf(response: Response): Promise<ImportError> {
  const { status } = response;
  const told = (await response.json().catch(() => null)) as {
    readonly code?: string;
    readonly detail?: string;
    readonly params?: Readonly<Record<string, string | number | boolean>>;
  } | null;
  const code = CODES.has(told?.code ?? '') ? (told?.code as ImportErrorCode) : 'worker-failed';
  return new ImportError(code, told?.detail ?? `The server refused this (status ${status}).`, {
    params: { status, ...told?.params },
    transient: status >= 500 || status === 429,
  });
}
