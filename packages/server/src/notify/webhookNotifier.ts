import { createHmac, timingSafeEqual } from 'node:crypto';
import { NoticeRefused, type ImportNotice, type Notifier } from './Notifier.ts';

/** Whom a webhook tells, and how it is signed. */
export interface WebhookOptions {
  /** Where to tell it; null: not about this import. */
  readonly url: string | ((notice: ImportNotice) => string | null);
  /** What receivers check the signature with: at least 16 characters. */
  readonly secret: string;
  /** Milliseconds until an answer is waited for no longer; default 10,000. */
  readonly timeoutMs?: number;
  /** Tells several webhooks of a worker apart; default `webhook`. */
  readonly name?: string;
  readonly fetch?: typeof fetch;
}

/**
 * Posts the end of an import as JSON, signed as the Standard Webhooks specification says: headers `webhook-id` (the same when
 * it is told again), `webhook-timestamp` (seconds) and `webhook-signature`. Any answer but 2xx, or none in time, is tried again,
 * later and later, for half a day; 410 ends it. Redirections are not followed.
 * @example
 * const webhook = webhookNotifier({ url: 'https://example.com/hooks/imports', secret: process.env.WEBHOOK_SECRET });
 */
export function webhookNotifier(options: WebhookOptions): Notifier {
  const { url, secret, timeoutMs = 10_000, name = 'webhook', fetch: send = fetch } = options;
  checkSecret('webhookNotifier', secret);
  return {
    name,
    async notify(notice, { id, signal }) {
      const address = typeof url === 'function' ? url(notice) : url;
      if (address === null) return;
      const body = JSON.stringify(webhookBody(notice));
      const timestamp = String(Math.floor(Date.now() / 1000));
      const response = await send(address, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': signatureOf({ id, timestamp, body, secret }),
        },
        body,
      });
      // What it says is of no interest, however long it is.
      await response.body?.cancel();
      if (response.ok) return;
      if (response.status === 410) throw new NoticeRefused('The webhook is gone.');
      throw new Error(`The webhook answered ${response.status}.`);
    },
  };
}

/** What a webhook is sent: the import without its recipe, which holds cells that were corrected. */
function webhookBody({ key, import: shown }: ImportNotice): object {
  const { recipe: _recipe, ...summary } = shown;
  return {
    type: `import.${shown.status}`,
    timestamp: shown.finishedAt,
    data: { tenant: key.tenant, import: summary },
  };
}

interface Signed {
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
  readonly secret: string;
}

function signatureOf({ id, timestamp, body, secret }: Signed): string {
  const mac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`);
  return `v1,${mac.digest('base64')}`;
}

/** Secrets of other tools are often written `whsec_` and base64. */
function keyOf(secret: string): Buffer {
  const encoded = /^whsec_(.+)$/.exec(secret)?.[1];
  return encoded === undefined ? Buffer.from(secret) : Buffer.from(encoded, 'base64');
}

/** @throws TypeError that says what is missing: an environment variable that is not set is not seen by a type. */
function checkSecret(what: string, secret: unknown): void {
  if (typeof secret === 'string' && secret.length >= 16) return;
  const given = typeof secret === 'string' ? `${secret.length}` : 'none';
  throw new TypeError(
    `${what} needs a secret of 16 characters or more, and was given ${given}. Give the same one to sender and receiver, e.g. { secret: process.env.WEBHOOK_SECRET }.`,
  );
}

/** Headers of a request, as `fetch` has them or as Node does (`request.headers`). */
export type WebhookHeaders =
  | Headers
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Of a header that came several times, as Node has it, the first counts. */
function headerOf(headers: WebhookHeaders, name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? '';
  const key = Object.keys(headers).find((known) => known.toLowerCase() === name);
  const value = key === undefined ? undefined : headers[key];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

/**
 * For whoever receives a webhook: whether the request was signed with the secret, and lately.
 * @param body the text of the body as it came.
 * @throws TypeError without a secret, or with a body that was parsed already
 */
export function verifyWebhook(
  headers: WebhookHeaders,
  body: string,
  {
    secret,
    toleranceSeconds = 300,
  }: { readonly secret: string; readonly toleranceSeconds?: number },
): boolean {
  checkSecret('verifyWebhook', secret);
  if (typeof body !== 'string')
    throw new TypeError('verifyWebhook needs the body as the text that came, before it is parsed.');
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const age = Math.abs(Date.now() / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || age > toleranceSeconds) return false;
  const expected = Buffer.from(signatureOf({ id, timestamp, body, secret }));
  const given = headerOf(headers, 'webhook-signature')
    .split(' ')
    .map((one) => Buffer.from(one));
  return given.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
}
