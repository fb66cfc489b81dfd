import { createImporter, type Importer, type ImporterState } from '@importera/engine';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  crm,
  CUSTOMERS,
  largeFile,
  openApi,
  pglite,
  pgliteServerDatabase,
  type Api,
} from '../server.fixture.ts';
import { serverImports } from './serverImports.ts';
import { serverSession } from './serverSession.ts';

describe('an import of the server in another browser', { timeout: 180_000 }, () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
    await api.worker().start();
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  const access = {
    url: 'http://localhost/api/imports',
    schema: 'crm',
    headers: () => ({ 'x-user': 'two-browsers/ann' }),
    fetch: ((input, init) => api.server.fetch(new Request(input, init))) as typeof fetch,
  };
  /** A browser of its own: nothing is shared but the server. */
  const browser = (): Importer => createImporter({ schema: crm, session: serverSession(access) });
  const atResult = (importer: Importer): Extract<ImporterState, { step: 'result' }> => {
    const state = importer.getState();
    if (state.step !== 'result')
      throw new Error(`at ${state.step}: ${JSON.stringify(state.error)}`);
    return state;
  };

  async function decided(content: string): Promise<Importer> {
    const importer = browser();
    await importer.actions.openFile(new Blob([content]), 'customers.csv');
    await importer.actions.goTo('match');
    importer.dispatch({ type: 'open-columns-ignored' });
    return importer;
  }

  test('FX5 a draft is picked up at its step with everything decided', async () => {
    const first = await decided(CUSTOMERS);
    first.dispatch({ type: 'match-changed', column: 1, match: true });
    await first.actions.goTo('settings');
    const { importId } = first.getState();
    await vi.waitFor(async () => {
      const answer = await api.call('GET', `/${importId}`, undefined, access.headers());
      expect(((await answer.json()) as { step: string }).step).toBe('settings');
    });
    first.dispose();

    const second = browser();
    await second.actions.restore(importId);
    const state = second.getState();
    expect([state.step, state.importId, state.error]).toEqual(['settings', importId, null]);
    if (state.step !== 'settings') return;
    expect(state.recipe.columns.map(({ match }) => match)).toEqual([true, true, true, false]);
    await second.actions.goTo('review');
    expect(second.getState()).toMatchObject({ step: 'review', plan: { status: 'ready' } });
  });

  test('TD13 a running import is come back to with its progress, and goes on to its result', async () => {
    const first = await decided(largeFile(4_000));
    await first.actions.goTo('review');
    const { importId } = first.getState();
    void first.actions.start();
    const directory = serverImports(access);
    await vi.waitFor(async () => {
      const running = await directory.list({ group: 'running', limit: 10, offset: 0 });
      expect(running.map(({ id }) => id)).toContain(importId);
    });
    // The page is left; the import is not.
    first.dispose();

    const second = browser();
    const seen: string[] = [];
    second.subscribe((state, event) => seen.push(`${state.step} ${event.type}`));
    await second.actions.restore(importId);
    await vi.waitFor(() => expect(second.getState().step).toBe('result'), 100_000);
    expect(atResult(second).report).toMatchObject({
      status: 'completed',
      rows: 4_000,
      created: { company: 2_000, contact: 4_000 },
    });
    expect(seen).toContain('result import-finished');
  });

  test('TD13 a wizard that is put away, or shows another import, lets a running one go on', async () => {
    const importer = await decided(largeFile(1_500).replaceAll('Company ', 'Bolag '));
    await importer.actions.goTo('review');
    const { importId } = importer.getState();
    void importer.actions.start();
    const directory = serverImports(access);
    await vi.waitFor(async () => {
      const running = await directory.list({ group: 'running', limit: 10, offset: 0 });
      expect(running.map(({ id }) => id)).toContain(importId);
    }, 60_000);
    importer.actions.reset();
    await vi.waitFor(async () => {
      const finished = await directory.list({ group: 'finished', limit: 10, offset: 0 });
      expect(finished.find(({ id }) => id === importId)?.status).toBe('completed');
    }, 100_000);
    expect(importer.getState()).toMatchObject({ step: 'file', error: null });
  });

  test('what somebody else does to it is seen: paused, going on, cancelled', async () => {
    const first = await decided(largeFile(6_000).replaceAll('Company ', 'Firm '));
    await first.actions.goTo('review');
    const { importId } = first.getState();
    const directory = serverImports(access);
    const run = first.actions.start();
    await vi.waitFor(async () => await directory.pause(importId), 60_000);
    const second = browser();
    await second.actions.restore(importId);
    await vi.waitFor(
      () => expect(second.getState()).toMatchObject({ step: 'import', status: 'paused' }),
      60_000,
    );
    await vi.waitFor(() => expect(first.getState()).toMatchObject({ status: 'paused' }), 60_000);
    await vi.waitFor(async () => await directory.cancel(importId), 60_000);
    await run;
    await vi.waitFor(() => expect(second.getState().step).toBe('result'), 60_000);
    expect(atResult(second).report.status).toBe('cancelled');
    expect(atResult(first).report.status).toBe('cancelled');
  });

  test('AP11 a finished one is come back to: its red rows are corrected and only those imported', async () => {
    const first = await decided(CUSTOMERS.replaceAll('@acme.se', '@corrected.se'));
    await first.actions.goTo('review');
    const { importId } = first.getState();
    await first.actions.start();
    expect(atResult(first).report.rejected).toBe(1);
    first.dispose();

    const second = browser();
    await second.actions.restore(importId);
    expect(atResult(second)).toMatchObject({ correctedFrom: [], report: { rows: 4, rejected: 1 } });
    const { rows, total } = await second.rows({ outcomes: ['rejected'], offset: 0, limit: 10 });
    expect([total, rows[0]?.row]).toEqual([1, 4]);
    second.dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@beta.se' });
    await second.actions.replan();
    await second.actions.start();
    expect(atResult(second).report).toMatchObject({ rows: 4, rejected: 0 });

    const third = browser();
    await third.actions.restore(importId);
    expect(atResult(third).correctedFrom).toEqual([{ row: 4, column: 2, value: 'cia@beta.se' }]);
  });

  test('AP11 a corrected file changes nothing about a row that was written, and it says so', async () => {
    const first = await decided(CUSTOMERS.replaceAll('acme', 'refused').replace('Beta', 'Zeta'));
    await first.actions.goTo('review');
    const { importId } = first.getState();
    await first.actions.start();
    const errors = await (await first.session.errorFile('csv')).text();
    first.dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@zeta.se' });
    await first.actions.replan();
    await first.actions.start();
    const query = { offset: 2, limit: 1 };
    const before = await first.rows(query);
    expect(before.rows[0]?.cells).toContain('cia@zeta.se');

    const file = errors.replace('cia@@beta', 'other@zeta.se');
    await first.actions.openCorrections(file, 'errors.csv');
    expect(atResult(first).corrected).toEqual({ cells: 0, refused: [4] });
    await first.actions.start();
    expect(atResult(first)).toMatchObject({ corrected: { refused: [4] }, error: null });
    const second = browser();
    await second.actions.restore(importId);
    for (const importer of [first, second]) {
      expect((await importer.rows(query)).rows[0]).toMatchObject({
        cells: before.rows[0]?.cells,
        outcome: { status: 'written' },
      });
    }
    const request = { entity: 'contact', fields: ['email'], keys: [['other@zeta.se']] };
    const { matches } = await api.adapter.lookup(request, { importId: '', settings: {} });
    expect(matches).toEqual([[]]);
  });

  test('undo says beforehand what it then does, and every browser shows it', async () => {
    const first = await decided(CUSTOMERS.replaceAll('Acme', 'Undone AB').replaceAll('@', '@u'));
    await first.actions.goTo('review');
    const { importId } = first.getState();
    await first.actions.start();
    const said = await first.actions.undoPreview();
    const done = await first.actions.undoImport();
    expect(done.reversed).toBeGreaterThan(0);
    if (said !== null) expect(said).toEqual(done);
    expect(atResult(first).undo).toEqual({ status: 'undone', report: done });
    const second = browser();
    await second.actions.restore(importId);
    expect(atResult(second).undo).toEqual({ status: 'undone', report: done });
    const directory = serverImports(access);
    const of = (user: string) => directory.list({ group: 'finished', user, limit: 1, offset: 0 });
    expect(await of('somebody else')).toEqual([]);
    const [listed] = await of('ann');
    expect([listed?.id, listed?.status, listed?.undo]).toEqual([importId, 'undone', done]);
  });

  test('another file takes the place of the first: one draft is left', async () => {
    const directory = serverImports(access);
    const drafts = async (): Promise<number> =>
      (await directory.list({ group: 'draft', limit: 100, offset: 0 })).length;
    const before = await drafts();
    const importer = browser();
    await importer.actions.openFile(new Blob([CUSTOMERS]), 'wrong.csv');
    await importer.actions.openFile(new Blob([CUSTOMERS]), 'right.csv');
    expect(await drafts()).toBe(before + 1);
    const { importId } = importer.getState();
    await directory.remove(importId);
    expect(await drafts()).toBe(before);
  });

  test('one that is not there, or that belongs to others, is told as such', async () => {
    const importer = browser();
    await importer.actions.restore(crypto.randomUUID());
    expect(importer.getState()).toMatchObject({ step: 'file', error: { params: { status: 404 } } });
  });

  test('the directory tells of imports as they change and go', async () => {
    let streams = 0;
    const directory = serverImports({
      ...access,
      fetch: (input, init) => {
        if (String(input).includes('/events')) streams += 1;
        return access.fetch(input, init);
      },
    });
    const told: string[] = [];
    const stop = directory.follow((change) =>
      told.push(change.type === 'removed' ? `-${change.id}` : change.import.id),
    );
    const bell: string[] = [];
    const stopBell = directory.follow((change) => bell.push(change.type));
    const importer = browser();
    await importer.actions.openFile(new Blob([CUSTOMERS]), 'seen.csv');
    const { importId } = importer.getState();
    await vi.waitFor(() => expect(told).toContain(importId), 60_000);
    await directory.remove(importId);
    await vi.waitFor(() => expect(told).toContain(`-${importId}`), 60_000);
    expect(bell).toContain('removed');
    // A page's bell and hub have one stream together.
    expect(streams).toBe(1);
    stop();
    stopBell();
    expect((await directory.template('csv')).size).toBeGreaterThan(0);
  });
});
