import type { Link, Position, SyncStore } from './SyncStore.ts';

/** Remembers in memory: for tests and demos. */
export function memorySyncStore(): SyncStore {
  const links = new Map<string, Link>();
  const positions = new Map<string, Position>();
  const linksOf = (end: 'document' | 'deal', keys: readonly string[]): readonly Link[] => {
    const wanted = new Set(keys);
    return [...links.values()].filter((link) => wanted.has(link[end]));
  };
  return {
    linksOfDocuments: async (documents) => linksOf('document', documents),
    linksOfDeals: async (deals) => linksOf('deal', deals),
    position: async (stream) => positions.get(stream) ?? null,
    async save({ links: learnt, position }) {
      for (const link of learnt) {
        const key = JSON.stringify([link.document, link.deal]);
        links.set(key, { ...link, basis: link.basis || links.get(key)?.basis === true });
      }
      if (position === undefined) return;
      const { stream, cursor, again } = position;
      positions.set(stream, { cursor, again: [...again] });
    },
  };
}
