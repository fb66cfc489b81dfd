import {
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { ColumnDef, ColumnSizingState, ReactTable } from '@tanstack/react-table';
import type { GridRow } from '@importera/engine';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range, VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { GridColumn } from './gridColumns.ts';

export const ROW_HEIGHT = 44;
export const HEAD_HEIGHT = 52;
/** Width of the first column, which stays in sight; on a narrow grid its words are left to those who hear them. */
const STATUS_WIDTH = 172;
const NARROW_STATUS_WIDTH = 88;
/** A grid that is narrower gives its room to the cells. */
const NARROW = 480;
/** The widest that a column starts with. */
const WIDEST = 300;

/** A cell by its place in the grid: row of the filtered rows, column of the shown ones (0 is the status). */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A row in view; null while its page is loading. */
export interface WindowRow {
  readonly item: VirtualItem;
  readonly row: GridRow | null;
}

interface Features {
  readonly columnSizingFeature: typeof columnSizingFeature;
  readonly columnResizingFeature: typeof columnResizingFeature;
}
const features: Features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const NO_ROWS: readonly WindowRow[] = [];

export interface GridWindow {
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  /** Columns with their widths; rows come page by page and are not in it. */
  readonly table: ReactTable<Features, WindowRow, { readonly sizing: ColumnSizingState }>;
  /** Of the first column, in pixels. */
  readonly statusWidth: number;
  readonly isNarrow: boolean;
  /** Of everything, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly items: readonly VirtualItem[];
  /** Columns in view, the status column not among them; `index` counts from 1. */
  readonly cells: readonly {
    readonly index: number;
    readonly start: number;
    readonly size: number;
  }[];
  scrollTo(place: CellPlace): void;
}

/** The part of the grid that is in view, both ways: only that is in the document. */
export function useGridWindow(
  columns: readonly GridColumn[],
  total: number,
  active: CellPlace,
): GridWindow {
  const { dir } = useImporterScope().locale;
  const scrollRef = useRef<HTMLDivElement>(null);
  const room = useRoom(scrollRef);
  const isNarrow = room < NARROW;
  const statusWidth = isNarrow ? NARROW_STATUS_WIDTH : STATUS_WIDTH;
  // Beside the first column a whole cell is in sight, or one would edit it half blind.
  const widest = isNarrow ? Math.max(120, room - statusWidth - 2) : WIDEST;
  const getScrollElement = (): HTMLDivElement | null => scrollRef.current;
  const rows = useVirtualizer({
    count: total,
    getScrollElement,
    estimateSize: () => ROW_HEIGHT,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    overscan: 8,
    useFlushSync: false,
    rangeExtractor: (range) => withIndex(range, active.row),
  });
  const defs = useMemo(() => columnDefs(columns, widest), [columns, widest]);
  const table = useTable(
    {
      features,
      columns: defs,
      data: NO_ROWS,
      columnResizeMode: 'onChange',
      columnResizeDirection: dir,
    },
    (state) => ({ sizing: state.columnSizing }),
  );
  const leaves = table.getAllLeafColumns();
  const across = useVirtualizer({
    horizontal: true,
    isRtl: dir === 'rtl',
    count: leaves.length,
    getScrollElement,
    estimateSize: (index) => leaves[index]?.getSize() ?? 160,
    paddingStart: statusWidth,
    scrollPaddingStart: statusWidth,
    overscan: 3,
    useFlushSync: false,
    rangeExtractor: (range) => withIndex(range, active.column - 1),
  });
  const { sizing } = table.state;
  useEffect(() => across.measure(), [across, sizing, defs]);
  return {
    scrollRef,
    table,
    statusWidth,
    isNarrow,
    width: across.getTotalSize(),
    height: rows.getTotalSize(),
    items: rows.getVirtualItems(),
    cells: useSameCells(across.getVirtualItems()),
    scrollTo(place) {
      rows.scrollToIndex(place.row);
      if (place.column > 0) across.scrollToIndex(place.column - 1);
    },
  };
}

/** The same array for the same columns, so that rows need not render anew when only rows scroll. */
function useSameCells(items: readonly VirtualItem[]): GridWindow['cells'] {
  const cells = items.map(({ index, start, size }) => ({ index: index + 1, start, size }));
  const key = JSON.stringify(cells);
  return useMemo(() => JSON.parse(key) as GridWindow['cells'], [key]);
}

/** Pixels between the edges of the grid: known before it is painted. */
function useRoom(scrollRef: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Infinity);
  useLayoutEffect(() => {
    const element = scrollRef.current;
    if (element === null) return undefined;
    const measure = (): void => setRoom(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scrollRef]);
  return room;
}

function columnDefs(
  columns: readonly GridColumn[],
  widest: number,
): ColumnDef<Features, WindowRow>[] {
  const size = Math.min(widest, 270);
  const summary: ColumnDef<Features, WindowRow> = { id: 'summary', size, minSize: 120 };
  return [
    summary,
    ...columns.map((column): ColumnDef<Features, WindowRow> => ({
      id: `c${column.column}`,
      size: Math.min(widest, startWidth(column)),
      minSize: 72,
    })),
  ];
}

/** Width a column starts with: wide texts get more, up to a limit. */
function startWidth({ label, header, width }: GridColumn): number {
  const chars = Math.max(label.length, header.length, Math.min(width + 4, 34));
  return Math.min(WIDEST, Math.max(120, 44 + chars * 7.5));
}

/** The active cell stays in the document, so that it can be pointed at. */
function withIndex(range: Range, index: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || shown.includes(index)) return shown;
  return [...shown, index].sort((a, b) => a - b);
}
