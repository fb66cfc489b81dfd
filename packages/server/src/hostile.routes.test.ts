import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES, type ApiRoute } from './openapi/routes.ts';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  tus,
  type Api,
} from './server.fixture.ts';

// The list of routes is held against those that are served (openapi.test.ts): none is missed here.
const GUARDED = ROUTES.filter(({ action }) => action !== null);
const named = (route: ApiRoute): readonly [string, ApiRoute] => [
  `${route.method} ${route.path}`,
  route,
];

const TUS = { 'tus-resumable': '1.0.0' };
const NOBODY = '00000000-0000-4000-8000-000000000000';

function pathOf({ path }: ApiRoute, id: string): string {
  return path
    .replace(':id', id)
    .replace(':file', NOBODY)
    .replace(':schema', 'crm')
    .replace(':format', 'csv')
    .replace(/^\/$/, '');
}

function bodyOf({ body }: ApiRoute): unknown {
  if (body === undefined) return undefined;
  if (typeof body !== 'string') return 'x';
  return body === 'NewImport' ? { schema: 'crm' } : body === 'WithRecipe' ? { recipe } : {};
}

const typeOf = ({ body }: ApiRoute): Readonly<Record<string, string>> =>
  body === undefined
    ? {}
    : { 'content-type': typeof body === 'string' ? 'application/json' : body.type };

describe('every route', { timeout: 240_000 }, () => {
  let api: Api;
  let limited: Api;
  let draft = '';
  let finished = '';
  const failures: unknown[] = [];
  const asked: string[] = [];
  beforeAll(async () => {
    const database = await pgliteServerDatabase();
    const onError = (error: unknown): void => void failures.push(error);
    api = await openApi(database, {
      onError,
      limits: { maxFileBytes: 2_000, maxJsonBytes: 50_000 },
    });
    limited = await openApi(database, {
      rate: ({ user }, action) => {
        asked.push(action);
        return user === 'calm' ? true : user === 'own' ? new Response('slow', { status: 420 }) : 7;
      },
    });
    const worker = api.worker();
    await worker.start();
    draft = await api.upload(CUSTOMERS);
    finished = await api.start(CUSTOMERS);
    await api.until(finished, 'completed');
    await worker.stop();
  }, 180_000);
  afterAll(async () => {
    await api.close();
    await limited.close();
    await (await pglite()).close();
  });

  test.each(GUARDED.map(named))(
    '%s needs a person who is known, and shows no other tenant’s import',
    async (_name, route) => {
      const ask = (user: string) =>
        api.call(route.method, pathOf(route, draft), bodyOf(route), {
          ...TUS,
          ...typeOf(route),
          'x-user': user,
        });
      expect((await ask('')).status).toBe(401);
      expect((await ask('expired')).status).toBe(401);
      if (route.path.includes(':id')) expect((await ask('another tenant/eve')).status).toBe(404);
    },
  );

  test.each(GUARDED.map(named))('%s heeds the host’s limit on how often', async (_name, route) => {
    const ask = (user: string) =>
      limited.call(route.method, pathOf(route, NOBODY), bodyOf(route), {
        ...TUS,
        ...typeOf(route),
        'x-user': `t/${user}`,
      });
    asked.length = 0;
    const refused = await ask('eager');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    expect(asked).toEqual([route.action]);
    expect((await ask('own')).status).toBe(420);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('__proto__', '../..', '%00', '\u0000', "' OR 1=1", '-1', '1e99', 'NaN', ''),
  );
  const rubbish = fc.oneof(
    fc.json({ maxDepth: 4 }),
    text,
    fc.constantFrom(
      '{"recipe":null}',
      '{"recipe":{"columns":[{}]}}',
      '[]',
      '{"__proto__":{"a":1}}',
      `{"recipe":{"version":1,"columns":${'['.repeat(2_000)}${']'.repeat(2_000)}}}`,
    ),
    fc
      .record(
        {
          recipe: fc.record(
            {
              version: fc.constant(1),
              columns: fc.array(fc.anything({ maxDepth: 3 }), { maxLength: 5 }),
              policy: fc.anything({ maxDepth: 2 }),
              edits: fc.anything({ maxDepth: 3 }),
              settings: fc.anything({ maxDepth: 3 }),
              read: fc.anything({ maxDepth: 2 }),
            },
            { requiredKeys: [] },
          ),
          read: fc.anything({ maxDepth: 2 }),
          schema: fc.oneof(text, fc.constant('crm')),
          fileName: fc.anything({ maxDepth: 1 }),
          step: fc.anything({ maxDepth: 1 }),
          whole: fc.anything({ maxDepth: 1 }),
          offset: fc.anything({ maxDepth: 1 }),
          issue: fc.anything({ maxDepth: 2 }),
          kind: text,
        },
        { requiredKeys: [] },
      )
      .map((value) =>
        JSON.stringify(value, (_key, part: unknown) =>
          typeof part === 'bigint' ? String(part) : part,
        ),
      ),
  );
  const bodiless = new Set(['GET', 'HEAD', 'DELETE']);

  test.each(ROUTES.map(named))('%s answers rubbish, and never by 500', async (_name, route) => {
    // What is followed goes on until the caller hangs up, whatever it was asked.
    const isEndless = route.path === '/events';
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          body: rubbish,
          query: fc.dictionary(
            fc.constantFrom('status', 'limit', 'offset', 'after', 'schema', 'mine', 'name'),
            text,
            { maxKeys: 3 },
          ),
          isFinished: fc.boolean(),
          isJson: fc.boolean(),
          part: text,
        }),
        async ({ body, query, isFinished, isJson, part }) => {
          const id = isFinished ? finished : draft;
          const path = pathOf(route, id).replace(/(?<=\/)(crm|csv)(?=\/|$)/g, (known) =>
            isJson ? known : encodeURIComponent(part.toWellFormed()),
          );
          const search = new URLSearchParams(
            Object.entries(query).map(([key, value]) => [key, value.toWellFormed()]),
          ).toString();
          const hungUp = new AbortController();
          const response = await api.server.fetch(
            new Request(`http://localhost/api/imports${path}${search === '' ? '' : `?${search}`}`, {
              method: route.method,
              signal: hungUp.signal,
              headers: {
                'x-user': `${api.tenant}/ann`,
                ...TUS,
                'upload-offset': part === '' ? '0' : '3',
                'upload-length': isJson ? '10' : '99999999999',
                'content-type': isJson
                  ? 'application/json'
                  : (typeOf(route)['content-type'] ?? 'text/plain'),
              },
              ...(bodiless.has(route.method) ? {} : { body: new TextEncoder().encode(body) }),
            }),
          );
          expect([response.status, response.status < 500]).toEqual([response.status, true]);
          if (isEndless) await response.body?.cancel();
          else await response.arrayBuffer();
        },
      ),
      { numRuns: 12, interruptAfterTimeLimit: 15_000 },
    );
    // A removal may have been among them.
    if ((await api.call('GET', `/${draft}`)).status === 404) draft = await api.upload(CUSTOMERS);
    if ((await api.call('GET', `/${finished}`)).status === 404)
      finished = await api.upload(CUSTOMERS);
  });

  test('none of it was the server’s failure', () => {
    expect(failures).toEqual([]);
  });

  test('an upload that lies about its size or type takes no harm', async () => {
    const { id } = await api.json<{ readonly id: string }>('POST', '', { schema: 'crm' });
    const made = await api.call('POST', `/${id}/uploads`, undefined, tus('report.xlsx', 100));
    const place = (made.headers.get('location') ?? '').replace('/api/imports', '');
    const send = (
      from: number,
      bytes: Uint8Array,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      api.call('PATCH', place, bytes, {
        ...TUS,
        'upload-offset': String(from),
        'content-type': 'application/offset+octet-stream',
        ...headers,
      });
    // More than it announced, another type than tus's, a length of the body that is not so.
    expect((await send(0, new Uint8Array(101))).status).toBeOneOf([400, 413]);
    expect((await send(0, new Uint8Array(10), { 'content-type': 'text/html' })).status).toBeOneOf([
      400, 403, 415,
    ]);
    const received = Number(
      (await api.call('HEAD', place, undefined, TUS)).headers.get('upload-offset'),
    );
    expect(received).toBeLessThanOrEqual(100);
    // Not complete: nobody can read or start it.
    expect((await api.call('POST', `/${id}/table`, {})).status).toBe(409);
    expect((await api.call('GET', `/${id}/file`)).status).toBe(404);
    // A text that calls itself a workbook is read as what it is, or refused; a workbook's head on rubbish is refused.
    const lied = await api.upload(CUSTOMERS, 'customers.xlsx');
    expect((await api.call('POST', `/${lied}/table`, {})).status).toBeOneOf([200, 422]);
    const zip = new Uint8Array([
      0x50,
      0x4b,
      3,
      4,
      ...Array.from({ length: 400 }, (_, i) => i % 256),
    ]);
    const bad = await api.upload(zip, 'customers.csv');
    expect((await api.call('POST', `/${bad}/table`, {})).status).toBe(422);
  });
});
