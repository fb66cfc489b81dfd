import type { GridRow } from '@importera/engine';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { GridColumn } from './gridColumns.ts';
import { moveActive } from './moveActive.ts';
import type { RowFilter, RowPagesState } from './rowPages.ts';
import { ROW_HEIGHT, useGridWindow } from './useGridWindow.ts';
import type { CellPlace, GridWindow, WindowRow } from './useGridWindow.ts';
import { useRowPages } from './useRowPages.ts';

/** What ended an edit. */
export type EditReason = 'enter' | 'tab' | 'blur' | 'escape';

/** Which rows and columns the grid shows, and what may be edited. */
export interface RowGridOptions {
  readonly filter: RowFilter;
  /** Grows when the rows may have changed. */
  readonly revision: number;
  readonly columns: readonly GridColumn[];
  readonly editable?: boolean;
  /** Place of the column that comes into view with another issue in the filter; null: what is in view stays. */
  readonly lead?: number | null;
  /** Which rows may be edited; default: all. */
  readonly mayEdit?: (row: GridRow) => boolean;
  /** Called for a changed text, never for an edit that was given up. */
  readonly onEdit?: (
    row: GridRow,
    column: number,
    value: string,
    details: { readonly reason: EditReason },
  ) => void;
}

/** What can be done to the grid; the same object for as long as the grid lives. */
export interface GridActions {
  /** Makes a cell the active one where it is: nothing scrolls. */
  activate(place: CellPlace): void;
  edit(start?: string): void;
  endEdit(value: string | null, reason: EditReason): void;
  cellId(place: CellPlace): string;
}

/** The rows in view, the active cell, the edit, and props to spread on the grid. */
export interface RowGridState extends Omit<GridWindow, 'items' | 'scrollTo'> {
  readonly columns: readonly GridColumn[];
  readonly total: RowPagesState['total'];
  readonly failed: boolean;
  /** A number not smaller than any row number in view. */
  readonly lastRow: number;
  readonly rows: readonly WindowRow[];
  readonly active: CellPlace;
  readonly activeRow: GridRow | null;
  /** The text an edit starts with; null when nothing is being edited. */
  readonly editing: string | null;
  readonly actions: GridActions;
  retry(): void;
  getGridProps(): {
    readonly role: 'grid';
    readonly tabIndex: 0;
    readonly 'aria-rowcount': number;
    readonly 'aria-colcount': number;
    readonly 'aria-activedescendant': string | undefined;
    readonly 'aria-readonly': boolean;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** Behaviour of the grid of rows: paging, virtual scrolling, one active cell, editing in place. */
export function useRowGrid(options: RowGridOptions): RowGridState {
  const { columns, editable = false } = options;
  const id = useId();
  const pages = useRowPages(options.filter, options.revision);
  const total = pages.total ?? 0;
  const extent = { rows: total, columns: columns.length + 2 };
  const [wanted, setActive] = useState<CellPlace>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<string | null>(null);
  const active = clamp(wanted, extent);
  const { items, scrollTo, ...view } = useGridWindow(columns, total, active);
  useWantedPages(items, active.row, pages.want);

  const activeRow = pages.rowAt(active.row);
  const activeColumn = columns[active.column - 2];
  const isEditable = (row: GridRow | null): row is GridRow =>
    editable && row !== null && (options.mayEdit?.(row) ?? true);
  const cellId = (place: CellPlace): string => `${id}-${place.row}-${place.column}`;

  /** By pointer: what is under it stays there, or the second half of a double click meets another row. */
  function activate(place: CellPlace): void {
    setActive(clamp(place, extent));
  }
  function moveTo(place: CellPlace): void {
    const next = clamp(place, extent);
    setActive(next);
    scrollTo(next);
  }
  function edit(start?: string): void {
    if (activeColumn === undefined || !isEditable(activeRow)) return;
    scrollTo(active);
    setEditing(start ?? activeRow.cells[activeColumn.column] ?? '');
  }
  function endEdit(value: string | null, reason: EditReason): void {
    setEditing(null);
    if (reason !== 'blur') view.scrollRef.current?.focus({ preventScroll: true });
    const before = activeColumn && activeRow?.cells[activeColumn.column];
    if (value !== null && activeColumn && isEditable(activeRow) && value !== before) {
      options.onEdit?.(activeRow, activeColumn.column, value, { reason });
    }
    if (reason === 'enter') moveTo({ ...active, row: active.row + 1 });
    if (reason === 'tab') moveTo({ ...active, column: active.column + 1 });
  }
  useLead(options, pages.total !== null, (lead) => moveTo({ row: 0, column: lead + 2 }));
  const move = useGridMove(view.scrollRef, extent);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.target !== event.currentTarget) return;
    const place = move(active, event);
    if (place !== null) moveTo(place);
    else if (event.key === 'Enter' || event.key === 'F2') edit();
    else if (isTyping(event)) edit(event.key);
    else return;
    event.preventDefault();
  }
  return {
    ...view,
    columns,
    total: pages.total,
    failed: pages.failed,
    lastRow: Math.max(total, ...items.map(({ index }) => pages.rowAt(index)?.row ?? 0)),
    rows: items.map((item) => ({ item, row: pages.rowAt(item.index) })),
    active,
    activeRow,
    editing,
    actions: useStableActions({ activate, edit, endEdit, cellId }),
    retry: pages.refresh,
    getGridProps: () => ({
      role: 'grid',
      tabIndex: 0,
      'aria-rowcount': total + 1,
      'aria-colcount': extent.columns,
      'aria-activedescendant': total > 0 ? cellId(active) : undefined,
      'aria-readonly': !editable,
      onKeyDown,
    }),
  };
}

/** Rows keep their props while the grid around them changes: only what is said is new each time. */
function useStableActions(actions: GridActions): GridActions {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    () => ({
      activate: (place) => latest.current.activate(place),
      edit: (start) => latest.current.edit(start),
      endEdit: (value, reason) => latest.current.endEdit(value, reason),
      cellId: (place) => latest.current.cellId(place),
    }),
    [],
  );
}

/** Loads the pages in view. The active row may be far from them; it was loaded when it was made active. */
function useWantedPages(
  items: GridWindow['items'],
  activeRow: number,
  want: (first: number, last: number) => void,
): void {
  const inView = items.filter(({ index }) => index !== activeRow);
  const first = inView[0]?.index ?? activeRow;
  const last = inView.at(-1)?.index ?? activeRow;
  useEffect(() => want(first, last), [want, first, last]);
}

/** Once for an issue: from then on the view is theirs who look. */
function useLead(
  { filter: { issue }, lead = null }: RowGridOptions,
  isLoaded: boolean,
  show: (lead: number) => void,
): void {
  const led = useRef('');
  const key = JSON.stringify([issue, lead]);
  useEffect(() => {
    if (!isLoaded || led.current === key) return;
    led.current = key;
    if (lead !== null) show(lead);
  });
}

function useGridMove(
  scrollRef: GridWindow['scrollRef'],
  extent: { readonly rows: number; readonly columns: number },
): (from: CellPlace, event: KeyboardEvent) => CellPlace | null {
  const isRtl = useImporterScope().locale.dir === 'rtl';
  return (from, event) => {
    const height = scrollRef.current?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 2);
    return moveActive(from, event, { ...extent, page, isRtl });
  };
}

function clamp(
  place: CellPlace,
  extent: { readonly rows: number; readonly columns: number },
): CellPlace {
  const row = Math.max(0, Math.min(place.row, extent.rows - 1));
  const column = Math.max(0, Math.min(place.column, extent.columns - 1));
  return row === place.row && column === place.column ? place : { row, column };
}

/** A letter typed on a cell starts an edit with it, as in a spreadsheet. */
function isTyping(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}
