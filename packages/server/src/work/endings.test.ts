import { ImportError, type PersistenceAdapter, type RowPage } from '@importera/engine';
import { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { databaseFiles } from '../files/databaseFiles.ts';
import type { Notifier } from '../notify/Notifier.ts';
import { shareNotice } from '../notify/sendNotice.ts';
import {
  crm,
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';
import type { ImportWorker } from './createImportWorker.ts';

const WAIT = { timeout: 60_000 };

describe('ends of an import', { timeout: 180_000 }, () => {
  let api: Api;
  let worker: ImportWorker | null = null;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
  }, 120_000);
  afterEach(async () => {
    await worker?.stop();
    worker = null;
  });
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  async function work(
    change: (adapter: PersistenceAdapter) => Partial<PersistenceAdapter>,
    options: Parameters<Api['worker']>[0] = {},
  ): Promise<void> {
    const adapter = { ...api.adapter, ...change(api.adapter) };
    worker = api.worker({ adapter, retry: { attempts: 1 }, ...options });
    await worker.start();
  }
  const customers = (name: string): string =>
    CUSTOMERS.replaceAll('Acme', name).replaceAll('Beta', `${name} 2`);

  test('one that is cancelled before its plan is made tells of its rows', async () => {
    const id = await api.upload(customers('Early'));
    await api.json('POST', `/${id}/plan`, { recipe });
    await api.json('POST', `/${id}/start`, {});
    await api.json('POST', `/${id}/cancel`, {});
    await work(() => ({}));
    const cancelled = await api.until(id, 'cancelled');
    expect(cancelled).toMatchObject({ rows: 4, report: { status: 'cancelled', rows: 4 } });
    const page = { offset: 0, limit: 100 };
    const all = await api.json<RowPage>('POST', `/${id}/rows`, page);
    expect(all.rows.map(({ outcome }) => outcome?.status)).toEqual(Array(4).fill('pending'));
    const left = { ...page, outcomes: ['pending'] };
    expect(await api.json('POST', `/${id}/rows`, left)).toMatchObject({ total: 4 });
    await api.json('POST', `/${id}/start`, {});
    const done = await api.until(id, 'completed');
    expect(done).toMatchObject({ report: { created: { company: 2, contact: 3 } } });
    expect(await api.json('POST', `/${id}/rows`, left)).toMatchObject({ total: 0 });
  });

  test('an adapter that fails for a while is waited for', async () => {
    let failures = 2;
    await work(({ write }) => ({
      write: (batch, context) => {
        failures -= 1;
        if (failures < 0) return write(batch, context);
        throw new ImportError('adapter-failed', 'The database restarts.', { transient: true });
      },
    }));
    const id = await api.start(customers('Patience'));
    const done = await api.until(id, 'completed', 'failed');
    expect(done).toMatchObject({
      status: 'completed',
      error: null,
      report: { created: { company: 2, contact: 3 } },
    });
  });

  test('an adapter that fails for good ends the import with its reason, and nothing of it is lost', async () => {
    let isBroken = true;
    await work(({ lookup }) => ({
      lookup: (request, context) => {
        if (!isBroken) return lookup(request, context);
        throw new ImportError('adapter-failed', 'The table is gone.', { transient: false });
      },
    }));
    const id = await api.start(customers('Trouble'));
    const failed = await api.until(id, 'failed');
    expect(failed.error).toMatchObject({
      code: 'adapter-failed',
      message: expect.stringContaining('The table is gone'),
    });
    expect(failed.report).toMatchObject({ status: 'failed', created: {} });
    isBroken = false;
    await api.json('POST', `/${id}/start`, {});
    const done = await api.until(id, 'completed');
    expect(done).toMatchObject({ error: null, report: { created: { company: 2, contact: 3 } } });
  });

  test('all or nothing: one bad row, and nothing is written', async () => {
    await work(() => ({}));
    const id = await api.start(customers('Whole'), {
      ...recipe,
      policy: { ...recipe.policy, allOrNothing: true },
    });
    const failed = await api.until(id, 'failed', 'completed');
    expect(failed).toMatchObject({
      status: 'failed',
      error: { code: 'check-failed' },
      report: { created: { company: 0, contact: 0 } },
    });
  });

  test('a file with more rows than a worker takes is refused before anything is written', async () => {
    await work(() => ({}), { maxRows: 3 });
    const id = await api.start(customers('Many'));
    const failed = await api.until(id, 'failed');
    expect(failed.error).toMatchObject({ code: 'file-too-large', params: { rows: 4, maxRows: 3 } });
  });

  test('a recipe for another file is refused before anything is written', async () => {
    await work(() => ({}));
    const [first, ...others] = recipe.columns;
    const id = await api.start(customers('Other'), {
      ...recipe,
      columns: [{ ...first!, header: 'Firma' }, ...others],
    });
    expect((await api.until(id, 'failed')).error).toMatchObject({ code: 'recipe-invalid' });
  });

  test('an undo that the adapter can not do leaves the import as it was, and says so', async () => {
    worker = api.worker({ adapter: { lookup: api.adapter.lookup, write: api.adapter.write } });
    await worker.start();
    const id = await api.start(customers('Stays'));
    await api.until(id, 'completed');
    await api.json('POST', `/${id}/undo`, {});
    const kept = await api.until(id, 'completed', 'undone');
    expect(kept).toMatchObject({
      status: 'completed',
      undo: null,
      error: { code: 'option-invalid' },
    });
  });

  /** As if a step of an import had failed so often that the queue gives it up; no worker may run. */
  async function tireOut(kind: 'import' | 'undo', importId: string): Promise<void> {
    const { queue: db, backend } = api.database;
    const schema = 'importera_queue';
    const boss = new PgBoss({ db, backend, schema, supervise: false, schedule: false });
    await boss.start();
    await boss.deleteAllJobs('importera-steps');
    await boss.send('importera-imports-dead', { kind, tenant: api.tenant, importId });
    await boss.stop({ close: false });
  }

  test('an import that was tried too often is given up, and can be started again', async () => {
    const id = await api.start(customers('Given up'));
    await tireOut('import', id);
    const told: string[] = [];
    const notifier: Notifier = {
      name: 'ends',
      notify: async ({ import: { status } }) => void told.push(status),
    };
    await work(() => ({}), { notifiers: [notifier] });
    expect((await api.until(id, 'failed')).error?.message).toContain('tried many times');
    await expect.poll(() => told, { timeout: 60_000 }).toEqual(['failed']);
    await api.json('POST', `/${id}/start`, {});
    expect((await api.until(id, 'completed')).report).toMatchObject({ created: { contact: 3 } });
  });

  test('an undo that was tried too often leaves the import as it ended, and can be tried again', async () => {
    await work(() => ({}));
    const id = await api.start(customers('Kept'));
    const ended = await api.until(id, 'completed');
    await worker?.stop();
    await api.json('POST', `/${id}/undo`, {});
    await tireOut('undo', id);
    await work(() => ({}));
    const kept = await api.until(id, 'completed', 'failed', 'undone');
    expect(kept).toMatchObject({
      status: 'completed',
      report: ended.report,
      undo: null,
      finishedAt: ended.finishedAt,
    });
    expect(kept.error?.message).toContain('could not be undone');
    await api.json('POST', `/${id}/undo`, {});
    expect(await api.until(id, 'undone')).toMatchObject({ undo: { reversed: 5 }, error: null });
  });

  test('of an import that was started again before anybody was told, only the next end is told', async () => {
    await work(() => ({}));
    const id = await api.start(customers('Again'));
    await api.until(id, 'completed');
    await worker?.stop();
    await api.json('POST', `/${id}/start`, {});
    const shared: unknown[] = [];
    const background = {
      deliver: async (_sql: unknown, jobs: readonly unknown[]) => void shared.push(...jobs),
    };
    const host = {
      adapter: api.adapter,
      database: api.database,
      files: databaseFiles(api.database.client),
      maxRows: 10,
      notifiers: [{ name: 'ends', notify: async () => undefined }],
      onError: () => undefined,
      schemas: [crm],
    };
    await shareNotice(host, background, { tenant: api.tenant, importId: id });
    expect(shared).toEqual([]);
    await work(() => ({}));
    await api.until(id, 'completed');
    await shareNotice(host, background, { tenant: api.tenant, importId: id });
    expect(shared).toHaveLength(1);
  });

  test('a worker that is started again while its stop still waits tells of later ends', async () => {
    const told: string[] = [];
    let isFirst = true;
    const slow: Notifier = {
      name: 'slow',
      async notify({ key }, { signal }) {
        const hangs = isFirst;
        isFirst = false;
        if (hangs)
          await new Promise((_resolve, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason)),
          );
        signal.throwIfAborted();
        told.push(key.id);
      },
    };
    await work(() => ({}), { notifiers: [slow] });
    await api.start(customers('Slow'));
    await expect.poll(() => isFirst, WAIT).toBe(false);
    const stopped = worker?.stop();
    await worker?.start();
    await stopped;
    const later = await api.start(customers('Later'));
    await expect.poll(() => told, WAIT).toContain(later);
  });

  test('a worker that stops leaves its import to the next', async () => {
    let writes = 0;
    await work(
      ({ write }) => ({
        async write(batch, context) {
          writes += 1;
          if (writes === 2) void worker?.stop();
          return await write(batch, context);
        },
      }),
      { parallel: 1 },
    );
    const lines = Array.from(
      { length: 3_000 },
      (_, i) => `Stopped ${i},City,stopped${i}@x.se,Name`,
    );
    const id = await api.start(['Company name,City,E-mail,First name', ...lines, ''].join('\n'));
    await api.until(id, 'running');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await worker?.stop();
    expect(await api.json('GET', `/${id}`)).toMatchObject({ status: 'running' });
    await work(() => ({}));
    expect((await api.until(id, 'completed')).report).toMatchObject({
      rows: 3_000,
      created: { company: 3_000, contact: 3_000 },
    });
  });
});
