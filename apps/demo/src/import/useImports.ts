import type { Importer, ImportEntry } from '@importera/engine';
import { useCallback, useEffect, useState } from 'react';
import { importStore } from './importerOptions.ts';

export interface Imports {
  /** Left half-way, newest first. */
  readonly drafts: readonly ImportEntry[];
  readonly finished: readonly ImportEntry[];
  remove(id: string): Promise<void>;
}

/** The imports kept in this browser, read anew whenever the page comes into view. */
export function useImports(importer: Importer, visible: boolean): Imports {
  const [entries, setEntries] = useState<readonly ImportEntry[]>([]);
  const load = useCallback(async () => {
    // A browser without storage has no history: the import itself says so.
    setEntries(await importStore.list(importer.schema.id).catch(() => []));
  }, [importer]);
  useEffect(() => {
    if (visible) void load();
  }, [visible, load]);
  return {
    drafts: entries.filter(isUnfinished),
    finished: entries.filter((entry) => !isUnfinished(entry)),
    async remove(id) {
      await importStore.remove(id);
      await load();
    },
  };
}

/** One that says it is running, seen from a page that runs none, was cut off. */
function isUnfinished({ status }: ImportEntry): boolean {
  return status === 'draft' || status === 'running';
}
