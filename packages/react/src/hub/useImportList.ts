import type { ImportDirectory } from '@importera/engine';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createImportList } from './importList.ts';
import type { ImportList, ImportListState } from './importList.ts';

/** The imports of a directory, followed for as long as the component is there. Give the same directory each time. */
export function useImportList(
  directory: ImportDirectory,
  pageSize: number,
): { readonly list: ImportList; readonly state: ImportListState } {
  const list = useMemo(() => createImportList(directory, pageSize), [directory, pageSize]);
  useEffect(() => list.start(), [list]);
  return { list, state: useStore(list.store) };
}
