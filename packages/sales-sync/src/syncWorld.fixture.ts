import * as fc from 'fast-check';
import { expect } from 'vitest';
import { createSalesSync } from './createSalesSync.ts';
import { faultyPort, type Fault, type Hazard } from './faultyPort.fixture.ts';
import type { Deal } from './ports/Deal.ts';
import type { DocumentKind, SalesDocument } from './ports/SalesDocument.ts';
import type { SyncReport } from './run/SyncReport.ts';
import type { SyncSystems } from './server/SyncSystems.ts';
import { memorySyncStore } from './store/memorySyncStore.ts';
import type { SyncStore } from './store/SyncStore.ts';
import type { SyncSettings } from './SyncSettings.ts';
import { memoryAccounting } from './testing/memoryAccounting.ts';
import { memoryCrm } from './testing/memoryCrm.ts';

const USERS = [
  { id: 'u1', name: 'Anna Ek' },
  { id: 'u2', name: 'Bo Al' },
  { id: 'catch', name: 'Catch All' },
];

const LISTS = ['A', 'B'];

export type Step =
  | {
      readonly do: 'document';
      readonly kind: DocumentKind;
      readonly by: string;
      readonly amount: number;
    }
  | { readonly do: 'invoice-order'; readonly at: number }
  | {
      readonly do: 'change-document';
      readonly kind: DocumentKind;
      readonly at: number;
      readonly amount: number;
    }
  | { readonly do: 'deal'; readonly status: Deal['status']; readonly amount: number }
  | {
      readonly do: 'change-deal';
      readonly at: number;
      readonly status: Deal['status'];
      readonly amount: number;
    }
  | { readonly do: 'price'; readonly list: string; readonly price: number }
  | { readonly do: 'settings'; readonly settings: SyncSettings }
  | { readonly do: 'run'; readonly fault: Fault | null; readonly rewind: number };

const kind = fc.constantFrom<DocumentKind>('order', 'invoice');
const status = fc.constantFrom<Deal['status']>('open', 'won', 'lost');
const at = fc.nat(30);
const amount = fc.integer({ min: 1, max: 9 });
const fault: fc.Arbitrary<Fault> = fc.record({
  call: fc.integer({ min: 1, max: 40 }),
  kind: fc.constantFrom('crash-before', 'crash-after', 'refuse-before', 'refuse-after'),
});
const settings: fc.Arbitrary<SyncSettings> = fc.record({
  source: fc.constantFrom('invoices', 'orders', 'none'),
  catchAllUser: fc.constantFrom('catch', 'u1'),
  priceList: fc.constantFrom(null, ...LISTS),
});
export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('document'),
    kind,
    by: fc.constantFrom('Anna Ek', 'bo al', 'Nobody', ''),
    amount,
  }),
  fc.record({ do: fc.constant('invoice-order'), at }),
  fc.record({ do: fc.constant('change-document'), kind, at, amount }),
  fc.record({ do: fc.constant('deal'), status, amount }),
  fc.record({ do: fc.constant('change-deal'), at, status, amount }),
  fc.record({ do: fc.constant('price'), list: fc.constantFrom(...LISTS), price: amount }),
  fc.record({ do: fc.constant('settings'), settings }),
  fc.record({ do: fc.constant('run'), fault: fc.option(fault), rewind: fc.nat(4) }),
  fc.record({ do: fc.constant('run'), fault, rewind: fc.nat(4) }),
) as fc.Arbitrary<Step>;

export const FIRST: SyncSettings = { source: 'invoices', catchAllUser: 'catch', priceList: 'A' };

export interface WorldOptions {
  readonly pageSize: number;
  readonly forgetful: boolean;
  readonly store?: SyncStore;
  /** How a run is done; default: at once, with a store that may break too. */
  readonly perform?: (systems: SyncSystems, settings: SyncSettings) => Promise<Ended>;
}

/** What is told of a run that ended. */
export type Ended = Pick<SyncReport, 'counts' | 'rejected'> & {
  readonly status: string;
  readonly error: unknown;
};

/** Both systems, the sync between them, and what was ever there. */
export function makeWorld({
  pageSize,
  forgetful,
  store = memorySyncStore(),
  perform,
}: WorldOptions) {
  const accounting = memoryAccounting({ pageSize, forgetful });
  const crm = memoryCrm({ pageSize, forgetful, users: USERS });
  let now = FIRST;

  const run = async (
    hit: Fault | null,
    rewind = 0,
  ): Promise<{ report: Ended; writes: number; calls: number }> => {
    const hazard: Hazard = { calls: 0, writes: 0, dead: false, fault: hit };
    const again = delivers(rewind);
    const systems: SyncSystems = {
      accounting: faultyPort(
        { ...accounting, changes: (of, after) => accounting.changes(of, again(after)).then(twice) },
        hazard,
      ),
      crm: faultyPort(
        { ...crm, changes: (after) => crm.changes(again(after)).then(twice) },
        hazard,
      ),
    };
    const report = await (perform?.(systems, now) ??
      createSalesSync({ ...systems, store: faultyPort(store, hazard), settings: now }).run({
        retry: { attempts: 1 },
      }));
    return { report, writes: hazard.writes, calls: hazard.calls };
  };
  const preview = async () => createSalesSync({ accounting, crm, store, settings: now }).preview();

  const act = async (one: Step): Promise<void> => {
    switch (one.do) {
      case 'document':
        accounting.add(one.kind, {
          customer: 'C',
          amount: one.amount,
          ourReference: one.by,
          deliveryDate: '2024-02-02',
        });
        return;
      case 'invoice-order': {
        const order = pick(accounting.documents('order'), one.at);
        if (order !== undefined) accounting.invoiceOrder(order.id);
        return;
      }
      case 'change-document': {
        const document = pick(accounting.documents(one.kind), one.at);
        if (document !== undefined)
          accounting.change(one.kind, document.id, { amount: one.amount });
        return;
      }
      case 'deal':
        crm.add({
          customer: 'D',
          status: one.status,
          amount: one.amount,
          creator: 'u2',
          wonOn: '2024-03-03',
        });
        return;
      case 'change-deal': {
        const deal = pick(crm.deals(), one.at);
        if (deal !== undefined) crm.change(deal.id, { status: one.status, amount: one.amount });
        return;
      }
      case 'price':
        accounting.setPrices(one.list, [{ product: 'P', name: 'Pin', price: one.price }]);
        return;
      case 'settings':
        now = one.settings;
        return;
      case 'run':
        await run(one.fault, one.rewind);
    }
  };
  return {
    accounting,
    crm,
    act,
    run,
    preview,
    use: (next: SyncSettings) => (now = next),
    settings: () => now,
  };
}

function pick<T>(items: readonly T[], at: number): T | undefined {
  return items[at % Math.max(1, items.length)];
}

/** A feed that starts some changes too early, the first time it is asked. */
function delivers(rewind: number): (after: string | null) => string | null {
  let left = rewind;
  return (after) => {
    const from = after === null ? null : String(Math.max(0, Number(after) - left));
    left = 0;
    return from;
  };
}

function twice<P extends { readonly items: readonly unknown[] }>(page: P): P {
  return { ...page, items: [...page.items, ...page.items] };
}

export type World = ReturnType<typeof makeWorld>;

const sold = ({ status: is, amount: sum, customer, currency }: Deal): unknown => [
  is,
  sum,
  customer,
  currency,
];
const keyOf = (document: SalesDocument): string => `${document.kind}:${document.id}`;

export function idsOf({ accounting, crm }: World): readonly string[] {
  const documents = [...accounting.documents('order'), ...accounting.documents('invoice')];
  return [...documents.map(keyOf), ...crm.deals().map(({ id }) => id)];
}

/** The deal a document started or was started by. */
function dealsStartedBy({ crm }: World, document: SalesDocument): readonly Deal[] {
  return crm
    .deals()
    .filter(
      ({ id, reference }) => reference === keyOf(document) || document.reference === `deal:${id}`,
    );
}

export function expectNothingTwice(world: World): void {
  const { accounting, crm } = world;
  const documents = [...accounting.documents('order'), ...accounting.documents('invoice')];
  for (const document of documents) {
    expect(dealsStartedBy(world, document).length, keyOf(document)).toBeLessThanOrEqual(1);
    // A document made from a deal is not made into another one, and an order and its invoice are one sale.
    const order = documents.find(({ kind: is, id }) => is === 'order' && id === document.order);
    const both = [document, ...(order === undefined ? [] : [order])].flatMap((one) =>
      dealsStartedBy(world, one),
    );
    expect(both.length, `${keyOf(document)} and its order`).toBeLessThanOrEqual(1);
  }
  for (const deal of crm.deals()) {
    const made = documents.filter(({ reference }) => reference === `deal:${deal.id}`);
    expect(made.length, deal.id).toBeLessThanOrEqual(deal.reference === null ? 1 : 0);
  }
  const invoices = crm.deals().flatMap((deal) => deal.invoices);
  expect(new Set(invoices).size).toBe(invoices.length);
}

async function expectAgreement(world: World): Promise<void> {
  const { accounting, crm } = world;
  const { source, priceList } = world.settings();
  for (const kindOf of ['order', 'invoice'] as const) {
    for (const document of accounting.documents(kindOf)) {
      const [deal] = dealsStartedBy(world, document);
      const holders = crm
        .deals()
        .filter(({ order, invoices }) =>
          kindOf === 'order' ? order === document.id : invoices.includes(document.id),
        );
      if (deal !== undefined) {
        expect(sold(deal), keyOf(document)).toEqual([
          'won',
          document.amount,
          document.customer,
          'SEK',
        ]);
        expect(holders.map(({ id }) => id)).toContain(deal.id);
      }
      if (kindOf === (source === 'orders' ? 'order' : 'invoice') || document.order !== null)
        expect(holders.length, keyOf(document)).toBeGreaterThan(0);
    }
  }
  for (const deal of crm.deals())
    if (deal.status === 'won')
      expect([deal.order ?? [], deal.invoices].flat(), deal.id).not.toEqual([]);
  const prices = priceList === null ? [] : await accounting.prices(priceList);
  for (const { product, price } of prices)
    expect(crm.products().find(({ number }) => number === product)?.price).toBe(price);
}

/** Whatever happened before, one undisturbed run puts all right, as foretold, and the next has nothing to do. */
export async function expectQuiet(world: World): Promise<void> {
  const before = idsOf(world);
  const foretold = await world.preview();
  expect(idsOf(world)).toEqual(before);
  const first = await world.run(null);
  expect(first.report).toMatchObject({ status: 'completed', rejected: [], error: null });
  for (const entity of ['deal', 'document', 'product'] as const) {
    const { create } = foretold[entity].summary.entities[entity] ?? { create: 0 };
    expect(first.report.counts[entity].created, `${entity} foretold`).toBe(create);
  }
  expect(idsOf(world)).toEqual(expect.arrayContaining([...before]));
  expectNothingTwice(world);
  await expectAgreement(world);
  const second = await world.run(null, 100);
  expect(second.writes).toBe(0);
  expect(second.report).toMatchObject({ status: 'completed', rejected: [] });
}

/** Any number of things that happen, each followed by what must always hold; then quiet. */
export async function live(
  world: World,
  steps: readonly Step[],
  source: SyncSettings['source'],
): Promise<void> {
  for (const one of steps) {
    const before = idsOf(world);
    await world.act(one);
    expect(idsOf(world)).toEqual(expect.arrayContaining([...before]));
    expectNothingTwice(world);
  }
  world.use({ ...world.settings(), source });
  await expectQuiet(world);
}
