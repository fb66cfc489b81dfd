import { describe, expect, test } from 'vitest';
import { createSalesSync } from './createSalesSync.ts';
import { memorySyncStore } from './store/memorySyncStore.ts';
import type { SyncSettings } from './SyncSettings.ts';
import { memoryAccounting } from './testing/memoryAccounting.ts';
import { memoryCrm } from './testing/memoryCrm.ts';

const SETTINGS: SyncSettings = { source: 'invoices', catchAllUser: 'catch', priceList: null };
const LINE = { product: 'P-1', text: 'Skruv', quantity: 2, price: 50 };
const SALE = { customer: 'Åkeri AB', title: 'Skruv', amount: 100, lines: [LINE] };

function makeWorld() {
  const users = [
    { id: 'anna', name: 'Anna Ek' },
    { id: 'bo', name: 'Bo Al' },
    { id: 'bo2', name: 'bo al' },
    { id: 'catch', name: 'Catch All' },
  ];
  const accounting = memoryAccounting({ pageSize: 3 });
  const crm = memoryCrm({ pageSize: 3, users });
  const store = memorySyncStore();
  const sync = (changes: Partial<SyncSettings> = {}) =>
    createSalesSync({ accounting, crm, store, settings: { ...SETTINGS, ...changes } });
  return {
    accounting,
    crm,
    store,
    sync,
    run: async (changes: Partial<SyncSettings> = {}) => sync(changes).run(),
  };
}

const counts = (created: number, updated = 0) => ({ created, updated });

describe('settings', () => {
  test.for([
    ['SS1 a source that is no choice', { source: 'offers' as never }, 'source'],
    ['SS3 no catch-all user', { catchAllUser: '' }, 'catchAllUser'],
  ] as const)('%s is refused', ([, changes, option]) => {
    const { sync } = makeWorld();
    expect(() => sync(changes)).toThrow(
      expect.objectContaining({ code: 'option-invalid', params: { option } }),
    );
  });

  test.for([
    ['invoices', ['invoice:1'], { order: 0, invoice: 2 }],
    ['orders', ['order:1'], { order: 2, invoice: 1 }],
    ['none', [], { order: 1, invoice: 1 }],
  ] as const)(
    'SS1 SS2 sales are read from %s, and won deals turn into them',
    async ([source, references, made]) => {
      const { accounting, crm, run } = makeWorld();
      accounting.add('invoice', SALE);
      if (source !== 'invoices') accounting.add('order', SALE);
      crm.add({
        status: 'won',
        customer: 'Bygg AB',
        amount: 7,
        creator: 'anna',
        wonOn: '2024-05-01',
      });
      crm.add({ status: 'open' });
      crm.add({ status: 'lost' });
      expect(await run({ source })).toMatchObject({ status: 'completed', rejected: [] });
      expect(crm.deals().flatMap(({ reference }) => reference ?? [])).toEqual(references);
      expect(accounting.documents('order')).toHaveLength(made.order);
      expect(accounting.documents('invoice')).toHaveLength(made.invoice);
    },
  );
});

describe('documents to deals', () => {
  test('SS2 every existing and every new invoice becomes a won deal with its data', async () => {
    const { accounting, crm, run } = makeWorld();
    for (let i = 0; i < 7; i += 1) accounting.add('invoice', SALE);
    expect((await run()).counts.deal).toMatchObject(counts(7));
    accounting.add('invoice', { ...SALE, date: '2024-06-06' });
    expect((await run()).counts.deal).toMatchObject(counts(1));
    expect(crm.deals().at(-1)).toMatchObject({
      ...SALE,
      status: 'won',
      wonOn: '2024-06-06',
      invoices: ['8'],
      order: null,
      reference: 'invoice:8',
    });
  });

  test('SS2 a changed invoice changes its deal, but for what people may rename', async () => {
    const { accounting, crm, run } = makeWorld();
    const { id } = accounting.add('invoice', { ...SALE, ourReference: 'Anna Ek' });
    await run();
    crm.change('D1', { title: 'Our first', creator: 'bo' });
    accounting.change('invoice', id, { amount: 120, title: 'Other', ourReference: null });
    expect((await run()).counts.deal).toMatchObject(counts(0, 1));
    expect(crm.deals()).toMatchObject([{ amount: 120, title: 'Our first', creator: 'bo' }]);
  });

  test('SS2 an amount changed in the CRM goes back to what the invoice says', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', SALE);
    await run();
    crm.change('D1', { amount: 1, status: 'lost' });
    await run();
    expect(crm.deals()).toMatchObject([{ amount: 100, status: 'won' }]);
  });

  test.for([
    ['names a user', 'Anna Ek', 'anna'],
    ['names a user in other letters', ' anna  EK ', 'anna'],
    ['is empty', null, 'catch'],
    ['names nobody', 'Cilla', 'catch'],
    ['names two users', 'Bo Al', 'catch'],
  ] as const)('SS3 our reference %s', async ([, ourReference, creator]) => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', { ...SALE, ourReference });
    await run();
    expect(crm.deals()).toMatchObject([{ creator }]);
  });

  test('SS3 another catch-all user is for future deals', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', SALE);
    await run();
    accounting.add('invoice', SALE);
    await run({ catchAllUser: 'anna' });
    expect(crm.deals().map(({ creator }) => creator)).toEqual(['catch', 'anna']);
  });

  test('SS6 ids that differ in case or spaces are different documents', async () => {
    const { accounting, crm, run } = makeWorld();
    const ids = ['a', 'A', 'a ', 'å', '_41_', '=1', 'n/a', '😀'];
    const document = accounting.add('invoice', SALE);
    const items = ids.map((id) => ({ ...document, id }));
    accounting.changes = async (kind) => ({
      items: kind === 'invoice' ? items : [],
      cursor: '1',
      more: false,
    });
    await run();
    expect(crm.deals().flatMap(({ invoices }) => invoices)).toEqual(ids);
  });
});

describe('deals to documents', () => {
  test.for([
    ['invoices', 'invoice'],
    ['orders', 'order'],
  ] as const)('SS2 a new won deal becomes one of %s', async ([source, kind]) => {
    const { accounting, crm, run } = makeWorld();
    const deal = crm.add({ ...SALE, status: 'open', creator: 'anna', wonOn: '2024-05-01' });
    await run({ source });
    expect(accounting.documents(kind)).toEqual([]);
    crm.change(deal.id, { status: 'won' });
    expect((await run({ source })).counts.document).toMatchObject(counts(1));
    expect(accounting.documents(kind)).toMatchObject([
      { ...SALE, ourReference: 'Anna Ek', date: '2024-05-01', reference: `deal:${deal.id}` },
    ]);
    const number = kind === 'order' ? { order: '1' } : { invoices: ['1'] };
    expect(crm.deals()).toMatchObject([{ id: deal.id, ...number }]);
  });

  test('SS2 an invoice made from the order of a deal completes the deal', async () => {
    const { accounting, crm, run } = makeWorld();
    crm.add({ ...SALE, status: 'won' });
    await run({ source: 'orders' });
    accounting.invoiceOrder('1');
    await run({ source: 'orders' });
    await run({ source: 'invoices' });
    expect(crm.deals()).toMatchObject([{ order: '1', invoices: ['1'] }]);
  });
});

describe('no sync', () => {
  test('SS2 without a sync nothing moves; switched on later it catches up, both ways', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', SALE);
    accounting.setPrices('A', [{ product: 'P-1', name: 'Skruv', price: 50 }]);
    crm.add({ ...SALE, status: 'won' });
    expect((await run({ source: 'none', priceList: 'A' })).status).toBe('completed');
    expect(crm.deals()).toHaveLength(1);
    expect(crm.products()).toEqual([]);
    expect(accounting.documents('invoice')).toHaveLength(1);
    await run();
    expect(crm.deals()).toHaveLength(2);
    expect(accounting.documents('invoice')).toHaveLength(2);
  });

  test('SS2 what was sold while it was off comes when it is on again', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', SALE);
    await run();
    accounting.add('invoice', SALE);
    await run({ source: 'none' });
    expect(crm.deals()).toHaveLength(1);
    await run();
    expect(crm.deals()).toHaveLength(2);
  });
});

describe('prices', () => {
  test('SS4 the chosen list sets starting prices; another one touches no deal there is', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.setPrices('A', [{ product: 'P-1', name: 'Skruv', price: 50 }]);
    accounting.setPrices('B', [
      { product: 'P-1', name: 'Skruv', price: 60 },
      { product: 'p-1', name: 'Mutter', price: 5 },
    ]);
    accounting.add('invoice', SALE);
    await run({ priceList: 'A' });
    const before = crm.deals();
    expect(crm.products()).toEqual([{ number: 'P-1', name: 'Skruv', price: 50 }]);
    expect((await run({ priceList: 'B' })).counts.product).toMatchObject(counts(1, 1));
    expect(crm.products()).toEqual([
      { number: 'P-1', name: 'Skruv', price: 60 },
      { number: 'p-1', name: 'Mutter', price: 5 },
    ]);
    expect(crm.deals()).toEqual(before);
    expect((await run({ priceList: null })).counts.product).toMatchObject(counts(0));
  });
});

describe('a change of settings', () => {
  /** Order 1 is invoiced, order 2 not; invoice 2 has no order. */
  async function soldByInvoices() {
    const world = makeWorld();
    const { accounting, run } = world;
    accounting.add('order', { ...SALE, date: '2024-01-05', deliveryDate: '2024-02-05' });
    accounting.invoiceOrder('1');
    accounting.add('invoice', SALE);
    accounting.add('order', { ...SALE, title: 'Not invoiced' });
    await run();
    return world;
  }

  test('SS5 from invoices to orders: deals are filled in, orders not invoiced are added', async () => {
    const { crm, run } = await soldByInvoices();
    const before = crm.deals();
    const { counts: done } = await run({ source: 'orders' });
    expect(done.deal).toMatchObject(counts(1, 1));
    expect(crm.deals()).toEqual([
      { ...before[0], order: '1', orderedOn: '2024-01-05', deliveryOn: '2024-02-05' },
      before[1],
      expect.objectContaining({ title: 'Not invoiced', order: '2', reference: 'order:2' }),
    ]);
  });

  test('SS5 and back again nothing is lost or made twice', async () => {
    const { accounting, crm, run } = await soldByInvoices();
    await run({ source: 'orders' });
    accounting.invoiceOrder('2');
    await run({ source: 'invoices' });
    expect(crm.deals().map(({ order, invoices }) => [order, invoices])).toEqual([
      ['1', ['1']],
      [null, ['2']],
      ['2', ['3']],
    ]);
  });

  test('SS5 the preview tells what a change adds and fills in, and writes nothing', async () => {
    const { crm, sync } = await soldByInvoices();
    const before = crm.deals();
    const { deal, document } = await sync().preview({ ...SETTINGS, source: 'orders' });
    expect(crm.deals()).toEqual(before);
    expect(deal.summary.entities['deal']).toMatchObject({ create: 1, update: 1 });
    expect(deal.rows).toMatchObject([
      {
        from: 'order:1',
        action: 'update',
        id: 'D1',
        changes: [
          { field: 'order', from: null, to: '1' },
          { field: 'orderedOn', from: null, to: '2024-01-05' },
          { field: 'deliveryOn', from: null, to: '2024-02-05' },
        ],
      },
      { from: 'order:2', action: 'create', id: null, values: { title: 'Not invoiced' } },
    ]);
    expect(document.rows).toEqual([]);
    expect(JSON.parse(JSON.stringify(deal))).toEqual(deal);
  });

  test('SS5 a preview of no sync is empty, one at first log-in has everything', async () => {
    const { accounting, crm, sync } = makeWorld();
    accounting.add('order', SALE);
    accounting.invoiceOrder('1');
    crm.add({ ...SALE, status: 'won' });
    const none = await sync().preview({ ...SETTINGS, source: 'none' });
    expect([none.deal.rows, none.document.rows, none.product.rows]).toEqual([[], [], []]);
    const first = await sync().preview({ ...SETTINGS, source: 'orders' });
    expect(first.deal.rows.map(({ from, action }) => [from, action])).toEqual([
      ['order:1', 'create'],
      ['invoice:1', 'update'],
    ]);
    expect(first.document.rows.map(({ from, action }) => [from, action])).toEqual([
      ['D1', 'create'],
    ]);
    expect((await sync().preview(SETTINGS, { rows: 0 })).deal.rows).toEqual([]);
  });
});

describe('again', () => {
  test('SS6 a second run finds nothing to do', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', SALE);
    crm.add({ ...SALE, status: 'won' });
    await run();
    const [deals, invoices] = [crm.deals(), accounting.documents('invoice')];
    for (const changes of [{}, {}, { source: 'orders' as const }, {}]) {
      const { counts: done } = await run(changes);
      expect(done.deal).toMatchObject(counts(0));
      expect(done.document).toMatchObject(counts(0));
    }
    expect(crm.deals()).toEqual(deals);
    expect(accounting.documents('invoice')).toEqual(invoices);
  });

  test('SS6 a deal that someone deleted is not made again', async () => {
    const { accounting, crm, run } = makeWorld();
    const { id } = accounting.add('invoice', SALE);
    await run();
    crm.remove('D1');
    accounting.change('invoice', id, { amount: 3 });
    expect(await run()).toMatchObject({ status: 'completed', rejected: [] });
    await run({ source: 'orders' });
    expect(crm.deals()).toEqual([]);
  });

  test('SS6 what a system refuses is told, holds nothing up, and is tried again', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', { ...SALE, customer: 'Blocked' });
    accounting.add('invoice', SALE);
    const { createDeal } = crm;
    crm.createDeal = async (draft) => {
      if (draft.customer === 'Blocked') throw new Error('The customer is blocked.');
      return createDeal(draft);
    };
    const first = await run();
    expect(first).toMatchObject({
      status: 'completed',
      rejected: [{ from: 'invoice:1', entity: 'deal', issues: [{ code: 'write-failed' }] }],
    });
    expect(first.counts.deal).toMatchObject(counts(1));
    crm.createDeal = createDeal;
    expect(await run()).toMatchObject({ rejected: [], counts: { deal: counts(1) } });
    expect(crm.deals()).toHaveLength(2);
  });

  test('SS6 an invoice waits for the deal of its order', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('order', SALE);
    accounting.invoiceOrder('1');
    const { createDeal } = crm;
    crm.createDeal = async () => {
      throw new Error('Not today.');
    };
    await run({ source: 'orders' });
    crm.createDeal = createDeal;
    await run({ source: 'orders' });
    expect(crm.deals()).toMatchObject([{ order: '1', invoices: ['1'] }]);
  });

  test('SS6 a lost store is made good from the references', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', SALE);
    crm.add({ ...SALE, status: 'won' });
    await run();
    const store = memorySyncStore();
    const sync = createSalesSync({ accounting, crm, store, settings: SETTINGS });
    const { counts: done } = await sync.run();
    expect([done.deal, done.document]).toMatchObject([counts(0), counts(0)]);
    expect(crm.deals()).toHaveLength(2);
  });

  test('SS6 a cancelled run says so, and the next one goes on', async () => {
    const { accounting, crm, run, sync } = makeWorld();
    for (let i = 0; i < 9; i += 1) accounting.add('invoice', SALE);
    const controller = new AbortController();
    const { createDeal } = crm;
    crm.createDeal = async (draft) => {
      if (draft.reference === 'invoice:5') controller.abort();
      return createDeal(draft);
    };
    expect((await sync().run({ signal: controller.signal })).status).toBe('cancelled');
    expect(crm.deals().length).toBeLessThan(9);
    expect((await run()).status).toBe('completed');
    expect(crm.deals()).toHaveLength(9);
  });

  test('SS6 a system that can not be reached fails the run, and the next one goes on', async () => {
    const { accounting, crm, run } = makeWorld();
    accounting.add('invoice', SALE);
    const { changes } = accounting;
    accounting.changes = async () => {
      throw new Error('No route.');
    };
    expect(await run()).toMatchObject({ status: 'failed', error: { message: 'No route.' } });
    accounting.changes = changes;
    expect((await run()).status).toBe('completed');
    expect(crm.deals()).toHaveLength(1);
  });
});
