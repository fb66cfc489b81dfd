import type { TestApi } from '@importera/engine/testing';
import type { CrmSource, CrmTarget } from '../ports/Crm.ts';
import type { DealDraft } from '../ports/Deal.ts';
import { allPages } from './allPages.ts';

/** An empty CRM, for one test, and a hand that works in it. */
export interface CrmUnderTest {
  readonly crm: CrmSource & CrmTarget;
  /** Makes a deal as a person would, and returns its id. */
  readonly add: () => Promise<string> | string;
  /** Called after the test. */
  readonly close?: () => Promise<void> | void;
}

/** Makes an empty CRM. Called anew for every test. */
export type MakeCrm = () => Promise<CrmUnderTest> | CrmUnderTest;

/** The contract of the CRM port as tests; a host's own port passes it. */
export function describeCrm(name: string, make: MakeCrm, api: TestApi): void {
  const check: Check = (what, body) => {
    api.test(what, async () => {
      const bench = await make();
      try {
        await body(bench);
      } finally {
        await bench.close?.();
      }
    });
  };
  api.describe(`${name} keeps the contract of a CRM port`, () => {
    describeDeals(check, api);
    describeWrites(check, api);
    describeProducts(check, api);
  });
}

type Check = (what: string, body: (bench: CrmUnderTest) => Promise<void>) => void;

function describeDeals(check: Check, { expect }: TestApi): void {
  check('a feed tells every deal, then only what is new or changed', async ({ crm, add }) => {
    const feed = async (after: string | null): ReturnType<typeof allPages> =>
      allPages((cursor) => crm.changes(cursor), after);
    const first = [await add(), await add()];
    const start = await feed(null);
    expect(start.ids).toEqual(first.sort());
    expect(await feed(start.cursor)).toEqual({ ids: [], cursor: start.cursor });
    const made = await crm.createDeal(DRAFT);
    await crm.updateDeal(first[0] ?? '', { amount: 7 });
    expect((await feed(start.cursor)).ids).toEqual([first[0] ?? '', made].sort());
  });
  check('reading gives the deals that exist', async ({ crm, add }) => {
    const id = await add();
    const found = await crm.readDeals([id, 'no such deal']);
    expect(found.map((deal) => [deal.id, deal.reference])).toEqual([[id, null]]);
    expect(await crm.readDeals([])).toEqual([]);
  });
}

function describeWrites(check: Check, { expect }: TestApi): void {
  check('a draft becomes a deal with all it says', async ({ crm }) => {
    const id = await crm.createDeal(DRAFT);
    expect(await crm.readDeals([id])).toEqual([{ ...DRAFT, id }]);
  });
  check('the same reference makes one deal, also at once', async ({ crm }) => {
    const twice = await Promise.all([0, 1].map(async () => crm.createDeal(DRAFT)));
    const ids = [...twice, await crm.createDeal({ ...DRAFT, amount: 1 })];
    expect(new Set(ids).size).toEqual(1);
    expect((await allPages((cursor) => crm.changes(cursor), null)).ids).toEqual([ids[0] ?? '']);
  });
  check('a deal is found by its reference', async ({ crm, add }) => {
    await add();
    const id = await crm.createDeal(DRAFT);
    const found = await crm.findDeals(['invoice:none', DRAFT.reference]);
    expect(found.map((deal) => deal.id)).toEqual([id]);
  });
  check('a change leaves alone what it does not name', async ({ crm }) => {
    const id = await crm.createDeal(DRAFT);
    await crm.updateDeal(id, { order: '9', invoices: ['71', '72'] });
    expect(await crm.readDeals([id])).toEqual([
      { ...DRAFT, id, order: '9', invoices: ['71', '72'] },
    ]);
  });
}

function describeProducts(check: Check, { expect }: TestApi): void {
  check('a product is made, then changed, and no deal with it', async ({ crm }) => {
    const id = await crm.createDeal(DRAFT);
    await crm.saveProduct({ number: 'P-1', name: 'Skruv', price: 10 });
    await crm.saveProduct({ number: 'P-1', name: 'Skruv', price: 12.5 });
    expect(await crm.readProducts(['P-1', 'none'])).toEqual([
      { number: 'P-1', name: 'Skruv', price: 12.5 },
    ]);
    expect((await crm.readDeals([id]))[0]?.lines).toEqual(DRAFT.lines);
  });
}

const DRAFT: DealDraft = {
  reference: 'invoice:Å-71',
  status: 'won',
  title: 'Björn & Co',
  customer: 'Åkeri AB',
  currency: 'SEK',
  amount: 1250.5,
  wonOn: '2024-02-29',
  creator: null,
  lines: [{ product: 'P-1', text: 'Skruv', quantity: 2, price: 625.25 }],
  order: null,
  orderedOn: null,
  deliveryOn: null,
  invoices: ['Å-71'],
};
