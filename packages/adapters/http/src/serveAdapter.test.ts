import { ImportError, memoryAdapter, type PersistenceAdapter } from '@importera/engine';
import { contractSchema } from '@importera/engine/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serveAdapter, type ServeAdapterOptions } from './serveAdapter.ts';

const context = { importId: 'import-1', settings: {} };
const operation = {
  row: 2,
  entity: 'company',
  action: 'create',
  record: 0,
  id: null,
  parentId: null,
  parentRecord: null,
  values: { name: 'Acme' },
};
const writeBody = { context, batch: { id: 'import-1/1', operations: [operation] } };

function post(path: string, body: unknown, init: RequestInit = {}): Request {
  return new Request(`https://host.example/api/import/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });
}

interface Answer {
  readonly error: { readonly code: string; readonly message: string; readonly transient: boolean };
}

function serving(
  adapter: PersistenceAdapter = memoryAdapter(contractSchema),
  options: Partial<ServeAdapterOptions> = {},
): (
  request: Request,
) => Promise<{ readonly status: number; readonly body: Answer; readonly headers: Headers }> {
  const serve = serveAdapter(adapter, { authorize: () => true, ...options });
  return async (request) => {
    const response = await serve(request);
    return {
      status: response.status,
      body: (await response.json()) as Answer,
      headers: response.headers,
    };
  };
}

describe('serveAdapter answers what is wrong with a request', () => {
  const changed = (change: object) => ({
    ...writeBody,
    batch: { ...writeBody.batch, operations: [{ ...operation, ...change }] },
  });
  const cases: readonly (readonly [
    what: string,
    request: Request,
    status: number,
    says: string,
  ])[] = [
    ['no such call', post('drop', {}), 404, 'lookup, write'],
    ['a wrong method', new Request('https://h.example/api/import/lookup'), 405, 'POST'],
    [
      'no JSON type',
      post('write', 'a=1', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      415,
      'application/json',
    ],
    [
      'no type at all',
      post('write', new Uint8Array() as never, { headers: {} }),
      415,
      'application/json',
    ],
    ['broken JSON', post('write', '{"context":'), 400, 'not valid JSON'],
    ['an empty body', post('write', ''), 400, 'not valid JSON'],
    ['a list', post('write', []), 400, 'body must be an object'],
    ['nothing in it', post('write', {}), 400, 'context must be an object'],
    [
      'no import',
      post('write', { ...writeBody, context: { settings: {} } }),
      400,
      'context.importId',
    ],
    [
      'settings of another kind',
      post('write', { ...writeBody, context: { importId: 'a', settings: { a: {} } } }),
      400,
      'context.settings.a',
    ],
    [
      'operations that are none',
      post('write', { context, batch: { id: 'import-1/1', operations: {} } }),
      400,
      'batch.operations must be a list',
    ],
    [
      'an unknown action',
      post('write', changed({ action: 'delete' })),
      400,
      'batch.operations[0].action must be one of create, update',
    ],
    [
      'a row that is no number',
      post('write', changed({ row: '2' })),
      400,
      'batch.operations[0].row',
    ],
    [
      'a negative record',
      post('write', changed({ record: -1 })),
      400,
      'batch.operations[0].record',
    ],
    [
      'a nested value',
      post('write', changed({ values: { name: { $ne: 1 } } })),
      400,
      'batch.operations[0].values.name',
    ],
    [
      'a list of numbers',
      post('write', changed({ values: { name: [1] } })),
      400,
      'batch.operations[0].values.name[0]',
    ],
    [
      "another import's batch",
      post('write', { context, batch: { ...writeBody.batch, id: 'import-2/1' } }),
      400,
      'batch.id',
    ],
    [
      'a batch of no import',
      post('write', {
        context: { ...context, importId: '' },
        batch: { ...writeBody.batch, id: '/1' },
      }),
      400,
      'batch.id',
    ],
    [
      'keys of another length',
      post('lookup', {
        context,
        request: { entity: 'company', fields: ['a', 'b'], keys: [['x']] },
      }),
      400,
      'request.keys[0]',
    ],
    [
      'parents of another length',
      post('lookup', {
        context,
        request: { entity: 'c', fields: ['a'], keys: [['x']], parentIds: [] },
      }),
      400,
      'request.parentIds',
    ],
    [
      'too many keys',
      post('lookup', {
        context,
        request: { entity: 'c', fields: ['a'], keys: [['x'], ['y'], ['z']] },
      }),
      413,
      'request.keys holds 3',
    ],
    [
      'too large a body',
      post('write', { ...writeBody, more: 'x'.repeat(3000) }),
      413,
      '2000 bytes',
    ],
    [
      'an unknown type of field',
      post('create-field', {
        context,
        field: { entity: 'company', field: 'a', label: 'A', type: 'blob' },
      }),
      400,
      'field.type',
    ],
  ];
  test.each(cases)('%s', async (_what, request, status, says) => {
    const answer = await serving(undefined, { maxBytes: 2000, maxItems: 2 })(request);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(says);
    expect(answer.body.error).toMatchObject({ code: 'request-invalid', transient: false });
  });

  test('a body that grows without saying its length is cut off', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000).fill(32));
      },
    });
    const answer = await serving(undefined, { maxBytes: 5000 })(
      post('write', '', { body: endless, duplex: 'half' } as RequestInit),
    );
    expect(answer.status).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  test('no body makes it fail other than by a 4xx, or reach the adapter half-checked', async () => {
    const calls = fc.constantFrom('lookup', 'write', 'fields', 'create-field', 'undo');
    const body = fc.oneof(
      fc.json(),
      fc.object().map((value) => JSON.stringify({ ...writeBody, ...value })),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(calls, body, async (call, text) => {
        const answer = await serving()(post(call, text));
        expect(answer.status === 200 || (answer.status >= 400 && answer.status < 500)).toBe(true);
      }),
    );
  });

  test('a plan looks records up before its import has an id', async () => {
    const body = {
      context: { importId: '', settings: {} },
      request: { entity: 'company', fields: ['name'], keys: [['acme']] },
    };
    const answer = await serving()(post('lookup', body));
    expect([answer.status, answer.body]).toEqual([200, { matches: [[]] }]);
  });

  test('a field called __proto__ arrives as itself', async () => {
    const adapter = memoryAdapter(contractSchema);
    const body = JSON.stringify(writeBody).replace('{"name":"Acme"}', '{"__proto__":"Acme"}');
    expect((await serving(adapter)(post('write', body))).status).toBe(200);
    expect(Object.entries(adapter.records('company')[0]?.values ?? {})).toEqual([
      ['__proto__', 'Acme'],
    ]);
    expect(Object.hasOwn(Object.prototype, 'Acme')).toBe(false);
  });
});

describe('serveAdapter asks who may', () => {
  test('it is told the call, the import and the entities, and nothing is done without its yes', async () => {
    const adapter = memoryAdapter(contractSchema);
    const seen: unknown[] = [];
    const serve = serving(adapter, {
      authorize: async (_, call) => {
        seen.push(call);
        return false;
      },
    });
    const bodies = {
      write: writeBody,
      lookup: { context, request: { entity: 'contact', fields: ['name'], keys: [] } },
      fields: { context, entity: 'company' },
      'create-field': {
        context,
        field: { entity: 'company', field: 'a', label: 'A', type: 'text' },
      },
      undo: { context, importId: 'another' },
    };
    for (const [call, body] of Object.entries(bodies)) {
      expect((await serve(post(call, body))).status).toBe(403);
    }
    expect(seen).toEqual([
      { call: 'write', importId: 'import-1', entities: ['company'] },
      { call: 'lookup', importId: 'import-1', entities: ['contact'] },
      { call: 'fields', importId: 'import-1', entities: ['company'] },
      { call: 'create-field', importId: 'import-1', entities: ['company'] },
      { call: 'undo', importId: 'another', entities: [] },
    ]);
    expect(adapter.records('company')).toEqual([]);
    expect(await adapter.fields('company')).toEqual({});
  });

  test('its own response is given as it is', async () => {
    const authorize = () => new Response('{"sign":"in"}', { status: 401 });
    const answer = await serving(undefined, { authorize })(post('write', writeBody));
    expect([answer.status, answer.body]).toEqual([401, { sign: 'in' }]);
  });
});

describe('serveAdapter says of a failure whether it passes, and nothing more', () => {
  const failing = (error: unknown): PersistenceAdapter => ({
    ...memoryAdapter(contractSchema),
    write: () => Promise.reject(error),
  });
  const secret = new Error('password=hunter2 at /srv/host/db.ts:12');

  test.each([
    ['an unknown error', secret, 500, false],
    [
      'an unknown error that passes',
      Object.assign(new Error('hunter2'), { transient: true }),
      500,
      true,
    ],
    [
      'a final ImportError',
      new ImportError('adapter-failed', 'Told to people.', { cause: secret }),
      500,
      false,
    ],
    [
      'a passing ImportError',
      new ImportError('adapter-failed', 'Busy.', { transient: true }),
      503,
      true,
    ],
    ['something thrown that is no error', 'hunter2', 500, false],
    ['nothing', undefined, 500, false],
  ])('%s', async (_what, error, status, transient) => {
    const told: unknown[] = [];
    const answer = await serving(failing(error), { onError: (failure) => told.push(failure) })(
      post('write', writeBody),
    );
    expect([answer.status, answer.body.error.transient]).toEqual([status, transient]);
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|\.ts|stack|at /);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(told).toEqual([error]);
  });

  test('what the adapter can not do is said', async () => {
    const { lookup, write } = memoryAdapter(contractSchema);
    const serve = serving({ lookup, write });
    expect((await serve(post('undo', { context, importId: 'import-1' }))).status).toBe(501);
    expect((await serve(post('fields', { context, entity: 'company' }))).body).toEqual({
      fields: {},
    });
  });
});
