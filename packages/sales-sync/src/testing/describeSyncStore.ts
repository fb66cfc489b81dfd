import type { TestApi } from '@importera/engine/testing';
import type { SyncStore } from '../store/SyncStore.ts';

/** An empty store, for one test. */
export interface SyncStoreUnderTest {
  readonly store: SyncStore;
  /** Called after the test. */
  readonly close?: () => Promise<void> | void;
}

/** Makes an empty store. Called anew for every test. */
export type MakeSyncStore = () => Promise<SyncStoreUnderTest> | SyncStoreUnderTest;

/** The contract of a store of cursors and links as tests; a host's own store passes it. */
export function describeSyncStore(name: string, make: MakeSyncStore, api: TestApi): void {
  const { expect } = api;
  const check = (what: string, body: (store: SyncStore) => Promise<void>): void => {
    api.test(what, async () => {
      const { store, close } = await make();
      try {
        await body(store);
      } finally {
        await close?.();
      }
    });
  };
  const link = { document: 'invoice:1', deal: 'A', basis: true };
  const part = { document: 'order:1', deal: 'A', basis: false };
  const other = { document: 'order:1', deal: 'B', basis: false };
  api.describe(`${name} keeps the contract of a sync store`, () => {
    check('a new store knows nothing', async (store) => {
      expect(await store.position('deal')).toEqual(null);
      expect(await store.linksOfDeals(['A'])).toEqual([]);
      expect(await store.linksOfDocuments([])).toEqual([]);
    });
    check('links are found from both ends', async (store) => {
      await store.save({ links: [link, part, other] });
      expect(await store.linksOfDocuments(['invoice:1', 'order:9'])).toEqual([link]);
      expect(sorted(await store.linksOfDocuments(['order:1']))).toEqual([part, other]);
      expect(sorted(await store.linksOfDeals(['A']))).toEqual([link, part]);
    });
    check('a link is kept once, and a basis stays one', async (store) => {
      await store.save({ links: [link, part] });
      await store.save({
        links: [
          { ...link, basis: false },
          { ...part, basis: true },
        ],
      });
      expect(sorted(await store.linksOfDeals(['A']))).toEqual([link, { ...part, basis: true }]);
    });
    check('a stream goes on where it was left, each on its own', async (store) => {
      const position = { stream: 'deal', cursor: '7', again: ['D1'] };
      await store.save({ links: [], position: { ...position, cursor: '5', again: [] } });
      await store.save({ links: [], position });
      await store.save({ links: [link] });
      expect(await store.position('deal')).toEqual({ cursor: '7', again: ['D1'] });
      expect(await store.position('orders/order')).toEqual(null);
    });
  });
}

function sorted<T extends { readonly document: string; readonly deal: string }>(
  links: readonly T[],
): readonly T[] {
  const text = ({ document, deal }: T): string => `${document} ${deal}`;
  return [...links].sort((a, b) => text(a).localeCompare(text(b)));
}
