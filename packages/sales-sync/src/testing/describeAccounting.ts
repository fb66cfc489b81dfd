import type { TestApi } from '@importera/engine/testing';
import type { AccountingSource, AccountingTarget } from '../ports/Accounting.ts';
import { DOCUMENT_KINDS, type DocumentDraft, type DocumentKind } from '../ports/SalesDocument.ts';
import { allPages } from './allPages.ts';

/** An empty accounting system, for one test, and a hand that works in it. */
export interface AccountingUnderTest {
  readonly accounting: AccountingSource & AccountingTarget;
  /** Makes a document as a person would, in any way the system has, and returns its id. */
  readonly add: (kind: DocumentKind) => Promise<string> | string;
  /** Changes something of a document. */
  readonly change: (kind: DocumentKind, id: string) => Promise<void> | void;
  /** Called after the test. */
  readonly close?: () => Promise<void> | void;
}

/** Makes an empty accounting system. Called anew for every test. */
export type MakeAccounting = () => Promise<AccountingUnderTest> | AccountingUnderTest;

/** The contract of the accounting port as tests; a host's own port passes it. */
export function describeAccounting(name: string, make: MakeAccounting, api: TestApi): void {
  const check = (what: string, body: (bench: AccountingUnderTest) => Promise<void>): void => {
    api.test(what, async () => {
      const bench = await make();
      try {
        await body(bench);
      } finally {
        await bench.close?.();
      }
    });
  };
  api.describe(`${name} keeps the contract of an accounting port`, () => {
    for (const kind of DOCUMENT_KINDS) {
      describeChanges(kind, check, api);
      describeCreate(kind, check, api);
    }
  });
}

type Check = (what: string, body: (bench: AccountingUnderTest) => Promise<void>) => void;

function describeChanges(kind: DocumentKind, check: Check, { expect }: TestApi): void {
  check(`${kind}: a feed tells every document, then only what is new or changed`, async (bench) => {
    const { accounting, add, change } = bench;
    const feed = async (after: string | null): ReturnType<typeof allPages> =>
      allPages((cursor) => accounting.changes(kind, cursor), after);
    const first = [await add(kind), await add(kind)];
    const start = await feed(null);
    expect(start.ids).toEqual(first.sort());
    expect(await feed(start.cursor)).toEqual({ ids: [], cursor: start.cursor });
    const third = await add(kind);
    await change(kind, first[0] ?? '');
    expect((await feed(start.cursor)).ids).toEqual([first[0] ?? '', third].sort());
  });
  check(`${kind}: reading gives what exists, as it is now`, async ({ accounting, add }) => {
    const id = await add(kind);
    const found = await accounting.read(kind, [id, 'no such document']);
    expect(found.map((document) => [document.kind, document.id])).toEqual([[kind, id]]);
    expect(await accounting.read(kind, [])).toEqual([]);
  });
}

function describeCreate(kind: DocumentKind, check: Check, { expect }: TestApi): void {
  check(`${kind}: a draft becomes a document with all it says`, async ({ accounting }) => {
    const id = await accounting.create(kind, DRAFT);
    const [document] = await accounting.read(kind, [id]);
    expect({ ...document }).toEqual({ ...document, ...DRAFT, kind, id, order: null });
  });
  check(`${kind}: the same reference makes one document, also at once`, async ({ accounting }) => {
    const twice = await Promise.all([0, 1].map(async () => accounting.create(kind, DRAFT)));
    const ids = [...twice, await accounting.create(kind, { ...DRAFT, amount: 1 })];
    expect(new Set(ids).size).toEqual(1);
    const { ids: all } = await allPages((cursor) => accounting.changes(kind, cursor), null);
    expect(all).toEqual([ids[0] ?? '']);
  });
  check(`${kind}: a document is found by its reference`, async ({ accounting, add }) => {
    await add(kind);
    const id = await accounting.create(kind, DRAFT);
    const found = await accounting.find(kind, ['deal:nobody', DRAFT.reference]);
    expect(found.map((document) => document.id)).toEqual([id]);
  });
}

const DRAFT: DocumentDraft = {
  reference: 'deal:Å-1',
  title: 'Björn & Co',
  customer: 'Åkeri AB',
  date: '2024-02-29',
  currency: 'SEK',
  amount: 1250.5,
  ourReference: 'Anna Ek',
  lines: [
    { product: 'P-1', text: 'Skruv', quantity: 2, price: 600.25 },
    { product: null, text: 'Frakt', quantity: 1, price: 50 },
  ],
};
