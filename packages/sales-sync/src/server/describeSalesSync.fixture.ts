import type { ServerDatabase } from '@importera/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyncPreview } from '../preview/SyncPreview.ts';
import { describeSyncStore } from '../testing/describeSyncStore.ts';
import { ClaimLost, claimCompany, saveChoice } from './companies.ts';
import { NO_COUNTS } from '../run/SyncReport.ts';
import { migrateSalesSync } from './migrate.ts';
import { beginRun, claimRuns, endRun, listRuns, queueRun } from './runs.ts';
import { sqlSyncStore } from './sqlSyncStore.ts';
import { INVOICES, openBench, type SyncBench } from './syncBench.fixture.ts';

const SALE = { customer: 'Åkeri AB', title: 'Skruv', amount: 100 };

/** All that the durable half does, on a database. */
export function describeSalesSync(name: string, open: () => Promise<ServerDatabase>): void {
  let database: ServerDatabase;
  beforeAll(async () => {
    database = await open();
    await Promise.all([0, 1].map(async () => migrateSalesSync(database.client)));
  });

  describeSyncStore(
    `sqlSyncStore on ${name}`,
    () => ({ store: sqlSyncStore({ client: database.client, tenant: crypto.randomUUID() }) }),
    { describe, test, expect },
  );

  describe(`the store on ${name}`, () => {
    test('tenants see nothing of each other', async () => {
      const [a, b] = ['a', 'b'].map((letter) =>
        sqlSyncStore({ client: database.client, tenant: `${letter} ${crypto.randomUUID()}` }),
      );
      const position = { stream: 'deal', cursor: '1', again: [] };
      await a?.save({ links: [{ document: 'invoice:1', deal: 'D', basis: true }], position });
      expect(await b?.linksOfDeals(['D'])).toEqual([]);
      expect(await b?.position('deal')).toBe(null);
    });
    test.for(['x\u0000y', '\ud800', "'; --", '', 'Å😀', '\\'])('takes %j as an id', async (id) => {
      const store = sqlSyncStore({ client: database.client, tenant: crypto.randomUUID() });
      await store.save({ links: [{ document: `invoice:${id}`, deal: 'D', basis: true }] });
      expect(await store.linksOfDeals(['D'])).toHaveLength(1);
    });
    test('of runs by schedule that found nothing, the history keeps the last', async () => {
      const tenant = crypto.randomUUID();
      const claim = crypto.randomUUID();
      const end = { claim, rejected: [], error: null, status: 'completed' as const };
      const ids = Array.from({ length: 4 }, () => crypto.randomUUID());
      for (const [index, id] of ids.entries()) {
        const counts = {
          ...NO_COUNTS,
          ...(index === 1 && { deal: { ...NO_COUNTS.deal, created: 1 } }),
        };
        expect(await claimRuns(database.client, { tenant, id }, claim)).toEqual([id]);
        await beginRun(database.client, { tenant, id }, { claim, settings: INVOICES });
        await endRun(database.client, { tenant, id }, { ...end, counts });
      }
      const kept = (await listRuns(database.client, tenant, 10)).map(({ id }) => id);
      expect([...kept].sort()).toEqual([ids[1], ids[3]].sort());
    });
    test('SS6 who takes a company takes the runs that another had, and that one tells nothing more of them', async () => {
      const { client } = database;
      const tenant = crypto.randomUUID();
      const [dead = '', waiting = '', next = ''] = [0, 1, 2].map(() => crypto.randomUUID());
      const [before, after] = [crypto.randomUUID(), crypto.randomUUID()];
      const ended = { rejected: [], error: null, status: 'completed' as const };
      const deal = { ...NO_COUNTS.deal, created: 1 };
      await queueRun(client, { tenant, id: dead }, { reason: 'settings', user: 'anna' });
      await claimRuns(client, { tenant, id: dead }, before);
      await beginRun(client, { tenant, id: dead }, { claim: before, settings: INVOICES });
      await queueRun(client, { tenant, id: waiting }, { reason: 'person', user: 'anna' });

      const open = await claimRuns(client, { tenant, id: next }, after);
      expect([...open].sort()).toEqual([dead, next].sort());
      const lost = { ...ended, claim: before, counts: NO_COUNTS };
      await endRun(client, { tenant, id: dead }, lost);
      const taken = { claim: before, settings: INVOICES };
      expect(await beginRun(client, { tenant, id: dead }, taken)).toBe(null);
      for (const id of open) {
        await beginRun(client, { tenant, id }, { claim: after, settings: INVOICES });
        await endRun(
          client,
          { tenant, id },
          { ...ended, claim: after, counts: { ...NO_COUNTS, deal } },
        );
      }
      const runs = await listRuns(client, tenant, 10);
      const told = runs.map(({ reason, status, attempts }) => [reason, status, attempts].join(' '));
      expect([...told].sort()).toEqual([
        'person queued 0',
        'schedule completed 1',
        'settings completed 2',
      ]);
      // Its own job may come after all: there is nothing left to do.
      expect(await claimRuns(client, { tenant, id: dead }, after)).toEqual([]);
    });
    test('SS6 who lost the company can store nothing more', async () => {
      const tenant = crypto.randomUUID();
      const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
      await saveChoice(database.client, tenant, { settings: INVOICES, changedBy: null });
      await claimCompany(database.client, tenant, first);
      const store = sqlSyncStore({ client: database.client, tenant, claim: first });
      await store.save({ links: [], position: { stream: 'deal', cursor: '1', again: [] } });
      await claimCompany(database.client, tenant, second);
      await expect(
        store.save({ links: [], position: { stream: 'deal', cursor: '2', again: [] } }),
      ).rejects.toBeInstanceOf(ClaimLost);
      expect(await store.position('deal')).toEqual({ cursor: '1', again: [] });
    });
  });

  describe(`the sync on ${name}`, () => {
    let bench: SyncBench;
    beforeAll(async () => {
      bench = openBench(database);
      await bench.worker();
    });
    afterAll(() => bench.close());

    test('SS1 before the first log-in nothing is chosen, and the preview tells what a choice brings', async () => {
      const { accounting, crm } = bench;
      for (let i = 0; i < 7; i += 1)
        accounting.add('invoice', { ...SALE, ourReference: 'Anna Ek' });
      accounting.setPrices('A', [{ product: 'P', name: 'Skruv', price: 9 }]);
      expect(await bench.state()).toMatchObject({
        settings: null,
        may: { change: true, run: true },
        users: [{ id: 'anna' }, { id: 'catch' }],
        priceLists: [{ id: 'A' }],
        runs: [],
      });
      expect((await bench.call('POST', '/runs')).status).toBe(409);
      const response = await bench.call('POST', '/preview', { ...INVOICES, priceList: 'A' });
      const { deal, product }: SyncPreview = await response.json();
      expect(deal.summary.entities['deal']).toMatchObject({ create: 7, update: 0 });
      expect(product.rows).toMatchObject([{ from: 'P', action: 'create', values: { price: 9 } }]);
      expect(crm.deals()).toEqual([]);
    });

    test('SS2 SS3 SS4 what is chosen is done at once, and told', async () => {
      const { crm } = bench;
      await bench.save({ ...INVOICES, priceList: 'A' });
      const { runs, settings, changedBy } = await bench.quiet();
      expect(crm.deals().map(({ creator, status }) => [creator, status])).toEqual(
        Array.from({ length: 7 }, () => ['anna', 'won']),
      );
      expect(crm.products()).toMatchObject([{ price: 9 }]);
      expect([settings?.source, changedBy]).toEqual(['invoices', 'administrator']);
      expect(runs).toMatchObject([
        {
          reason: 'settings',
          user: 'administrator',
          status: 'completed',
          attempts: 1,
          counts: { deal: { created: 7 }, product: { created: 1 } },
          rejected: [],
          error: null,
        },
      ]);
    });

    test('SS6 "sync now" moves what is new, and again nothing', async () => {
      const { accounting, crm } = bench;
      crm.add({ ...SALE, status: 'won', creator: 'anna' });
      for (const made of [1, 0]) {
        expect((await bench.call('POST', '/runs')).status).toBe(202);
        const { runs } = await bench.quiet();
        expect(runs[0]).toMatchObject({
          reason: 'person',
          counts: { document: { created: made }, deal: { created: 0 } },
        });
      }
      expect(accounting.documents('invoice')).toHaveLength(8);
    });

    test('SS5 a change does what its preview told', async () => {
      const { accounting, crm } = bench;
      accounting.add('order', { ...SALE, title: 'Not invoiced' });
      const before = crm.deals();
      const orders = { ...INVOICES, source: 'orders' as const };
      const { deal }: SyncPreview = await (await bench.call('POST', '/preview', orders)).json();
      expect(deal.summary.entities['deal']).toMatchObject({ create: 1 });
      expect(crm.deals()).toEqual(before);
      await bench.save(orders);
      expect((await bench.quiet()).runs[0]).toMatchObject({ counts: { deal: { created: 1 } } });
      expect(crm.deals().slice(0, before.length)).toEqual(before);
    });

    test('SS2 without a sync nothing can be run', async () => {
      await bench.save({ source: 'none', catchAllUser: '', priceList: null });
      expect((await bench.call('POST', '/runs')).status).toBe(409);
      await bench.save(INVOICES);
      await bench.quiet();
    });

    test('what a system refuses is named, and tried again', async () => {
      const { accounting, crm } = bench;
      accounting.add('invoice', { ...SALE, customer: 'Blocked' });
      const { createDeal } = crm;
      crm.createDeal = async () => {
        throw new Error('The customer is blocked.');
      };
      await bench.call('POST', '/runs');
      expect((await bench.quiet()).runs[0]).toMatchObject({
        status: 'completed',
        rejectedCount: 1,
        rejected: [{ entity: 'deal', from: `invoice:${accounting.documents('invoice').length}` }],
      });
      crm.createDeal = createDeal;
      await bench.call('POST', '/runs');
      expect((await bench.quiet()).runs[0]).toMatchObject({
        rejectedCount: 0,
        counts: { deal: { created: 1 } },
      });
    });

    test('a system that can not be reached is told of, and the next run goes on', async () => {
      const { accounting } = bench;
      const { changes, priceLists } = accounting;
      const unreachable = async (): Promise<never> => {
        throw new Error('The accounting system does not answer.');
      };
      Object.assign(accounting, { changes: unreachable, priceLists: unreachable });
      await bench.call('POST', '/runs');
      const told = await bench.quiet();
      expect(told.priceLists).toBe(null);
      expect(told.runs[0]).toMatchObject({
        status: 'failed',
        error: 'The accounting system does not answer.',
      });
      Object.assign(accounting, { changes, priceLists });
      await bench.call('POST', '/runs');
      expect((await bench.quiet()).runs[0]).toMatchObject({ status: 'completed' });
    });

    test.for([
      ['nobody', '', 401, 401, 401],
      ['a seller', 'seller', 200, 403, 403],
    ] as const)('SS5 what %s may do', async ([, person, read, change, run]) => {
      expect((await bench.call('GET', '', undefined, person)).status).toBe(read);
      for (const [method, path] of [
        ['POST', '/preview'],
        ['PUT', '/settings'],
      ] as const)
        expect((await bench.call(method, path, INVOICES, person)).status).toBe(change);
      expect((await bench.call('POST', '/runs', undefined, person)).status).toBe(run);
    });

    test('another company sees nothing of it', async () => {
      const seen = await (await bench.call('GET', '', undefined, 'stranger')).json();
      expect(seen).toMatchObject({ settings: null, runs: [], users: [] });
    });

    test.for([
      ['no JSON', 'PUT', '/settings', 'text', 400],
      ['a source that is no choice', 'PUT', '/settings', { ...INVOICES, source: 'offers' }, 422],
      ['no catch-all user', 'PUT', '/settings', { ...INVOICES, catchAllUser: '' }, 422],
      ['a user who is none', 'POST', '/preview', { ...INVOICES, catchAllUser: 'eve' }, 422],
      ['a list that is none', 'PUT', '/settings', { ...INVOICES, priceList: 'Z' }, 422],
      ['other types', 'PUT', '/settings', { source: ['orders'], catchAllUser: {} }, 422],
      ['far too much', 'PUT', '/settings', { ...INVOICES, more: 'x'.repeat(70_000) }, 413],
      ['nowhere', 'GET', '/secrets', undefined, 404],
    ] as const)('a request with %s is refused', async ([, method, path, body, status]) => {
      expect((await bench.call(method, path, body)).status).toBe(status);
    });
  });

  test(`SS6 a run whose worker died goes on with whichever run comes next, on ${name}`, async () => {
    const other = openBench(database);
    const { client } = database;
    const { tenant } = other;
    const killed = { tenant, id: crypto.randomUUID() };
    const claim = crypto.randomUUID();
    for (let i = 0; i < 3; i += 1) other.accounting.add('invoice', { ...SALE, amount: i });
    await saveChoice(client, tenant, { settings: INVOICES, changedBy: null });
    await claimCompany(client, tenant, claim);
    await queueRun(client, killed, { reason: 'settings', user: 'anna' });
    await claimRuns(client, killed, claim);
    await beginRun(client, killed, { claim, settings: INVOICES });

    await other.worker();
    await other.call('POST', '/runs');
    const { runs } = await other.quiet();
    const told = Object.fromEntries(runs.map(({ reason, ...run }) => [reason, run]));
    expect(told).toMatchObject({
      settings: { status: 'completed', attempts: 2, counts: { deal: { created: 3 } }, error: null },
      person: { status: 'completed', attempts: 1, counts: { deal: { created: 0 } }, error: null },
    });
    expect(runs).toHaveLength(2);
    await other.close();
  });

  test(`SS6 a worker that is stopped leaves its run to another, on ${name}`, async () => {
    const other = openBench(database);
    const { createDeal } = other.crm;
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    let made = 0;
    other.crm.createDeal = async (draft) => {
      made += 1;
      if (made === 20) resolve();
      await new Promise((wake) => setTimeout(wake, 5));
      return createDeal(draft);
    };
    for (let i = 0; i < 60; i += 1) other.accounting.add('invoice', { ...SALE, amount: i });
    const first = await other.worker();
    await other.save(INVOICES);
    await reached;
    await first.stop();
    expect(other.crm.deals().length).toBeLessThan(60);
    await other.worker();
    const { runs } = await other.quiet();
    expect(runs).toMatchObject([{ status: 'completed', counts: { deal: { created: 60 } } }]);
    expect(runs[0]?.attempts).toBeGreaterThan(1);
    expect(other.crm.deals()).toHaveLength(60);
    await other.close();
  });
}
