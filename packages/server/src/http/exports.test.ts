import type { ImportPermissions, PlanSummary, Recipe } from '@importera/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverSession } from '../client/serverSession.ts';
import { crm, openApi, pglite, pgliteServerDatabase, recipe, type Api } from '../server.fixture.ts';

const KEEPS: Readonly<Record<string, ImportPermissions>> = {
  omar: { import: 'Only administrators import.' },
};

describe('exports', { timeout: 120_000 }, () => {
  let api: Api;
  beforeAll(async () => {
    const permissions = ({ user }: { readonly user: string | null }): ImportPermissions =>
      KEEPS[user ?? ''] ?? {};
    api = await openApi(await pgliteServerDatabase(), { schemas: [crm], permissions });
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  test('AP3 what is stored comes as a file that imports back unchanged', async () => {
    const values = { name: '=Acme', city: 'Malmö' };
    const company = { row: 2, entity: 'company', action: 'create', record: 0, id: null } as const;
    const operation = { ...company, parentId: null, parentRecord: null, values };
    const context = { importId: 'seed', settings: {} };
    await api.adapter.write({ id: 'seed/0', operations: [operation] }, context);

    const answer = await api.call('POST', `/exports/${crm.id}/csv`, {});
    expect(answer.status).toBe(200);
    const file = await answer.text();
    expect(file).toContain("'=Acme");
    const id = await api.upload(file);
    const columns = recipe.columns.map((column) => ({ ...column, match: column.column === 0 }));
    const again: Recipe = { ...recipe, columns };
    const planned = await api.call('POST', `/${id}/plan`, { recipe: again });
    const { summary } = (await planned.json()) as { summary: PlanSummary };
    expect(summary.statuses).toMatchObject({ unchanged: 1, create: 0, update: 0, reject: 0 });
  });

  test('who may not import can not export either; unknown schemas, formats and answers are refused', async () => {
    const as = { 'x-user': `${api.tenant}/omar` };
    const cases = [
      [`/exports/${crm.id}/csv`, {}, as, 403],
      [`/exports/${crm.id}/csv`, {}, { 'x-user': '' }, 401],
      [`/exports/nothing/csv`, {}, {}, 404],
      [`/exports/${crm.id}/pdf`, {}, {}, 404],
      [`/exports/${crm.id}/csv`, { settings: { nothing: 1 } }, {}, 422],
      [`/exports/${crm.id}/csv`, { kind: 'nothing' }, {}, 422],
    ] as const;
    for (const [path, body, headers, status] of cases) {
      const answer = await api.call('POST', path, body, headers);
      expect([path, answer.status]).toEqual([path, status]);
    }
  });

  test('a session offers it where the host says so', () => {
    const access = { url: '', schema: crm.id };
    expect(serverSession(access).exportFile).toBeUndefined();
    expect(serverSession({ ...access, exports: true }).exportFile).toBeTypeOf('function');
  });
});
