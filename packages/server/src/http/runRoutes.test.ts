import { memoryAdapter, type PersistenceAdapter, type Recipe } from '@importera/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crm, openApi, pglite, pgliteServerDatabase, recipe, type Api } from '../server.fixture.ts';
import type { ServerImport } from '../store/ServerImport.ts';

const none = { importId: '', settings: {} };

describe('an import that goes on', { timeout: 120_000 }, () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  /** Plans an import and pauses it before anything of it is written. */
  async function paused(own: Api, content: string, given: Recipe): Promise<string> {
    const planner = own.worker({ parallel: 0 });
    await planner.start();
    const id = await own.start(content, given);
    await own.until(id, 'running');
    await expect
      .poll(async () => (await own.json<ServerImport>('GET', `/${id}`)).progress?.rowsTotal)
      .toBe(content.trim().split('\n').length - 1);
    await own.json('POST', `/${id}/pause`, {});
    await own.until(id, 'paused');
    await planner.stop();
    return id;
  }
  /** As if nothing had happened with it for an hour. */
  const rest = (id: string) =>
    api.database.client.query(
      `UPDATE importera.imports SET updated_at = now() - interval '1 hour', finished_at = finished_at - interval '1 hour'
       WHERE id = $1`,
      [id],
    );
  async function goOn(own: Api, id: string, action: 'resume' | 'start'): Promise<ServerImport> {
    const worker = own.worker();
    await worker.start();
    await own.json('POST', `/${id}/${action}`, {});
    const done = await own.until(id, 'completed', 'failed');
    await worker.stop();
    return done;
  }
  const write = (own: Api, operation: object, n: number) =>
    own.adapter.write(
      {
        id: `other/${n}`,
        operations: [
          {
            row: 1,
            entity: 'company',
            action: 'create',
            record: 0,
            id: null,
            parentId: null,
            parentRecord: null,
            values: {},
            ...operation,
          },
        ],
      },
      { ...none, importId: 'other' },
    );
  const companies = async (own: Api, name: string) => {
    const request = { entity: 'company', fields: ['name'], keys: [[name]] };
    return (await own.adapter.lookup(request, none)).matches[0] ?? [];
  };
  const ifEmpty: Recipe = {
    ...recipe,
    columns: recipe.columns.map((column) =>
      column.header === 'City' ? { ...column, write: 'if-empty' } : column,
    ),
  };
  const runOf = (id: string) => api.json<{ number: number }>('GET', `/${id}/run`);
  const fileOf = (name: string) =>
    [
      'Company name,City,E-mail,First name',
      `${name} made,Malmö,a@${name}.se,A`,
      `${name} kept,Lund,b@${name}.se,B`,
      '',
    ].join('\n');

  test.each(['resume', 'start'] as const)(
    'long after it was planned (%s) does what fits what is stored by then',
    async (action) => {
      const name = `old${action}`;
      await write(api, { values: { name: `${name} kept` } }, action === 'resume' ? 1 : 2);
      const id = await paused(api, fileOf(name), ifEmpty);
      if (action === 'start') {
        const worker = api.worker({ parallel: 0 });
        await worker.start();
        await api.json('POST', `/${id}/cancel`, {});
        await api.until(id, 'cancelled');
        await worker.stop();
      }
      // Somebody makes a company that the plan was to make, and fills a field that was empty.
      await write(api, { values: { name: `${name} made` } }, action === 'resume' ? 3 : 4);
      const [kept] = await companies(api, `${name} kept`);
      const change = { action: 'update', id: kept?.id ?? '', values: { city: 'Kiruna' } };
      await write(api, change, action === 'resume' ? 5 : 6);
      await rest(id);
      // Whoever looks through it first makes its plan no younger.
      if (action === 'start') await api.json('PATCH', `/${id}`, { step: 'review' });
      const done = await goOn(api, id, action);
      expect(done).toMatchObject({
        status: 'completed',
        report: { rows: 2, created: { company: 0, contact: 2 }, updated: { company: 1 } },
      });
      expect((await companies(api, `${name} made`)).map(({ values }) => values)).toEqual([
        { name: `${name} made`, city: 'Malmö' },
      ]);
      expect((await companies(api, `${name} kept`))[0]?.values['city']).toBe('Kiruna');
      expect(await runOf(id)).toMatchObject({ number: 2, recipe: ifEmpty });
    },
  );

  test('long after a part of it was written writes the rest, and nothing twice', async () => {
    const small = await openApi(await pgliteServerDatabase(), { batchRows: 10 });
    let writes = 0;
    let id = '';
    const adapter: PersistenceAdapter = {
      ...small.adapter,
      async write(batch, context) {
        writes += 1;
        if (writes === 2) await small.json('POST', `/${id}/pause`, {});
        return await small.adapter.write(batch, context);
      },
    };
    const rows = Array.from({ length: 60 }, (_, n) => `Part ${n % 40},Lund,part${n}@x.se,P${n}`);
    id = await small.upload(['Company name,City,E-mail,First name', ...rows, ''].join('\n'));
    await small.json('PATCH', `/${id}`, { recipe });
    await small.json('POST', `/${id}/start`, {});
    const first = small.worker({ adapter, parallel: 1 });
    await first.start();
    const { progress } = await small.until(id, 'paused');
    await first.stop();
    expect(progress?.written).toBeGreaterThan(9);
    expect(progress?.written).toBeLessThan(60);
    await rest(id);
    const done = await goOn(small, id, 'resume');
    expect(done.report).toMatchObject({ rows: 60, created: { company: 40, contact: 60 } });
    const { rows: stored } = await small.database.client.query(
      `SELECT (SELECT count(*)::int FROM ${small.databaseSchema}.company) AS companies,
         (SELECT count(*)::int FROM ${small.databaseSchema}.contact) AS contacts`,
    );
    expect(stored).toEqual([{ companies: 40, contacts: 60 }]);
    await small.json('POST', `/${id}/undo`, {});
    const undoing = small.worker();
    await undoing.start();
    expect((await small.until(id, 'undone')).undo).toMatchObject({ reversed: 100 });
    await small.close();
  });

  test('at once goes on with its plan', async () => {
    const id = await paused(api, fileOf('fresh'), recipe);
    const done = await goOn(api, id, 'resume');
    expect(done.report).toMatchObject({ created: { company: 2, contact: 2 } });
    expect(await runOf(id)).toMatchObject({ number: 1 });
  });

  test('with records elsewhere goes on with its plan, so that no answer that was lost is doubled', async () => {
    const memory = memoryAdapter(crm);
    const elsewhere = await openApi(
      await pgliteServerDatabase(),
      { adapter: memory },
      { tenant: api.tenant },
    );
    const worker = (options: object) => elsewhere.worker({ adapter: memory, ...options });
    const planner = worker({ parallel: 0 });
    await planner.start();
    const id = await elsewhere.start(fileOf('memory'), recipe);
    await elsewhere.until(id, 'running');
    await elsewhere.json('POST', `/${id}/pause`, {});
    await elsewhere.until(id, 'paused');
    await planner.stop();
    await rest(id);
    const writer = worker({});
    await writer.start();
    await elsewhere.json('POST', `/${id}/resume`, {});
    await elsewhere.until(id, 'completed');
    expect(await runOf(id)).toMatchObject({ number: 1 });
    expect(memory.records('company')).toHaveLength(2);
    await elsewhere.close();
  });

  test('can be stopped while its records can not be reached', async () => {
    let isAway = false;
    const own = await openApi(await pgliteServerDatabase(), {
      adapter: () => {
        if (isAway) throw new Error('Their database is away.');
        return memoryAdapter(crm);
      },
    });
    const id = await own.start(fileOf('away'), recipe);
    isAway = true;
    expect(await own.json('POST', `/${id}/pause`, {})).toMatchObject({ status: 'paused' });
    expect(await own.json('POST', `/${id}/cancel`, {})).toMatchObject({ status: 'cancelling' });
    await own.close();
  });

  test('again tells nothing of how it ended before', async () => {
    const worker = api.worker();
    await worker.start();
    const id = await api.start(fileOf('twice'), recipe);
    expect((await api.until(id, 'completed')).report).toMatchObject({ rows: 2 });
    await worker.stop();
    await api.json('POST', `/${id}/start`, {});
    expect(await api.json('GET', `/${id}`)).toMatchObject({ status: 'queued', report: null });
    expect((await api.call('GET', `/${id}/report`)).status).toBe(404);
    const again = api.worker();
    await again.start();
    expect((await api.until(id, 'completed')).report).toMatchObject({ rows: 2 });
    await again.stop();
  });
});
