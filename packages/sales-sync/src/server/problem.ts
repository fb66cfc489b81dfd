/** The request can not be done; the answer says why (RFC 9457). */
export class SyncProblem extends Error {
  override readonly name = 'SyncProblem';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** Never a stack, nor the words of an unknown error. */
export function problemResponse(error: unknown): Response {
  const { status, code, message } =
    error instanceof SyncProblem
      ? error
      : new SyncProblem(
          503,
          'unavailable',
          'This could not be done just now. Is the accounting system running? Try again in a while.',
        );
  const body = {
    type: `urn:importera:problem:${code}`,
    title: message,
    status,
    code,
    detail: message,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });
}
