import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../http/createImportServer.ts';
import type { ServerHost } from '../http/ServerHost.ts';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';
import { SILENT } from '../logs/Logger.ts';
import { describeApi } from './describeApi.ts';
import { ROUTES } from './routes.ts';
import type { SchemaName } from './schemas.ts';

/** The routes as they are served, without what runs before all of them. */
function servedRoutes(): readonly string[] {
  const host = { limits: {}, database: {} } as unknown as ServerHost;
  const app = routes(host, '', { logger: SILENT, onError: () => undefined });
  const served = app.routes.filter(({ method }) => method !== 'ALL');
  return [...new Set(served.map(({ method, path }) => `${method} ${path}`))];
}

/** Registered for the sake of an answer of their own, or answered by another method's route. */
const ODD = new Set([
  'GET /:id/uploads',
  'GET /:id/uploads/:file',
  'PATCH /:id/uploads',
  'DELETE /:id/uploads',
  'POST /:id/uploads/:file',
]);

describe('the description of the API', { timeout: 180_000 }, () => {
  let api: Api;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (formats as unknown as (to: Ajv2020) => void)(ajv);
  const document = describeApi('/api/imports');
  ajv.addSchema(document, 'api');
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
    await api.worker().start();
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  test('has every route that is served, and no other', () => {
    const described = ROUTES.filter(({ method }) => method !== 'HEAD');
    expect(described.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      servedRoutes()
        .filter((route) => !ODD.has(route))
        .sort(),
    );
  });

  test('is served, and names only schemas that are there', async () => {
    const response = await api.call('GET', '/openapi.json', undefined, { 'x-user': '' });
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
    expect(JSON.parse(text)).toMatchObject({
      openapi: '3.1.1',
      servers: [{ url: '/api/imports' }],
    });
    for (const [, name = ''] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(ajv.getSchema(`api#/components/schemas/${name}`)).toBeDefined();
    }
  });

  test('is what routes really answer', async () => {
    const checked = new Set<string>();
    const check = (name: SchemaName, value: unknown): void => {
      const validate = ajv.getSchema(`api#/components/schemas/${name}`);
      expect(validate?.(value), JSON.stringify(validate?.errors)).toBe(true);
      checked.add(name);
    };
    const ask = async (name: SchemaName, method: string, path: string, body?: unknown) => {
      const response = await api.call(method, path, body);
      const json = (await response.json()) as Record<string, unknown>;
      const route = ROUTES.find((one) => one.method === method && matches(one.path, path));
      expect([response.status, route?.answer]).toEqual([route?.status, name]);
      check(name, json);
      return json;
    };
    await ask('Import', 'POST', '/', { schema: 'crm', fileName: 'a.csv' });
    const id = await api.upload(CUSTOMERS);
    await ask('Table', 'POST', `/${id}/table`, { whole: true });
    await ask('UnknownValues', 'POST', `/${id}/unknown-values`, { recipe });
    await ask('Plan', 'POST', `/${id}/plan`, { recipe });
    await ask('RowPage', 'POST', `/${id}/rows`, {});
    await ask('Import', 'PATCH', `/${id}`, { recipe, step: 'review' });
    await ask('Import', 'POST', `/${id}/start`, {});
    await api.until(id, 'completed');
    await ask('Import', 'GET', `/${id}`);
    await ask('ImportList', 'GET', '/');
    await ask('Outcomes', 'GET', `/${id}/outcomes`);
    await ask('Report', 'GET', `/${id}/report`);
    await ask('Run', 'GET', `/${id}/run`);
    await ask('Permissions', 'GET', '/permissions');
    const errors = await (await api.call('GET', `/${id}/errors/csv`)).text();
    const corrections = await api.call('POST', `/${id}/corrections`, errors, {
      'content-type': 'application/octet-stream',
    });
    check('Corrections', await corrections.json());
    const events = await (await api.call('GET', `/${id}/events`)).text();
    check('ImportSummary', JSON.parse(/^data: (.*)$/m.exec(events)?.[1] ?? ''));
    await ask('Import', 'POST', `/${id}/undo`, {});
    const undone = await api.until(id, 'undone');
    check('UndoReport', undone.undo);
    check('Problem', await (await api.call('GET', '/nothing/at/all')).json());
    const answers = ROUTES.flatMap(({ answer }) => (typeof answer === 'string' ? [answer] : []));
    expect(answers.filter((name) => !checked.has(name))).toEqual([]);
  });
});

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern, path].map((one) => one.split('/'));
  return (
    wanted?.length === given?.length &&
    (wanted ?? []).every((part, at) => part.startsWith(':') || part === given?.[at])
  );
}
