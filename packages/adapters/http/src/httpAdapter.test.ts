import { memoryAdapter, type AdapterContext, type Operation } from '@importera/engine';
import { contractSchema, describeAdapter } from '@importera/engine/testing';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { httpAdapter, type HttpAdapterOptions } from './httpAdapter.ts';
import { serveAdapter } from './serveAdapter.ts';
import { mounted, startServer, type RunningServer } from './startServer.fixture.ts';

describeAdapter(
  'httpAdapter over node:http',
  async (schema) => {
    const handler = serveAdapter(memoryAdapter(schema), { authorize: () => true });
    const server = await startServer(mounted(handler));
    return { adapter: httpAdapter({ url: server.url }), close: server.close };
  },
  { describe, test, expect },
);

const context: AdapterContext = { importId: 'import-1', settings: {} };
const request = { entity: 'company', fields: ['name'], keys: [['acme']] };
const operation: Operation = {
  row: 2,
  entity: 'company',
  action: 'create',
  record: 0,
  id: null,
  parentId: null,
  parentRecord: null,
  values: { name: 'Acme' },
};
const batch = { id: 'import-1/1', operations: [operation] };

const servers: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A server that answers each request by the next of these, and the last one ever after. */
async function answering(...answers: readonly ((response: ServerResponse) => void)[]): Promise<{
  adapter(options?: Partial<HttpAdapterOptions>): ReturnType<typeof httpAdapter>;
  count(): number;
}> {
  let count = 0;
  const server = await startServer((incoming, response) => {
    incoming.resume();
    incoming.on('end', () => {
      answers[Math.min(count, answers.length - 1)]?.(response);
      count += 1;
    });
  });
  servers.push(server);
  return { adapter: (options) => httpAdapter({ url: server.url, ...options }), count: () => count };
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = '') =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end(body);
const json = (value: unknown) =>
  status(200, { 'content-type': 'application/json' }, JSON.stringify(value));

describe('httpAdapter tells passing failures from final ones', () => {
  const cases: readonly (readonly [
    what: string,
    answer: (response: ServerResponse) => void,
    transient: boolean,
  ])[] = [
    ['400', status(400), false],
    ['401', status(401), false],
    ['403', status(403), false],
    ['404', status(404), false],
    ['408', status(408), true],
    ['413', status(413), false],
    ['425', status(425), true],
    ['429', status(429), true],
    ['500', status(500), true],
    [
      '501 that the server calls final',
      status(501, {}, '{"error":{"code":"x","message":"No","transient":false}}'),
      false,
    ],
    [
      '502 with the page of a proxy',
      status(502, { 'content-type': 'text/html' }, '<html>Bad gateway</html>'),
      true,
    ],
    ['503', status(503), true],
    ['a connection that is reset', (response) => void response.socket?.destroy(), true],
    [
      'a body that breaks off',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"matches": [');
        setTimeout(() => response.socket?.destroy(), 20);
      },
      true,
    ],
    [
      '200 with no JSON',
      status(200, { 'content-type': 'text/html' }, '<html>Sign in</html>'),
      false,
    ],
    ['200 with other JSON', json({ ok: true }), false],
    ['200 with null', json(null), false],
    ['200 with too few matches', json({ matches: [] }), false],
    ['no answer in time', () => undefined, true],
  ];
  test.each(cases)('%s', async (_what, answer, transient) => {
    const { adapter } = await answering(answer);
    const asked = adapter({ timeoutMs: 200 }).lookup(request, context);
    await expect(asked).rejects.toMatchObject({
      name: 'ImportError',
      code: 'adapter-failed',
      transient,
    });
  });

  test.each<[string, (response: ServerResponse) => void, boolean]>([
    ['401', status(401), true],
    ['403', status(403), true],
    ['404', status(404), true],
    ['400', status(400), false],
    ['413, for a smaller batch may get through', status(413), false],
    ['500', status(500), false],
    ['the page of somebody else', status(200, {}, '<html>Sign in</html>'), true],
    ['other JSON', json({ ok: true }), true],
    [
      'what the server calls fatal',
      status(500, {}, '{"error":{"code":"x","message":"No","transient":false,"fatal":true}}'),
      true,
    ],
  ])('and those that concern every call: %s', async (_what, answer, fatal) => {
    const { adapter } = await answering(answer);
    await expect(adapter().write(batch, context)).rejects.toMatchObject({ fatal });
  });

  test.each([[{}], [null], [{ status: 'written' }], [{ status: 'written', id: 1 }]])(
    'an outcome %j is none',
    async (outcome) => {
      const { adapter } = await answering(json({ outcomes: [outcome] }));
      await expect(adapter().write(batch, context)).rejects.toMatchObject({ fatal: true });
    },
  );

  test.each([[null], [{}], [[null]], [[{ id: 1, values: {} }]], [[{ id: '1' }]]])(
    'matches %j are none',
    async (found) => {
      const { adapter } = await answering(json({ matches: [found] }));
      await expect(adapter().lookup(request, context)).rejects.toMatchObject({ fatal: true });
    },
  );

  test('a server that is not there', async () => {
    const server = await startServer(() => undefined);
    await server.close();
    const asked = httpAdapter({ url: server.url }).write(batch, context);
    await expect(asked).rejects.toMatchObject({ code: 'adapter-failed', transient: true });
  });

  test('500, then the same call works', async () => {
    const { adapter, count } = await answering(
      status(500),
      json({ outcomes: [{ status: 'written', id: '7' }] }),
    );
    const http = adapter();
    await expect(http.write(batch, context)).rejects.toMatchObject({ transient: true });
    expect(await http.write(batch, context)).toEqual([{ status: 'written', id: '7' }]);
    expect(count()).toBe(2);
  });

  test('the next call waits as long as Retry-After asks', async () => {
    vi.useFakeTimers();
    try {
      const answers = [
        new Response('', { status: 429, headers: { 'retry-after': '3' } }),
        Response.json({ matches: [[]] }),
      ];
      const http = httpAdapter({
        url: '/api',
        fetch: async () => answers.shift() ?? Response.error(),
      });
      await expect(http.lookup(request, context)).rejects.toMatchObject({ transient: true });
      const asked = http.lookup(request, context);
      await vi.advanceTimersByTimeAsync(2_900);
      expect(answers.length).toBe(1);
      await vi.advanceTimersByTimeAsync(200);
      expect(await asked).toEqual({ matches: [[]] });
    } finally {
      vi.useRealTimers();
    }
  });

  test('a wait for Retry-After ends when the import is cancelled', async () => {
    const { adapter } = await answering(
      status(503, { 'retry-after': '20' }),
      json({ matches: [[]] }),
    );
    const http = adapter();
    await expect(http.lookup(request, context)).rejects.toMatchObject({ transient: true });
    const controller = new AbortController();
    const asked = http.lookup(request, { ...context, signal: controller.signal });
    const reason = new Error('cancelled');
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });

  test('cancelling rejects with the reason, before the call and in the middle of it', async () => {
    const { adapter } = await answering(() => undefined);
    const reason = new Error('cancelled');
    for (const early of [true, false]) {
      const controller = new AbortController();
      if (early) controller.abort(reason);
      const asked = adapter().lookup(request, { ...context, signal: controller.signal });
      setTimeout(() => controller.abort(reason), 20);
      await expect(asked).rejects.toBe(reason);
    }
  });

  test('the server hears that a call was cancelled', async () => {
    let hear: (value: boolean) => void = () => undefined;
    const heard = new Promise<boolean>((resolve) => {
      hear = resolve;
    });
    const stuck = {
      ...memoryAdapter(contractSchema),
      lookup: (_: unknown, { signal }: AdapterContext) =>
        new Promise<never>(() => signal?.addEventListener('abort', () => hear(true))),
    };
    const server = await startServer(mounted(serveAdapter(stuck, { authorize: () => true })));
    servers.push(server);
    const controller = new AbortController();
    const asked = httpAdapter({ url: server.url }).lookup(request, {
      ...context,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error('cancelled')), 50);
    await expect(asked).rejects.toThrow('cancelled');
    expect(await heard).toBe(true);
  });

  test('headers go with every call, asked for anew', async () => {
    const seen: (string | null)[] = [];
    const handler = serveAdapter(memoryAdapter(contractSchema), {
      authorize: (incoming) => {
        seen.push(incoming.headers.get('authorization'));
        return incoming.headers.get('authorization') !== 'Bearer 2';
      },
    });
    const server = await startServer(mounted(handler));
    servers.push(server);
    let token = 0;
    const adapter = httpAdapter({
      url: `${server.url}/`,
      headers: () => ({ authorization: `Bearer ${++token}` }),
    });
    expect(await adapter.lookup(request, context)).toEqual({ matches: [[]] });
    // A foreign token.
    await expect(adapter.write(batch, context)).rejects.toMatchObject({
      transient: false,
      message: 'You may not do this import.',
      params: { status: 403 },
    });
    expect(seen).toEqual(['Bearer 1', 'Bearer 2']);
  });
});
