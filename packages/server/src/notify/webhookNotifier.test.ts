import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CUSTOMERS, openApi, pglite, pgliteServerDatabase, type Api } from '../server.fixture.ts';
import type { Notifier } from './Notifier.ts';
import { verifyWebhook, webhookNotifier } from './webhookNotifier.ts';

const secret = 'whsec_c2VjcmV0IG9mIHRoZSB0ZXN0cyBvZiBpbXBvcnRlcmE=';
const within = { timeout: 60_000, interval: 50 };

interface Received {
  readonly headers: Headers;
  readonly body: string;
}

/** A real HTTP server that notes what it gets and answers as told. */
async function startReceiver(
  answer: (response: ServerResponse, count: number, request: IncomingMessage) => void,
): Promise<{ readonly url: string; readonly received: Received[]; close(): void }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const headers = new Headers(request.headers as Record<string, string>);
      received.push({ headers, body });
      answer(response, received.length, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/hook`, received, close };
}

describe('webhooks about imports', { timeout: 180_000 }, () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  test('are signed, and come again with the same id until they are taken', async () => {
    const receiver = await startReceiver((response, count) => {
      response.writeHead(count === 1 ? 500 : 200).end('thanks');
    });
    const worker = api.worker({ notifiers: [webhookNotifier({ url: receiver.url, secret })] });
    await worker.start();
    const id = await api.start(CUSTOMERS);
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), within);
    const [first, second] = receiver.received;
    expect(second?.headers.get('webhook-id')).toBe(first?.headers.get('webhook-id'));
    expect(JSON.parse(second?.body ?? '')).toMatchObject({
      type: 'import.completed',
      data: { tenant: api.tenant, import: { id, report: { rows: 4, rejected: 1 } } },
    });
    expect(second?.body).not.toContain('recipe');
    const { headers, body } = second ?? { headers: new Headers(), body: '' };
    expect(verifyWebhook(headers, body, { secret })).toBe(true);
    expect(verifyWebhook(headers, `${body} `, { secret })).toBe(false);
    expect(verifyWebhook(headers, body, { secret: 'another secret, as long' })).toBe(false);
    // As Node's own server and Express have them.
    const plain = Object.fromEntries(headers);
    expect(verifyWebhook(plain, body, { secret })).toBe(true);
    expect(verifyWebhook({ ...plain, 'webhook-id': ['another'] }, body, { secret })).toBe(false);
    expect(verifyWebhook({}, body, { secret })).toBe(false);
    const old = new Headers(headers);
    old.set('webhook-timestamp', String(Math.floor(Date.now() / 1000) - 3_600));
    expect(verifyWebhook(old, body, { secret })).toBe(false);
    await worker.stop();
    receiver.close();
  });

  test('one that hangs holds up no other, nor a notifier that does not heed its time', async () => {
    const hanging = await startReceiver(() => undefined);
    const good = await startReceiver((response) => void response.writeHead(204).end());
    const asleep: Notifier = { name: 'asleep', notify: () => new Promise(() => undefined) };
    const worker = api.worker({
      notifiers: [
        asleep,
        webhookNotifier({ name: 'hanging', url: hanging.url, secret, timeoutMs: 300 }),
        webhookNotifier({ name: 'good', url: good.url, secret }),
      ],
    });
    await worker.start();
    const ids = [await api.start(CUSTOMERS), await api.start(CUSTOMERS)];
    await vi.waitFor(() => {
      const told = good.received.map(({ body }) => JSON.parse(body).data.import.id as string);
      expect([...new Set(told)].sort()).toEqual([...ids].sort());
    }, within);
    // It is tried again; the import is long done.
    await vi.waitFor(() => expect(hanging.received.length).toBeGreaterThan(ids.length), within);
    expect((await api.until(ids[0] ?? '', 'completed')).status).toBe('completed');
    await worker.stop();
    hanging.close();
    good.close();
  });

  test('are not sent on to where a redirection points', async () => {
    const elsewhere = await startReceiver((response) => void response.writeHead(200).end());
    const moved = await startReceiver((response, count) => {
      response.writeHead(count === 1 ? 307 : 410, { location: elsewhere.url }).end();
    });
    const worker = api.worker({ notifiers: [webhookNotifier({ url: moved.url, secret })] });
    await worker.start();
    await api.start(CUSTOMERS);
    await vi.waitFor(() => expect(moved.received).toHaveLength(2), within);
    expect(elsewhere.received).toEqual([]);
    await worker.stop();
    moved.close();
    elsewhere.close();
  });

  test('need a secret worth the name', () => {
    expect(() => webhookNotifier({ url: 'http://localhost', secret: 'short' })).toThrow(TypeError);
    // As JavaScript calls them where an environment variable is not set.
    const unset = undefined as unknown as string;
    const notify = () => webhookNotifier({ url: 'http://localhost', secret: unset });
    expect(notify).toThrow(/webhookNotifier needs a secret of 16 characters/);
    expect(notify).toThrow(TypeError);
    const verify = () => verifyWebhook(new Headers(), '{}', { secret: unset });
    expect(verify).toThrow(/verifyWebhook needs a secret/);
    const parsed = {} as unknown as string;
    expect(() => verifyWebhook({}, parsed, { secret })).toThrow(/before it is parsed/);
  });
});
