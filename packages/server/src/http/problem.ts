import { ImportError } from '@importera/engine';

/** An answer that is no success, as data (RFC 9457). */
export interface Problem {
  readonly status: number;
  /** Stable, for programs. */
  readonly code: string;
  /** What happened and what to do, for people. */
  readonly detail: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

/** The request can not be done; the answer says why. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly problem: Problem;

  constructor(status: number, code: string, detail: string, params: Problem['params'] = {}) {
    super(detail);
    this.problem = { status, code, detail, params };
  }
}

const STATUSES: Readonly<Partial<Record<ImportError['code'], number>>> = {
  'state-invalid': 409,
  'not-permitted': 403,
  'file-too-large': 413,
  'adapter-failed': 502,
  'check-failed': 502,
  'store-failed': 503,
  'worker-failed': 503,
};

/** What a failure says to the caller: never a stack, nor the words of an unknown error. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestProblem) return error.problem;
  if (error instanceof ImportError) {
    const { code, message, params, transient } = error;
    return { status: transient ? 503 : (STATUSES[code] ?? 422), code, detail: message, params };
  }
  const detail = 'The server could not do this just now. Try again in a while.';
  return { status: 503, code: 'unavailable', detail };
}

/** A failure as `application/problem+json`, never cached. */
export function problemResponse(problem: Problem, headers?: Headers): Response {
  const all = new Headers(headers);
  all.set('content-type', 'application/problem+json; charset=utf-8');
  all.set('cache-control', 'no-store');
  all.set('x-content-type-options', 'nosniff');
  all.delete('content-length');
  const wait = problem.params?.['retryAfterSeconds'];
  if (wait !== undefined) all.set('retry-after', String(wait));
  const { status, code, detail, params = {} } = problem;
  const body = {
    type: `urn:importera:problem:${code}`,
    title: detail,
    status,
    code,
    detail,
    params,
  };
  return new Response(JSON.stringify(body), { status, headers: all });
}
