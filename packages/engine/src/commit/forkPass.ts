import type { DeferredRow, Pass } from './CommitRun.ts';

/** A pass as it would be: the rest of it is read through, changes stay apart until they are taken over. */
export interface PassFork {
  readonly pass: Pass;
  /** Makes the changes those of the pass it was forked from. */
  merge(): void;
}

/** For working out what an answer of the adapter makes of a pass, while its transaction may still be rolled back. */
export function forkPass(base: Pass): PassFork {
  const ids = new Map<number, string>();
  const tainted = new Set<number>();
  const deferred: DeferredRow[] = [];
  return {
    pass: {
      ids: {
        get: (record) => ids.get(record) ?? base.ids.get(record),
        has: (record) => ids.has(record) || base.ids.has(record),
        set: (record, id) => void ids.set(record, id),
      },
      tainted: {
        get size() {
          return base.tainted.size + tainted.size;
        },
        has: (record) => tainted.has(record) || base.tainted.has(record),
        add: (record) => void tainted.add(record),
      },
      deferred,
    },
    merge() {
      for (const [record, id] of ids) base.ids.set(record, id);
      for (const record of tainted) base.tainted.add(record);
      base.deferred.push(...deferred);
    },
  };
}
