import { RequestProblem } from './problem.ts';

/** Whether a request is a file by itself, sent whole: not tus, which goes on where it broke off. */
export function isPlainUpload({ method, headers }: Request): boolean {
  const type = headers.get('content-type') ?? '';
  return (
    method === 'POST' &&
    !headers.has('tus-resumable') &&
    /^application\/octet-stream\s*(;|$)/i.test(type)
  );
}

/**
 * A file sent whole, as tus would have sent it: `POST …/uploads?name=customers.csv` with its bytes.
 * @param fallback its name where the request says none
 * @throws RequestProblem 411 when it does not say how long it is
 */
export function plainUpload(request: Request, fallback: string): Request {
  const length = request.headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) {
    const detail =
      'Say how long the file is: content-length. One that is not known yet goes by tus.';
    throw new RequestProblem(411, 'length-required', detail);
  }
  const name = new URL(request.url).searchParams.get('name') ?? fallback;
  const headers = new Headers({
    'tus-resumable': '1.0.0',
    'upload-length': length,
    ...(name !== '' && { 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` }),
    ...(length !== '0' && { 'content-type': 'application/offset+octet-stream' }),
  });
  const { url, body, signal } = request;
  const init: RequestInit & { readonly duplex: 'half' } = {
    method: 'POST',
    headers,
    body,
    signal,
    duplex: 'half',
  };
  return new Request(url, init);
}
