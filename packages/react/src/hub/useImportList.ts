import type { ImportDirectory } from '@importera/engine';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createImportList } from './importList.ts';
import type { ImportList, ImportListOptions, ImportListState } from './importList.ts';

/** The imports of a directory, followed for as long as the component is there. Give the same directory each time. */
export function useImportList(
  directory: ImportDirectory,
  { pageSize, user }: ImportListOptions,
): { readonly list: ImportList; readonly state: ImportListState } {
  const list = useMemo(
    () => createImportList(directory, { pageSize, user }),
    [directory, pageSize, user],
  );
  useEffect(() => list.start(), [list]);
  return { list, state: useStore(list.store) };
}
