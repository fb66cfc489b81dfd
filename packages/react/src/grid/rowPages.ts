import type { GridRow, RowPage, RowQuery } from '@importera/engine';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

/** Rows asked for at once. */
const PAGE_ROWS = 100;
/** Pages kept; those farthest from the view go first. */
const KEPT_PAGES = 40;

/** Which rows to show: a query without its place. */
export type RowFilter = Omit<RowQuery, 'offset' | 'limit'>;

interface Page {
  /** Pages of an earlier generation are shown until newer ones come. */
  readonly generation: number;
  readonly rows: readonly GridRow[];
}

export interface RowPagesState {
  /** Rows that fit the filter; null before the first page came. */
  readonly total: number | null;
  readonly pages: ReadonlyMap<number, Page>;
  readonly failed: boolean;
}

/** Rows of a plan or result, loaded page by page as they come into view. */
export interface RowPages {
  readonly store: StoreApi<RowPagesState>;
  rowAt(index: number): GridRow | null;
  /** Loads what is missing of the rows from `first` to `last`. */
  want(first: number, last: number): void;
  /** The plan changed: what is shown stays until it comes anew. */
  refresh(): void;
}

export function createRowPages(
  load: (query: RowQuery) => Promise<RowPage>,
  filter: RowFilter,
): RowPages {
  const store = createStore<RowPagesState>(() => ({
    total: null,
    pages: new Map(),
    failed: false,
  }));
  const loading = new Set<string>();
  let generation = 0;
  let view: readonly [first: number, last: number] = [0, 0];

  async function loadPage(page: number): Promise<void> {
    const asked = generation;
    const key = `${asked}:${page}`;
    const known = store.getState().pages.get(page);
    if (known?.generation === asked || loading.has(key)) return;
    loading.add(key);
    try {
      const result = await load({ ...filter, offset: page * PAGE_ROWS, limit: PAGE_ROWS });
      if (asked === generation) keep(page, { generation, rows: result.rows }, result.total);
    } catch {
      // A newer plan took over, or the session ended: only the present one matters to the person.
      if (asked === generation) store.setState({ failed: true });
    } finally {
      loading.delete(key);
    }
  }

  function keep(page: number, content: Page, total: number): void {
    const pages = new Map(store.getState().pages).set(page, content);
    const middle = (view[0] + view[1]) / 2 / PAGE_ROWS;
    const distance = (key: number): number => Math.abs(key - middle);
    const far = [...pages.keys()].sort((a, b) => distance(a) - distance(b)).slice(KEPT_PAGES);
    for (const key of far) pages.delete(key);
    store.setState({ pages, total, failed: false });
  }

  function want(first: number, last: number): void {
    view = [first, last];
    const from = Math.floor(Math.max(0, first) / PAGE_ROWS);
    const to = Math.floor(Math.max(0, last) / PAGE_ROWS);
    for (let page = from; page <= to; page += 1) void loadPage(page);
  }

  return {
    store,
    want,
    rowAt: (index) =>
      store.getState().pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS] ?? null,
    refresh() {
      generation += 1;
      want(...view);
    },
  };
}
