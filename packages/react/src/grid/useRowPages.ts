import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { createRowPages } from './rowPages.ts';
import type { RowFilter, RowPages, RowPagesState } from './rowPages.ts';

/** Pages of the rows that fit a filter; `revision` tells that the rows may have changed. */
export function useRowPages(filter: RowFilter, revision: number): RowPages & RowPagesState {
  const { importer } = useImporterScope();
  const key = JSON.stringify(filter);
  const pages = useMemo(
    () => createRowPages(importer.rows, JSON.parse(key) as RowFilter),
    [importer, key],
  );
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current !== revision) pages.refresh();
    seen.current = revision;
  }, [pages, revision]);
  const state = useStore(pages.store);
  return { ...pages, ...state };
}
