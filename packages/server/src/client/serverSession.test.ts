import { createImporter, createSession, type ImporterState } from '@importera/engine';
import { sv } from '@importera/engine/locales/sv';
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
import { serverSession, type ServerSession } from './serverSession.ts';

describe('serverSession', { timeout: 180_000 }, () => {
  let api: Api;
  let broken = 0;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
    await api.worker().start();
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  const session = (): ServerSession =>
    serverSession({
      url: 'http://localhost/api/imports',
      schema: 'crm',
      headers: () => ({ 'x-user': 'client/ann' }),
      fetch: (input, init) => {
        const isUpload = String(init?.method) === 'PATCH';
        if (isUpload && broken > 0) {
          broken -= 1;
          return Promise.reject(new TypeError('fetch failed'));
        }
        return api.server.fetch(new Request(input, init));
      },
    });

  test('gives the wizard what a session in its own thread gives', async () => {
    const here = createSession({ schema: crm, adapter: api.adapter });
    const there = session();
    const file = new Blob([CUSTOMERS]);
    for (const it of [here, there]) await it.open(file, 'customers.csv', {});
    expect(await there.profile()).toEqual(await here.profile());
    expect(await there.suggest()).toEqual(JSON.parse(JSON.stringify(await here.suggest())));
    expect(await there.plan(recipe)).toEqual(JSON.parse(JSON.stringify(await here.plan(recipe))));
    const query = { offset: 1, limit: 2 };
    expect(await there.rows(query)).toEqual(JSON.parse(JSON.stringify(await here.rows(query))));
    expect(await (await there.errorFile('csv')).text()).toBe(
      await (await here.errorFile('csv')).text(),
    );
    const swedish = await (await here.errorFile('csv', sv)).text();
    expect(swedish).toContain('är ingen e-postadress');
    for (const language of [sv, 'sv-SE'])
      expect(await (await there.errorFile('csv', language)).text()).toBe(swedish);
    expect((await there.template('xlsx')).size).toBeGreaterThan(0);
  });

  test('an importer runs on it from the file to the corrected rows, though the connection breaks', async () => {
    broken = 2;
    const importer = createImporter({ schema: crm, session: session() });
    const { actions, dispatch, getState } = importer;
    const at = (step: ImporterState['step']) =>
      expect([getState().step, getState().error]).toEqual([step, null]);
    await actions.openFile(new Blob([CUSTOMERS.replaceAll('Acme', 'Client AB')]), 'customers.csv');
    expect(getState().error).toBe(null);
    await actions.goTo('match');
    dispatch({ type: 'open-columns-ignored' });
    await actions.goTo('review');
    at('review');
    await actions.start();
    at('result');
    const first = getState();
    if (first.step !== 'result') throw new Error('no result');
    expect(first.report).toMatchObject({
      status: 'completed',
      rows: 4,
      rejected: 1,
      created: { contact: 3 },
    });
    dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@beta.se' });
    await actions.replan();
    await actions.start();
    const second = getState();
    if (second.step !== 'result') throw new Error(`no result: ${JSON.stringify(second.error)}`);
    expect(second.report).toMatchObject({ rows: 4, rejected: 0, created: { contact: 4 } });
    expect(broken).toBe(0);
  });

  /** A session whose first decision is on its way until `go` is called. */
  const slow = (): {
    readonly there: ServerSession;
    readonly go: () => void;
    /** What the server was asked, as it reached it. */
    readonly reached: readonly string[];
  } => {
    const reached: string[] = [];
    let go = (): void => {};
    let first: Promise<void> | null = new Promise((resolve) => (go = resolve));
    const there = serverSession({
      url: 'http://localhost/api/imports',
      schema: 'crm',
      headers: () => ({ 'x-user': 'client/ann' }),
      async fetch(input, init) {
        const request = new Request(input, init);
        const isDecision = /imports\/[^/]+$/.test(request.url) && request.method === 'PATCH';
        const late = isDecision ? first : null;
        if (isDecision) first = null;
        await late;
        reached.push(isDecision ? 'decision' : (request.url.split('/').at(-1) ?? ''));
        return await api.server.fetch(request);
      },
    });
    return { there, go: () => go(), reached };
  };
  const kept = async (id: string): Promise<unknown> => {
    const headers = { 'x-user': 'client/ann' };
    return await (await api.call('GET', `/${id}`, undefined, headers)).json();
  };
  const older = { ...recipe, excluded: [2] };

  test('keeps what was decided last, though it closes while the one before is on its way', async () => {
    const { there, go } = slow();
    await there.open(new Blob([CUSTOMERS]), 'customers.csv', {});
    const id = there.importId() ?? '';
    const first = there.keep?.({ recipe: older, step: 'match' });
    const last = there.keep?.({ recipe, step: 'settings' });
    there.dispose();
    await there.template('csv');
    go();
    await Promise.all([first, last]);
    expect(await kept(id)).toMatchObject({ step: 'settings', recipe: { excluded: [] } });
  });

  test('plans and starts what was decided last, though an older decision is on its way', async () => {
    const { there, go, reached } = slow();
    await there.open(new Blob([CUSTOMERS]), 'customers.csv', {});
    const keeping = there.keep?.({ recipe: older, step: 'match' });
    const planning = there.plan(recipe);
    await there.template('csv');
    go();
    await Promise.all([keeping, planning]);
    expect(reached.slice(-3)).toEqual(['csv', 'decision', 'plan']);
    expect(await kept(there.importId() ?? '')).toMatchObject({ recipe: { excluded: [] } });
    there.dispose();
  });

  test('says in the server’s words what is wrong', async () => {
    const there = session();
    const drafts = async (): Promise<unknown> => {
      const headers = { 'x-user': 'client/ann' };
      return await (await api.call('GET', '?status=draft', undefined, headers)).json();
    };
    const before = await drafts();
    await expect(there.open(new Blob(['']), 'empty.csv', {})).rejects.toMatchObject({
      code: 'file-empty',
    });
    // What could not be opened is no draft.
    expect(await drafts()).toEqual(before);
    await expect(there.open({ rows: () => [] }, 'rows', {})).rejects.toMatchObject({
      code: 'file-unsupported',
    });
    await expect(there.rows({ offset: 0, limit: 1 })).rejects.toMatchObject({
      code: 'state-invalid',
    });
    const nobody = serverSession({
      url: 'http://localhost/api/imports',
      schema: 'crm',
      fetch: (i, n) => api.server.fetch(new Request(i, n)),
    });
    await expect(nobody.open(new Blob([CUSTOMERS]), 'a.csv', {})).rejects.toMatchObject({
      code: 'worker-failed',
      params: { status: 401 },
    });
  });
});
