import { Upload, type HttpRequest, type HttpResponse, type HttpStack } from 'tus-js-client';
import { ImportError } from '@importera/engine';
import type { ServerAccess } from './serverRequest.ts';

/** Bytes of a request: what is sent again at most when a connection breaks. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/** Sends a file to an import, going on where it was when a connection breaks. */
export async function uploadFile(
  access: ServerAccess,
  importId: string,
  {
    file,
    name,
    signal,
  }: { readonly file: Blob; readonly name: string; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const headers = { ...(await access.headers?.()) };
  signal?.throwIfAborted();
  let stop = (): void => undefined;
  const sent = new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `${access.url}/${importId}/uploads`,
      metadata: { filename: name },
      headers,
      chunkSize: CHUNK_BYTES,
      retryDelays: [200, 1_000, 3_000, 8_000],
      storeFingerprintForResuming: false,
      fileReader: { openFile: (input: Blob) => Promise.resolve(slicesOf(input)) },
      httpStack: fetchStack(access.fetch ?? fetch),
      onSuccess: () => resolve(),
      onError: (error) => reject(uploadFailed(error)),
    });
    stop = () => {
      void upload.abort();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    upload.start();
  });
  await sent.finally(() => signal?.removeEventListener('abort', stop));
}

function uploadFailed(cause: Error): ImportError {
  const status =
    'originalResponse' in cause
      ? (cause.originalResponse as HttpResponse | null)?.getStatus()
      : undefined;
  if (status === 413) {
    return new ImportError('file-too-large', 'The file is larger than the server takes.', {
      cause,
    });
  }
  const message = 'The file could not be sent to the server. Try again.';
  return new ImportError('worker-failed', message, {
    cause,
    transient: true,
    params: status === undefined ? {} : { status },
  });
}

interface Slices {
  readonly size: number;
  slice(start: number, end: number): Promise<{ readonly value: Blob; readonly done: boolean }>;
  close(): void;
}

/** A blob in parts, in browsers and in Node alike. */
function slicesOf(blob: Blob): Slices {
  return {
    size: blob.size,
    slice: (start, end) =>
      Promise.resolve({ value: blob.slice(start, end), done: end >= blob.size }),
    close: () => undefined,
  };
}

/** Requests of the tus client by `fetch`, so that a host's own goes for uploads too. */
function fetchStack(send: typeof fetch): HttpStack {
  return {
    getName: () => 'fetch',
    createRequest: (method, url) => fetchRequest(send, method, url),
  };
}

function fetchRequest(send: typeof fetch, method: string, url: string): HttpRequest {
  const headers = new Headers();
  const aborted = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => headers.set(name, value),
    getHeader: (name) => headers.get(name) ?? undefined,
    setProgressHandler: () => undefined,
    async send(body: Blob | null) {
      const response = await send(url, {
        method,
        headers,
        signal: aborted.signal,
        ...(body == null ? {} : { body }),
      });
      const text = await response.text();
      return {
        getStatus: () => response.status,
        getHeader: (name) => response.headers.get(name) ?? undefined,
        getBody: () => text,
        getUnderlyingObject: () => response,
      };
    },
    abort() {
      aborted.abort();
      return Promise.resolve();
    },
    getUnderlyingObject: () => null,
  };
}
