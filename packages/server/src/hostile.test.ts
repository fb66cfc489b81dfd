import { memoryAdapter } from '@importera/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportAction } from './http/ServerHost.ts';
import {
  crm,
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  tus,
  type Api,
} from './server.fixture.ts';
import type { ImportSummary, ServerImport } from './store/ServerImport.ts';

describe('hostile and mistaken requests', { timeout: 120_000 }, () => {
  let api: Api;
  let small: Api;
  let refusing: Api;
  const seen: (ImportAction | 'response')[] = [];
  const failures: unknown[] = [];
  beforeAll(async () => {
    const database = await pgliteServerDatabase();
    const onError = (error: unknown): void => void failures.push(error);
    api = await openApi(database, { onError });
    small = await openApi(database, {
      onError,
      limits: { maxFileBytes: 1_000, maxRows: 3, maxJsonBytes: 5_000 },
    });
    refusing = await openApi(database, {
      onError,
      authorize: (_request, action) => {
        seen.push(action);
        return action === 'list'
          ? new Response('ask your boss', { status: 451 })
          : action === 'create' || action === 'upload';
      },
    });
  }, 120_000);
  afterAll(async () => {
    for (const it of [api, small, refusing]) await it.close();
    await (await pglite()).close();
  });

  const ROUTES: readonly (readonly [method: string, path: string, action: ImportAction])[] = [
    ['GET', '', 'read'],
    ['PATCH', '', 'change'],
    ['DELETE', '', 'remove'],
    ['GET', '/file', 'read'],
    ['POST', '/table', 'read'],
    ['POST', '/unknown-values', 'read'],
    ['POST', '/plan', 'change'],
    ['POST', '/rows', 'read'],
    ['POST', '/corrections', 'read'],
    ['GET', '/errors/csv', 'read'],
    ['POST', '/start', 'start'],
    ['POST', '/pause', 'pause'],
    ['POST', '/resume', 'resume'],
    ['POST', '/cancel', 'cancel'],
    ['POST', '/undo', 'undo'],
    ['GET', '/events', 'read'],
    ['GET', '/outcomes', 'read'],
    ['GET', '/report', 'read'],
    ['POST', '/uploads', 'upload'],
    ['PATCH', '/uploads/00000000-0000-4000-8000-000000000000', 'upload'],
    ['HEAD', '/uploads/00000000-0000-4000-8000-000000000000', 'upload'],
    ['DELETE', '/uploads/00000000-0000-4000-8000-000000000000', 'upload'],
  ];

  test.each(ROUTES)('%s …%s is closed to strangers and to other tenants', async (method, path) => {
    const id = await api.upload(CUSTOMERS);
    const body = method === 'GET' || method === 'HEAD' || method === 'DELETE' ? undefined : {};
    const ask = (headers: Readonly<Record<string, string>>) =>
      api.call(method, `/${id}${path}`, body, { 'tus-resumable': '1.0.0', ...headers });
    expect((await ask({ 'x-user': '' })).status).toBe(401);
    expect((await ask({ 'x-user': 'another tenant/eve' })).status).toBe(404);
  });

  test.each(ROUTES)('%s …%s asks the host for “%s”', async (method, path, action) => {
    const { id } = await refusing.json<ServerImport>('POST', '', { schema: 'crm' });
    const body = method === 'GET' || method === 'HEAD' || method === 'DELETE' ? undefined : {};
    seen.length = 0;
    const response = await refusing.call(method, `/${id}${path}`, body, {
      'tus-resumable': '1.0.0',
    });
    expect(seen).toEqual([action]);
    if (action !== 'upload') expect(response.status).toBe(403);
  });

  test('the host’s own answer is given as it is', async () => {
    const response = await refusing.call('GET', '');
    expect([response.status, await response.text()]).toEqual([451, 'ask your boss']);
    expect((await refusing.call('GET', '/templates/crm/csv')).status).toBe(403);
  });

  test('a redirection of the host is given as it is', async () => {
    const moved = await openApi(await pgliteServerDatabase(), {
      authorize: () => Response.redirect('https://example.com/login'),
    });
    const response = await moved.call('GET', '');
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      'https://example.com/login',
    ]);
    await moved.close();
  });

  interface Wrong {
    readonly what: string;
    readonly method?: string;
    readonly path: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    readonly status: number;
    readonly code: string;
  }
  const WRONG: readonly Wrong[] = [
    {
      what: 'a schema that is not there',
      path: '',
      body: { schema: '__proto__' },
      status: 422,
      code: 'schema-unknown',
    },
    { what: 'no schema', path: '', body: {}, status: 400, code: 'member-invalid' },
    { what: 'a list for a body', path: '', body: [1], status: 400, code: 'json-invalid' },
    { what: 'broken JSON', path: '', body: '{', status: 400, code: 'json-invalid' },
    {
      what: 'a form instead of JSON',
      path: '/ID/start',
      body: 'a=b',
      headers: { 'content-type': 'text/plain' },
      status: 415,
      code: 'json-expected',
    },
    {
      what: 'an id that is none',
      path: "/1' OR 1=1",
      method: 'GET',
      status: 404,
      code: 'not-found',
    },
    {
      what: 'a path that is none',
      path: '/ID/nothing',
      method: 'GET',
      status: 404,
      code: 'not-found',
    },
    {
      what: 'a status that is none',
      path: '?status=__proto__',
      method: 'GET',
      status: 400,
      code: 'parameter-invalid',
    },
    {
      what: 'too long a list',
      path: '?limit=1e9',
      method: 'GET',
      status: 400,
      code: 'parameter-invalid',
    },
    {
      what: 'outcomes of no kind',
      path: '/ID/outcomes?status=x',
      method: 'GET',
      status: 400,
      code: 'parameter-invalid',
    },
    {
      what: 'a start without a recipe',
      path: '/ID/start',
      body: {},
      status: 409,
      code: 'recipe-missing',
    },
    { what: 'an undo of a draft', path: '/ID/undo', body: {}, status: 409, code: 'not-now' },
    { what: 'a pause of a draft', path: '/ID/pause', body: {}, status: 409, code: 'not-now' },
    {
      what: 'rows before a recipe',
      path: '/ID/rows',
      body: {},
      status: 409,
      code: 'recipe-missing',
    },
    {
      what: 'a query that is none',
      path: '/ID/rows',
      body: { limit: -1 },
      status: 400,
      code: 'member-invalid',
    },
    {
      what: 'a query for an issue that is none',
      path: '/ID/rows',
      body: { issue: null },
      status: 400,
      code: 'member-invalid',
    },
    {
      what: 'a plan without a recipe',
      path: '/ID/plan',
      body: {},
      status: 422,
      code: 'recipe-invalid',
    },
    {
      what: 'a recipe with a field that is not there',
      path: '/ID/plan',
      body: {
        recipe: { ...recipe, defaults: [{ entity: 'company', field: 'constructor', value: 'x' }] },
      },
      status: 422,
      code: 'recipe-invalid',
    },
    {
      what: 'a default that can not be read',
      path: '/ID/plan',
      body: {
        recipe: { ...recipe, defaults: [{ entity: 'contact', field: 'email', value: 'nobody' }] },
      },
      status: 422,
      code: 'recipe-invalid',
    },
    {
      what: 'a recipe with an entity that is not there',
      path: '/ID/plan',
      body: {
        recipe: { ...recipe, defaults: [{ entity: '__proto__', field: 'name', value: 'x' }] },
      },
      status: 422,
      code: 'recipe-invalid',
    },
    {
      what: 'a recipe that makes a field where none may be made',
      path: '/ID/plan',
      body: {
        recipe: {
          ...recipe,
          columns: recipe.columns.map((column) => ({
            ...column,
            target: { kind: 'new-field', entity: 'company', field: 'x', label: 'X', type: 'text' },
          })),
        },
      },
      status: 422,
      code: 'recipe-invalid',
    },
    {
      what: 'a recipe for another file',
      path: '/ID/plan',
      body: {
        recipe: {
          ...recipe,
          columns: recipe.columns.slice(1).map((column, index) => ({ ...column, column: index })),
        },
      },
      status: 422,
      code: 'recipe-invalid',
    },
    {
      what: 'a recipe with a setting that is not there',
      path: '/ID/plan',
      body: { recipe: { ...recipe, settings: { admin: true } } },
      status: 422,
      code: 'recipe-invalid',
    },
    {
      what: 'a sheet that is not there',
      path: '/ID/table',
      body: { read: { encoding: 'x-klingon' } },
      status: 422,
      code: 'option-invalid',
    },
    {
      what: 'an upload without a length',
      path: '/ID/uploads',
      headers: { 'tus-resumable': '1.0.0' },
      status: 400,
      code: 'upload-refused',
    },
    {
      what: 'an upload of another protocol',
      path: '/ID/uploads',
      status: 412,
      code: 'upload-refused',
    },
    {
      what: 'corrections that are no file',
      path: '/ID/corrections',
      body: {},
      status: 415,
      code: 'file-expected',
    },
    {
      what: 'corrections of another file',
      path: '/ID/corrections',
      body: 'a,b\n1,2\n',
      headers: { 'content-type': 'application/octet-stream' },
      status: 422,
      code: 'file-unsupported',
    },
    {
      what: 'a report before the end',
      path: '/ID/report',
      method: 'GET',
      status: 404,
      code: 'not-found',
    },
    {
      what: 'a template of no kind',
      path: '/templates/crm/pdf',
      method: 'GET',
      status: 404,
      code: 'not-found',
    },
  ];
  test.each(WRONG)(
    '$what is refused with $status',
    async ({ method = 'POST', path, body, headers, status, code }) => {
      const id = path.includes('ID') ? await api.upload(CUSTOMERS) : '';
      const response = await api.call(method, path.replace('ID', id), body, headers);
      const problem = (await response.json()) as { readonly code: string; readonly detail: string };
      expect([response.status, problem.code]).toEqual([status, code]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(problem.detail).not.toMatch(/node_modules|\.ts:\d/);
    },
  );

  test('limits hold: bytes announced, bytes sent, rows, JSON', async () => {
    const { id } = await small.json<ServerImport>('POST', '', { schema: 'crm' });
    expect(
      (await small.call('POST', `/${id}/uploads`, undefined, tus('a.csv', 1_001))).status,
    ).toBe(413);
    // Announces less than it sends.
    const lied = await small.call('POST', `/${id}/uploads`, new Uint8Array(900), {
      ...tus('a.csv', 10),
      'content-type': 'application/offset+octet-stream',
    });
    expect(lied.status).toBe(413);
    // A huge length in a header, a negative one, one that is no number.
    for (const length of ['99999999999999999999', '-5', 'NaN']) {
      const headers = { ...tus('a.csv', 1), 'upload-length': length };
      expect((await small.call('POST', `/${id}/uploads`, undefined, headers)).status).toBeOneOf([
        400, 413,
      ]);
    }
    const full = await small.upload(CUSTOMERS);
    expect((await small.call('POST', `/${full}/plan`, { recipe })).status).toBe(413);
    const edits = Array.from({ length: 500 }, (_, row) => ({ row, column: 0, value: 'x' }));
    expect((await small.call('PATCH', `/${full}`, { recipe: { ...recipe, edits } })).status).toBe(
      413,
    );
  });

  test('an upload belongs to its import alone', async () => {
    const made = async (): Promise<readonly [string, string]> => {
      const { id } = await api.json<ServerImport>('POST', '', { schema: 'crm' });
      const response = await api.call('POST', `/${id}/uploads`, undefined, tus('a.csv', 10));
      return [id, response.headers.get('location')?.split('/').at(-1) ?? ''];
    };
    const [[first], [, foreign]] = [await made(), await made()];
    const head = await api.call('HEAD', `/${first}/uploads/${foreign}`, undefined, {
      'tus-resumable': '1.0.0',
    });
    expect(head.status).toBe(404);
    const sent = await api.call('PATCH', `/${first}/uploads/${foreign}`, new Uint8Array(10), {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    });
    expect(sent.status).toBe(404);
  });

  test('of two uploads that end at once, one is the file of the import', async () => {
    const { id } = await api.json<ImportSummary>('POST', '', { schema: 'crm', fileName: '' });
    const bytes = new TextEncoder().encode(CUSTOMERS);
    const upload = (name: string): Promise<Response> =>
      api.call('POST', `/${id}/uploads`, bytes, {
        ...tus(name, bytes.byteLength),
        'content-type': 'application/offset+octet-stream',
      });
    const ended = await Promise.all([upload('a.csv'), upload('b.csv')]);
    expect(ended.map(({ status }) => status)).toEqual([201, 201]);
    expect(await (await api.call('GET', `/${id}/file`)).text()).toBe(CUSTOMERS);
    const { rows } = await api.database.client.query(
      'SELECT id FROM importera.files WHERE import_id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  test('rubbish that says it is a spreadsheet is explained', async () => {
    const id = await api.upload(
      Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256),
      'rubbish.xlsx',
    );
    const response = await api.call('POST', `/${id}/table`, {});
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: expect.stringMatching(/^file-/) });
  });

  test('two starts of one draft are one import', async () => {
    const id = await api.upload(CUSTOMERS);
    await api.json('PATCH', `/${id}`, { recipe });
    const answers = await Promise.all([1, 2, 3].map(() => api.call('POST', `/${id}/start`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    // A running import takes no other recipe, file or removal.
    expect((await api.call('PATCH', `/${id}`, { recipe })).status).toBe(409);
    expect((await api.call('POST', `/${id}/uploads`, undefined, tus('b.csv', 5))).status).toBe(409);
    expect((await api.call('DELETE', `/${id}`)).status).toBe(409);
    await api.json('POST', `/${id}/cancel`, {});
  });

  test('a correction far beyond the last column costs nothing', async () => {
    const id = await api.upload(CUSTOMERS);
    const edits = [{ row: 2, column: 1_000_000_000, value: 'x' }];
    const answer = await api.call('POST', `/${id}/plan`, { recipe: { ...recipe, edits } });
    expect([answer.status, await answer.json()]).toMatchObject([200, { summary: { rows: 4 } }]);
  });

  test('characters that Postgres can not store do no harm', async () => {
    const id = await api.upload(CUSTOMERS, 'a\u0000\ud800b.csv');
    const odd = { ...recipe, edits: [{ row: 2, column: 3, value: 'A\u0000\udfffb' }] };
    await api.json('PATCH', `/${id}`, { recipe: odd, step: 'match\u0000' });
    const shown = await api.json<ServerImport>('GET', `/${id}`);
    expect(shown.recipe?.edits[0]?.value).toBe('A\ufffd\ufffdb');
    expect((await api.call('POST', '', { schema: 'crm', fileName: '\u0000' })).status).toBe(201);
    const unknown = await api.call('GET', '?schema=%00');
    expect([unknown.status, await unknown.json()]).toMatchObject([
      422,
      { code: 'schema-unknown', params: { known: 'crm' } },
    ]);
    expect(await api.json('GET', '?user=a%00')).toEqual({ imports: [] });
  });

  test('no failure was the server’s', () => {
    expect(failures).toEqual([]);
  });

  test('a database that fails answers 503, and tells nothing of why', async () => {
    const database = await pgliteServerDatabase();
    const told: unknown[] = [];
    const failing = await openApi(
      {
        ...database,
        client: {
          ...database.client,
          query: (sql, params) =>
            sql.includes('importera.imports')
              ? Promise.reject(new Error('secret host 10.0.0.7'))
              : database.client.query(sql, params),
        },
      },
      { adapter: memoryAdapter(crm), onError: (error) => void told.push(error) },
    );
    const response = await failing.call('GET', '');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('secret');
    expect(told).toHaveLength(1);
    await failing.close();
  });

  test('people of one tenant see the same list, others an empty one', async () => {
    await api.upload(CUSTOMERS);
    const mine = await api.json<{ imports: readonly ImportSummary[] }>('GET', '');
    expect(mine.imports.length).toBeGreaterThan(0);
    const theirs = await api.call('GET', '', undefined, { 'x-user': 'another tenant/eve' });
    expect(await theirs.json()).toEqual({ imports: [] });
  });
});
