import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';
import type { Problem } from './problem.ts';

const BYTES = new TextEncoder().encode(CUSTOMERS);

/** What is answered to a mistake says what happened, why, and what to do. */
describe('an answer to a mistake', { timeout: 120_000 }, () => {
  let api: Api;
  let empty = '';
  let draft = '';
  let done = '';
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
    const worker = api.worker();
    await worker.start();
    ({ id: empty } = await api.json<{ readonly id: string }>('POST', '', { schema: 'crm' }));
    draft = await api.upload(CUSTOMERS);
    done = await api.start(CUSTOMERS);
    await api.until(done, 'completed');
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  const places = (path: string): string =>
    path.replace('EMPTY', empty).replace('DRAFT', draft).replace('DONE', done);
  async function problem(method: string, path: string, body?: unknown): Promise<Problem> {
    const response = await api.call(method, places(path), body);
    const told = (await response.json()) as Problem;
    expect(told.status).toBe(response.status);
    return told;
  }

  const told = (part: Partial<Problem>, detail: RegExp): object => ({
    ...part,
    detail: expect.stringMatching(detail) as unknown,
  });

  test.each<[string, string, unknown, Partial<Problem>]>([
    [
      'POST',
      '/DRAFT/pause',
      {},
      {
        status: 409,
        code: 'not-now',
        detail:
          'The import has the status "draft", in which it can not be paused. What can be done with it now: upload, change, start, remove.',
        params: { status: 'draft', action: 'pause', can: 'upload, change, start, remove' },
      },
    ],
    [
      'POST',
      '/DONE/resume',
      {},
      {
        status: 409,
        code: 'not-now',
        params: { status: 'completed', action: 'resume', can: 'change, start, undo, remove' },
      },
    ],
    [
      'POST',
      '/DONE/uploads',
      undefined,
      { status: 409, code: 'not-a-draft', params: { status: 'completed' } },
    ],
  ])('%s %s names the state, and what can be done in it', async (method, path, body, told) => {
    expect(await problem(method, path, body)).toMatchObject(told);
  });

  test.each<[string, string, unknown, number]>([
    ['POST', '', { schema: 'nope' }, 422],
    ['GET', '?schema=nope', undefined, 422],
    ['GET', '/permissions?schema=nope', undefined, 422],
    ['GET', '/templates/nope/csv', undefined, 404],
    ['POST', '/exports/nope/csv', {}, 404],
  ])('%s %s %j names the schemas there are', async (method, path, body, status) => {
    expect(await problem(method, path, body)).toMatchObject({
      status,
      code: 'schema-unknown',
      detail: 'There is no schema "nope" here. There are: crm.',
      params: { schema: 'nope', known: 'crm' },
    });
  });

  test('imports of a schema that is served no more can be listed', async () => {
    const { id } = await api.json<{ readonly id: string }>('POST', '', { schema: 'crm' });
    const old = `UPDATE importera.imports SET schema_id = 'old' WHERE tenant = $1 AND id = $2`;
    await api.database.client.query(old, [api.tenant, id]);
    expect(await api.json('GET', '?schema=old')).toMatchObject({ imports: [{ id }] });
  });

  test.each<[string, string, unknown, object]>([
    [
      'POST',
      '',
      {},
      told(
        { status: 400, code: 'member-invalid', params: { member: 'schema' } },
        /^"schema" is missing/,
      ),
    ],
    [
      'POST',
      '',
      { schema: 'crm', file: 'a' },
      told({ status: 400 }, /^"file" is not known here.*schema, fileName/),
    ],
    [
      'POST',
      '/DRAFT/plan',
      {},
      told({ status: 422, code: 'recipe-invalid' }, /no "recipe".*openapi/),
    ],
    [
      'POST',
      '/DRAFT/plan',
      recipe,
      told({ status: 400 }, /^"version" is not known here. The body has recipe, keep\.$/),
    ],
    [
      'PATCH',
      '/DRAFT',
      recipe,
      told({ status: 400 }, /^"version" is not known here.*recipe, step/),
    ],
    ['PATCH', '/DRAFT', {}, told({ status: 400 }, /^"recipe" is missing, and "step" too/)],
    [
      'POST',
      '/DRAFT/unknown-values',
      {},
      told({ status: 422, code: 'recipe-invalid' }, /no "recipe"/),
    ],
    [
      'POST',
      '/DRAFT/start',
      { recipe },
      told({ status: 400 }, /^"recipe" is not known here.*send \{\}/),
    ],
    [
      'POST',
      '/DRAFT/rows',
      { status: 'reject' },
      told({ status: 400 }, /^"status" is not known here.*statuses/),
    ],
    [
      'POST',
      '/DRAFT/rows',
      { statuses: ['rejected'] },
      told({ status: 400 }, /^"statuses" must be a list of reject, /),
    ],
    ['POST', '/DRAFT/table', { whole: 1 }, told({ status: 400 }, /^"whole" must be true or false/)],
    [
      'POST',
      '/exports/crm/csv',
      { scope: {} },
      told({ status: 400 }, /^"scope" is not known here.*kind, settings/),
    ],
    [
      'GET',
      '/DONE/outcomes?status=green',
      undefined,
      told({ status: 400 }, /written, unchanged, skipped, rejected.*not "green"/),
    ],
    [
      'GET',
      '?status=done',
      undefined,
      told({ status: 400 }, /draft, running, finished,.*not "done"/),
    ],
    ['GET', '?limit=many', undefined, told({ status: 400 }, /"limit".*0 to 200, not "many"/)],
    ['GET', '/DRAFT/report', undefined, told({ status: 404 }, /status is "draft"/)],
    ['GET', '/EMPTY/file', undefined, told({ status: 404 }, /POST …\/uploads/)],
    ['POST', '/EMPTY/table', {}, told({ status: 409, code: 'file-missing' }, /POST …\/uploads/)],
    ['POST', '/DRAFT/start', {}, told({ status: 409, code: 'recipe-missing' }, /POST …\/plan/)],
    ['GET', '/templates/crm/pdf', undefined, told({ status: 404 }, /csv, xlsx, xls, not "pdf"/)],
  ])('%s %s %j says what belongs there', async (method, path, body, expected) => {
    expect(await problem(method, path, body)).toMatchObject(expected);
  });

  test.each<[string, object, RegExp]>([
    [
      'one written for the command line',
      { columns: [{ header: 'E-mail', target: 'contact.email' }] },
      /^The recipe is not whole: columns\[0\] has no "column"\. .*one for each column.*\/table/,
    ],
    [
      'columns in another order',
      { columns: [...recipe.columns].reverse() },
      /columns\[0\] says it is column 3/,
    ],
    [
      'a field that is not there',
      { columns: [{ column: 0, header: 'x', target: 'contact.mail' }] },
      /"contact\.mail".*contact has email, firstName/,
    ],
    [
      'an entity that is not there',
      { columns: [{ column: 0, header: 'x', target: 'person.mail' }] },
      /"person".*there are company, contact/,
    ],
    ['a setting that is not there', { settings: { colour: 'red' } }, /"colour".*it has report/],
  ])('a recipe: %s', async (_name, given, detail) => {
    const answer = await problem('POST', '/DRAFT/plan', { recipe: given });
    expect(answer).toMatchObject({ status: 422, code: 'recipe-invalid' });
    expect(answer.detail).toMatch(detail);
  });

  test.each([
    ['PUT', '/DRAFT/uploads', 'POST'],
    ['PUT', '/DRAFT', 'GET, PATCH, DELETE'],
    ['GET', '/DRAFT/plan', 'POST'],
    ['DELETE', '', 'POST, GET'],
  ])('%s %s says which methods there are', async (method, path, allow) => {
    const response = await api.call(method, places(path));
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    expect(await response.json()).toMatchObject({
      code: 'method-not-allowed',
      detail: `${method} is not answered here; there is ${allow}.`,
    });
  });

  test('a file that does not come as it should is told how', async () => {
    const whole = { 'content-type': 'application/octet-stream' };
    const send = async (
      method: string,
      path: string,
      headers: Readonly<Record<string, string>>,
    ) => {
      const bytes = new TextEncoder().encode('a,b\n');
      const response = await api.call(method, places(path), bytes, headers);
      const { code, detail } = (await response.json()) as Problem;
      return [response.status, code, detail];
    };
    const how =
      /^This is no upload by tus\. .*application\/octet-stream.*\?name=.*tus\.io.*tus-resumable: 1\.0\.0/;
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await send('POST', '/EMPTY/uploads', form)).toEqual([
      412,
      'upload-refused',
      expect.stringMatching(how),
    ]);
    expect(await send('POST', '/EMPTY/uploads', whole)).toEqual([
      411,
      'length-required',
      expect.stringContaining('content-length'),
    ]);
    expect(await send('POST', '/EMPTY/uploads', { ...whole, 'content-length': '5' })).toEqual([
      400,
      'upload-incomplete',
      'The file was to have 5 bytes, and 4 came. Send it again.',
    ]);
    expect(await send('POST', '/EMPTY/uploads', { ...whole, 'content-length': '3' })).toEqual([
      413,
      'upload-refused',
      expect.stringContaining('no more than were announced'),
    ]);
    const most = { ...whole, 'content-length': '999999999999' };
    expect(await send('POST', '/EMPTY/uploads', most)).toEqual([
      413,
      'upload-refused',
      expect.stringContaining('At most 268435456 bytes'),
    ]);
    const left = `SELECT id FROM importera.files WHERE import_id = $1 AND received = size`;
    expect((await api.database.client.query(left, [empty])).rows).toEqual([]);
    const gone = '/EMPTY/uploads/00000000-0000-4000-8000-000000000000';
    const go = { 'tus-resumable': '1.0.0', 'upload-offset': '0' };
    const tus = { 'content-type': 'application/offset+octet-stream' };
    expect(await send('PATCH', gone, { ...go, ...tus })).toEqual([
      404,
      'upload-refused',
      expect.stringContaining('POST …/uploads'),
    ]);
    expect((await send('PATCH', gone, tus))[0]).toBe(412);
  });

  test.each([
    [
      'whole',
      'POST',
      { 'content-type': 'application/octet-stream', 'content-length': String(BYTES.byteLength) },
    ],
    [
      'by tus',
      'PATCH',
      {
        'content-type': 'application/offset+octet-stream',
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
      },
    ],
  ] as const)(
    'a file that ends after the import was started, sent %s, is refused and kept nowhere',
    async (_how, method, headers) => {
      const id = await api.upload(CUSTOMERS);
      await api.json('PATCH', `/${id}`, { recipe });
      const begun = await api.call('POST', `/${id}/uploads`, undefined, {
        'tus-resumable': '1.0.0',
        'upload-length': String(BYTES.byteLength),
      });
      const place = method === 'PATCH' ? (begun.headers.get('location') ?? '') : '';
      let admitted = (): void => {};
      const reading = new Promise<void>((resolve) => (admitted = resolve));
      let finish = (): void => {};
      const body = new ReadableStream({
        start(controller) {
          finish = () => {
            controller.enqueue(BYTES);
            controller.close();
          };
        },
        pull: () => admitted(),
      });
      const url = `http://localhost${place || `/api/imports/${id}/uploads`}`;
      const init = { method, headers: { ...headers, 'x-user': `${api.tenant}/ann` }, body };
      const sending = api.server.fetch(
        new Request(url, { ...init, duplex: 'half' } as RequestInit),
      );
      await reading;
      // Whoever sends is let in by now: the import is a draft still.
      await expect.poll(() => body.locked).toBe(true);
      await api.json('POST', `/${id}/start`, {});
      finish();
      const response = await sending;
      expect([response.status, ((await response.json()) as Problem).code]).toEqual([
        409,
        'not-now',
      ]);
      const files = `SELECT count(*)::int AS n FROM importera.files WHERE import_id = $1 AND received = size`;
      expect((await api.database.client.query(files, [id])).rows).toEqual([{ n: 1 }]);
      await api.until(id, 'completed');
    },
  );

  test('an empty file that is sent whole is told where it is read', async () => {
    const { id } = await api.json<{ readonly id: string }>('POST', '', { schema: 'crm' });
    const headers = { 'content-type': 'application/octet-stream', 'content-length': '0' };
    expect((await api.call('POST', `/${id}/uploads`, new Uint8Array(0), headers)).status).toBe(201);
    expect(await problem('POST', `/${id}/table`, {})).toMatchObject({
      status: 422,
      code: 'file-empty',
    });
  });

  test('a path that is none says where to look', async () => {
    expect(await problem('GET', '/DRAFT/nothing')).toMatchObject({
      status: 404,
      detail: 'There is nothing here. GET /api/imports/openapi.json tells what there is.',
    });
  });
});
