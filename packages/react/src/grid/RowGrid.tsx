import type { GridRow } from '@importera/engine';
import { useMemo } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { CellEditor } from './CellEditor.tsx';
import { CellInspector } from './CellInspector.tsx';
import { RowStatusMark } from './RowStatusMark.tsx';
import { cellView, rowState } from './cellView.ts';
import type { CellView, GridMode } from './cellView.ts';
import { gridColumns } from './gridColumns.ts';
import type { GridColumn } from './gridColumns.ts';
import type { RowFilter } from './rowPages.ts';
import { useRowSummary } from './useRowSummary.ts';
import { HEAD_HEIGHT, ROW_HEIGHT, STATUS_WIDTH } from './useGridWindow.ts';
import { useRowGrid } from './useRowGrid.ts';
import type { RowGridState } from './useRowGrid.ts';

export interface RowGridProps {
  readonly mode: GridMode;
  readonly filter: RowFilter;
  readonly revision: number;
  readonly editable: boolean;
  /** What is shown is being worked out anew. */
  readonly stale?: boolean;
}

/** Rows of the plan or the result: one grid, however many there are. */
export function RowGrid(props: RowGridProps): ReactElement {
  const { importer, messages } = useImporterScope();
  const table = useOpenState((state) => state.table);
  const recipe = useOpenState((state) => state.recipe);
  const { schema } = importer;
  const mappings = recipe.columns;
  const columns = useMemo(
    () => gridColumns(table.columns, mappings, schema),
    [table.columns, mappings, schema],
  );
  const edits = useMemo(() => editsByCell(recipe.edits), [recipe.edits]);
  const grid = useRowGrid({
    filter: props.filter,
    revision: props.revision,
    columns,
    editable: props.editable,
    onEdit: (row, column, value) =>
      importer.dispatch({ type: 'cell-edited', row: row.row, column, value }),
  });
  const view = { mode: props.mode, edits };
  return (
    <div className="importera-grid-frame" data-stale={props.stale || undefined}>
      <div
        className="importera-grid"
        ref={grid.scrollRef}
        aria-label={messages.grid.label}
        aria-busy={grid.total === null || props.stale || undefined}
        {...grid.getGridProps()}
      >
        <div
          className="importera-grid-canvas"
          role="presentation"
          style={{
            blockSize: grid.height,
            inlineSize: `max(100%, ${grid.width}px)`,
            ...digits(grid.lastRow),
          }}
        >
          <GridHead grid={grid} />
          {grid.rows.map(({ item, row }) => (
            <GridLine
              key={item.key}
              index={item.index}
              start={item.start}
              row={row}
              grid={grid}
              view={view}
            />
          ))}
        </div>
        <GridEmpty grid={grid} />
      </div>
      <CellInspector grid={grid} mode={props.mode} edits={edits} editable={props.editable} />
    </div>
  );
}

interface GridViewOptions {
  readonly mode: GridMode;
  readonly edits: ReadonlyMap<string, string>;
}

function GridHead({ grid }: { readonly grid: RowGridState }): ReactElement {
  const { messages } = useImporterScope();
  const headers = grid.table.getLeafHeaders();
  return (
    <div
      className="importera-grid-head"
      role="row"
      aria-rowindex={1}
      style={{ blockSize: HEAD_HEIGHT }}
    >
      <div
        className="importera-grid-cell importera-grid-status"
        role="columnheader"
        aria-colindex={1}
        style={{ inlineSize: STATUS_WIDTH }}
      >
        {messages.grid.row}
      </div>
      {grid.cells.map(({ index, start, size }, at) => {
        const column = grid.columns[index - 2];
        const header = headers[index - 1];
        return (
          <div
            key={index}
            className="importera-grid-cell"
            role="columnheader"
            aria-colindex={index + 1}
            style={cellStyle(grid, at, start, size)}
          >
            <span className="importera-grid-label">
              {column?.label ?? messages.grid.status}
              {column?.match && <Icon name="key" />}
            </span>
            {column && column.header !== column.label && (
              <span className="importera-grid-header">{column.header}</span>
            )}
            <span
              className="importera-grid-resize"
              aria-hidden="true"
              onPointerDown={header?.getResizeHandler()}
              onMouseDown={header?.getResizeHandler()}
              onTouchStart={header?.getResizeHandler()}
            />
          </div>
        );
      })}
    </div>
  );
}

function GridLine(props: {
  readonly index: number;
  readonly start: number;
  readonly row: GridRow | null;
  readonly grid: RowGridState;
  readonly view: GridViewOptions;
}): ReactElement {
  const { index, row, grid, view } = props;
  return (
    <div
      className="importera-grid-row"
      role="row"
      aria-rowindex={index + 2}
      data-state={row ? rowState(row, view.mode) : 'loading'}
      style={{ blockSize: ROW_HEIGHT, transform: `translateY(${props.start}px)` }}
    >
      <div
        {...cellProps(grid, index, 0)}
        className="importera-grid-cell importera-grid-status"
        role="rowheader"
        style={{ inlineSize: STATUS_WIDTH }}
      >
        {row && <RowStatusMark row={row.row} state={rowState(row, view.mode)} />}
      </div>
      {grid.cells.map(({ index: column, start, size }, at) => {
        const style = cellStyle(grid, at, start, size);
        const place = cellProps(grid, index, column);
        if (row === null) {
          return (
            <div
              key={column}
              {...place}
              role="gridcell"
              className="importera-grid-cell"
              style={style}
            >
              <span className="importera-skeleton" />
            </div>
          );
        }
        return column === 1 ? (
          <SummaryCell key={column} row={row} mode={view.mode} place={place} style={style} />
        ) : (
          <DataCell
            key={column}
            row={row}
            column={grid.columns[column - 2]}
            grid={grid}
            view={view}
            place={place}
            style={style}
          />
        );
      })}
    </div>
  );
}

interface CellFrame {
  readonly place: ReturnType<typeof cellProps>;
  readonly style: CSSProperties;
}

function SummaryCell(
  props: CellFrame & { readonly row: GridRow; readonly mode: GridMode },
): ReactElement {
  const text = useRowSummary()(props.row, props.mode);
  return (
    <div
      {...props.place}
      role="gridcell"
      className="importera-grid-cell importera-grid-summary"
      style={props.style}
      title={text}
    >
      {text}
    </div>
  );
}

function DataCell(
  props: CellFrame & {
    readonly row: GridRow;
    readonly column: GridColumn | undefined;
    readonly grid: RowGridState;
    readonly view: GridViewOptions;
  },
): ReactElement | null {
  const { row, column, grid, view, place } = props;
  if (column === undefined) return null;
  const edit = view.edits.get(`${row.row}:${column.column}`);
  const cell = cellView(row, column, { mode: view.mode, edit });
  const isEditing = place['data-active'] !== undefined && grid.editing !== null;
  return (
    <div
      {...place}
      role="gridcell"
      className="importera-grid-cell"
      data-state={cell.state}
      data-edited={cell.edited || undefined}
      aria-invalid={cell.state === 'error' || undefined}
      style={props.style}
      onDoubleClick={() => grid.edit()}
    >
      {isEditing ? (
        <CellEditor grid={grid} column={column} row={row.row} />
      ) : (
        <CellContent cell={cell} />
      )}
    </div>
  );
}

function CellContent({ cell }: { readonly cell: CellView }): ReactElement {
  const { messages, formatIssue } = useImporterScope();
  if (cell.change !== null) {
    return (
      <span className="importera-change" title={`${cell.change.from} → ${cell.change.to}`}>
        <span className="importera-visually-hidden">{messages.grid.from} </span>
        <del>{cell.change.from || '–'}</del>
        <span className="importera-change-arrow" aria-hidden="true">
          →
        </span>
        <span className="importera-visually-hidden"> {messages.grid.to} </span>
        <ins>{cell.change.to || '–'}</ins>
      </span>
    );
  }
  const said = cell.issues.map(formatIssue).join(' ');
  return (
    <>
      {said !== '' && <Icon name={cell.state === 'error' ? 'cross' : 'warning'} />}
      <span
        className="importera-grid-text"
        title={said || (cell.text.length > 18 ? cell.text : undefined)}
      >
        {cell.text}
      </span>
      {said !== '' && <span className="importera-visually-hidden">. {said}</span>}
      {cell.edited && (
        <span className="importera-grid-edited">
          <Icon name="pencil" />
          <span className="importera-visually-hidden">{messages.grid.edited}</span>
        </span>
      )}
    </>
  );
}

function GridEmpty({ grid }: { readonly grid: RowGridState }): ReactElement | null {
  const { messages } = useImporterScope();
  if (grid.failed && grid.total === null) {
    return (
      <div className="importera-empty">
        <p>{messages.grid.failed}</p>
        <Button size="small" onClick={() => grid.retry()}>
          {messages.grid.retry}
        </Button>
      </div>
    );
  }
  if (grid.total === null) return <p className="importera-empty">{messages.grid.loading}</p>;
  return grid.total === 0 ? <p className="importera-empty">{messages.grid.empty}</p> : null;
}

function cellProps(grid: RowGridState, row: number, column: number) {
  const isActive = grid.active.row === row && grid.active.column === column;
  return {
    id: grid.cellId({ row, column }),
    'aria-colindex': column + 1,
    'aria-selected': isActive,
    'data-active': isActive ? '' : undefined,
    onClick: () => grid.activate({ row, column }),
  };
}

/** Row numbers line up: room for the longest. */
function digits(lastRow: number): CSSProperties {
  return { '--_digits': String(lastRow).length } as CSSProperties;
}

/** Cells stand side by side; a gap before one holds the columns that are out of view. */
function cellStyle(grid: RowGridState, at: number, start: number, size: number): CSSProperties {
  const before = grid.cells[at - 1];
  const end = before === undefined ? STATUS_WIDTH : before.start + before.size;
  return { inlineSize: size, marginInlineStart: start - end };
}

function editsByCell(
  edits: readonly { readonly row: number; readonly column: number; readonly value: string }[],
): ReadonlyMap<string, string> {
  return new Map(edits.map(({ row, column, value }) => [`${row}:${column}`, value]));
}
