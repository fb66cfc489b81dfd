import { ImportError } from '@importera/engine';
import type { Call, ErrorResponse } from './protocol.ts';

const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 425, 429]);

/** They say the same of every call. Not 413: a smaller batch may get through. */
const FATAL_STATUSES: ReadonlySet<number> = new Set([401, 403, 404, 405, 415]);

/** The error of an answer that is no success, in the server's words where it speaks ours. */
export function httpError(call: Call, response: Response, answer: unknown): ImportError {
  const { status } = response;
  const told = isErrorResponse(answer) ? answer.error : null;
  return new ImportError('adapter-failed', told?.message ?? plainMessage(call, status), {
    // The server knows best whether its failure passes; a proxy in between does not say.
    transient: told?.transient ?? (status >= 500 || PASSING_STATUSES.has(status)),
    fatal: told?.fatal ?? FATAL_STATUSES.has(status),
    params: { call, status },
  });
}

export function noConnection(call: Call, cause: unknown): ImportError {
  return new ImportError(
    'adapter-failed',
    `The server could not be reached for ${call}. Check the connection and try again.`,
    {
      cause,
      transient: true,
      params: { call },
    },
  );
}

export function timedOut(call: Call, timeoutMs: number): ImportError {
  return new ImportError(
    'adapter-failed',
    `The server did not answer ${call} within ${timeoutMs} ms. Try again, or allow more with timeoutMs.`,
    {
      transient: true,
      params: { call, timeoutMs },
    },
  );
}

export function invalidAnswer(call: Call): ImportError {
  return new ImportError(
    'adapter-failed',
    `The server's answer to ${call} is not what serveAdapter gives. Check the url of httpAdapter, and what stands between.`,
    { fatal: true, params: { call } },
  );
}

function plainMessage(call: Call, status: number): string {
  if (status === 401) return `The server wants you to sign in again before ${call} (status 401).`;
  if (status === 403) return `You may not ${call} here (status 403).`;
  if (status === 404)
    return `There is no ${call} at this address (status 404). Check the url of httpAdapter.`;
  return `The server failed at ${call} (status ${status}).`;
}

function isErrorResponse(answer: unknown): answer is ErrorResponse {
  const error = (answer as Partial<ErrorResponse> | null | undefined)?.error;
  return typeof error?.message === 'string' && typeof error.transient === 'boolean';
}
