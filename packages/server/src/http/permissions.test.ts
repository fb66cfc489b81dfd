import type { ImportPermissions, Recipe } from '@importera/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  crm,
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';

const KEEPS: Readonly<Record<string, ImportPermissions>> = {
  eva: {},
  omar: { import: 'Only administrators import.' },
  lars: { entities: { company: 'Companies are imported by administrators.' } },
};

const contactsOnly: Recipe = {
  ...recipe,
  columns: recipe.columns.map((column) =>
    column.target?.kind === 'field' && column.target.entity === 'company'
      ? { ...column, target: { kind: 'ignore' } as const, match: false }
      : column,
  ),
};

describe('permissions', { timeout: 120_000 }, () => {
  let api: Api;
  let tenant: string;
  beforeAll(async () => {
    const asked = async ({ user }: { readonly user: string | null }): Promise<ImportPermissions> =>
      // Read anew each time, as from a table.
      await Promise.resolve(KEEPS[user ?? ''] ?? {});
    api = await openApi(await pgliteServerDatabase(), { schemas: [crm], permissions: asked });
    ({ tenant } = api);
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  const as = (user: string): Readonly<Record<string, string>> => ({
    'x-user': `${tenant}/${user}`,
  });
  const problem = async (answer: Response): Promise<readonly unknown[]> => {
    const { status, code, detail } = (await answer.json()) as Record<string, unknown>;
    return [status, code, detail];
  };
  const draft = async (): Promise<string> => {
    const id = await api.upload(CUSTOMERS);
    return id;
  };

  test('FX1 AP1 TD2 each person is told what they may import', async () => {
    for (const [user, permissions] of Object.entries(KEEPS)) {
      const answer = await api.call('GET', '/permissions?schema=crm', undefined, as(user));
      expect([answer.status, await answer.json()]).toEqual([200, permissions]);
    }
    const nobody = await api.call('GET', '/permissions', undefined, { 'x-user': '' });
    expect(nobody.status).toBe(401);
  });

  test('FX1 who may not import can not begin', async () => {
    const answer = await api.call('POST', '', { schema: 'crm' }, as('omar'));
    expect(await problem(answer)).toEqual([403, 'not-permitted', 'Only administrators import.']);
  });

  test('TD2 a recipe that writes a refused entity is neither kept, nor planned, nor started', async () => {
    const id = await draft();
    const refused = [403, 'not-permitted', 'Companies are imported by administrators.'];
    const kept = await api.call('PATCH', `/${id}`, { recipe }, as('lars'));
    expect(await problem(kept)).toEqual(refused);
    const planned = await api.call('POST', `/${id}/plan`, { recipe }, as('lars'));
    expect(await problem(planned)).toEqual(refused);
    // Prepared by one who may, it is not started by one who may not.
    expect((await api.call('PATCH', `/${id}`, { recipe }, as('eva'))).status).toBe(200);
    const started = await api.call('POST', `/${id}/start`, {}, as('lars'));
    expect(await problem(started)).toEqual(refused);
    expect((await api.call('POST', `/${id}/start`, {}, as('eva'))).status).toBe(202);
  });

  test('TD2 what was started is neither resumed nor undone by one who may not import it, but stopped', async () => {
    const refused = [403, 'not-permitted', 'Companies are imported by administrators.'];
    const id = await draft();
    await api.call('PATCH', `/${id}`, { recipe }, as('eva'));
    expect((await api.call('POST', `/${id}/start`, {}, as('eva'))).status).toBe(202);
    expect((await api.call('POST', `/${id}/pause`, {}, as('lars'))).status).toBe(202);
    expect(await problem(await api.call('POST', `/${id}/resume`, {}, as('lars')))).toEqual(refused);
    expect((await api.call('POST', `/${id}/resume`, {}, as('eva'))).status).toBe(202);
    const worker = api.worker();
    await worker.start();
    await api.until(id, 'completed');
    // What counts is what was written, not what the draft says by now.
    await api.call('PATCH', `/${id}`, { recipe: contactsOnly }, as('lars'));
    expect(await problem(await api.call('GET', `/${id}/undo`, undefined, as('lars')))).toEqual(
      refused,
    );
    expect(await problem(await api.call('POST', `/${id}/undo`, {}, as('lars')))).toEqual(refused);
    expect((await api.call('GET', `/${id}/undo`, undefined, as('eva'))).status).toBe(200);
    expect((await api.call('POST', `/${id}/undo`, {}, as('eva'))).status).toBe(202);
    await api.until(id, 'undone');
    await worker.stop();
  });

  test('what is left is allowed', async () => {
    const id = await draft();
    const kept = await api.call('PATCH', `/${id}`, { recipe: contactsOnly }, as('lars'));
    expect(kept.status).toBe(200);
    expect((await api.call('POST', `/${id}/start`, {}, as('lars'))).status).toBe(202);
  });
});
