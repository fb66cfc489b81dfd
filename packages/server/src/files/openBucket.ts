import { createHash } from 'node:crypto';
import { ImportError } from '@importera/engine';
import { AwsClient } from 'aws4fetch';

/** Keys of an account, as S3 knows them. */
export interface BucketCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Which bucket, and on whose account. */
export interface BucketOptions {
  /** Address of the bucket, e.g. `https://imports.s3.eu-north-1.amazonaws.com` or `http://localhost:9000/imports`. */
  readonly bucket: string;
  /** As requests are signed for; default `auto`. */
  readonly region?: string;
  /** Of an account that may get, put, list and delete objects; a function where they change. */
  readonly credentials: BucketCredentials | (() => BucketCredentials | Promise<BucketCredentials>);
  /** Milliseconds until a request is given up and tried again; default 60,000. */
  readonly timeoutMs?: number;
}

/** Objects by name. What the bucket refuses or does not answer is an `ImportError` that may pass. */
export interface Bucket {
  put(object: string, bytes: Uint8Array): Promise<void>;
  read(object: string): AsyncIterable<Uint8Array>;
  /** Removing what is not there is no error. */
  remove(object: string): Promise<void>;
  /** Removes every object of a folder (ends with `/`), which holds objects named by ids alone. */
  removeAll(folder: string): Promise<void>;
}

export function openBucket(options: BucketOptions): Bucket {
  const { region = 'auto', timeoutMs = 60_000 } = options;
  const base = options.bucket.replace(/\/+$/, '');

  async function send(url: string, init: RequestInit): Promise<Response> {
    const credentials =
      typeof options.credentials === 'function' ? await options.credentials() : options.credentials;
    const client = new AwsClient({ ...credentials, service: 's3', region, retries: 4 });
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await client.fetch(url, { redirect: 'error', signal, ...init }).catch(failed);
    if (response.ok) return response;
    await response.body?.cancel();
    return failed(new Error(`The bucket answered ${response.status}.`));
  }

  return {
    async put(object, bytes) {
      const headers = { 'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex') };
      await send(`${base}/${object}`, { method: 'PUT', headers, body: bytes as BodyInit });
    },
    async *read(object) {
      const { body } = await send(`${base}/${object}`, { method: 'GET' });
      try {
        yield* body ?? [];
      } catch (error) {
        failed(error);
      }
    },
    async remove(object) {
      await send(`${base}/${object}`, { method: 'DELETE' });
    },
    async removeAll(folder) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: folder });
      for (let last = ''; ;) {
        const list = await (await send(`${base}?${query.toString()}`, { method: 'GET' })).text();
        // Objects of a folder are named by ids, so whatever stands before them needs no unescaping.
        const ids = [...list.matchAll(/<Key>[^<]*?([\w-]+)<\/Key>/g)].map(([, id = '']) => id);
        if (ids.length === 0) return;
        if (ids[0] === last) failed(new Error('The bucket keeps what was removed.'));
        last = ids[0] ?? '';
        for (const id of ids) await send(`${base}/${folder}${id}`, { method: 'DELETE' });
      }
    },
  };
}

/** @throws ImportError always: whoever asked tries again later. */
function failed(cause: unknown): never {
  const message = 'The bucket of uploaded files could not be asked.';
  throw new ImportError('store-failed', message, { cause, transient: true });
}
