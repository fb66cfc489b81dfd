import type { IssueGroup, Recipe } from '@importera/engine';
import { useMemo } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { CellInspector } from './CellInspector.tsx';
import { GridLine, cellStyle } from './GridLine.tsx';
import { mayCorrect } from './cellView.ts';
import type { GridMode } from './cellView.ts';
import { gridColumns, leadOf } from './gridColumns.ts';
import type { RowFilter } from './rowPages.ts';
import { HEAD_HEIGHT } from './useGridWindow.ts';
import { useFreshEdits } from './useFreshEdits.ts';
import { useRowGrid } from './useRowGrid.ts';
import type { RowGridState } from './useRowGrid.ts';

/** What `<RowGrid>` takes. */
export interface RowGridProps {
  readonly mode: GridMode;
  readonly filter: RowFilter;
  readonly revision: number;
  readonly editable: boolean;
  /** The issue that the rows are filtered by: the column it is about comes into view. */
  readonly issue?: IssueGroup | null;
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
  // What was part of the last run is in the rows already.
  const fresh = useFreshEdits();
  const edits = useMemo(() => editsByCell(fresh), [fresh]);
  const grid = useRowGrid({
    filter: props.filter,
    revision: props.revision,
    columns,
    editable: props.editable,
    lead: props.issue ? leadOf(columns, props.issue) : null,
    mayEdit: (row) => mayCorrect(row, props.mode),
    onEdit: (row, column, value) =>
      importer.dispatch({ type: 'cell-edited', row: row.row, column, value }),
  });
  const view = useMemo(() => ({ mode: props.mode, edits }), [props.mode, edits]);
  return (
    <div className="importera-grid-frame" data-stale={props.stale || undefined}>
      <div
        className="importera-grid"
        ref={grid.scrollRef}
        data-narrow={grid.isNarrow || undefined}
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
              cells={grid.cells}
              statusWidth={grid.statusWidth}
              columns={columns}
              view={view}
              actions={grid.actions}
              activeColumn={item.index === grid.active.row ? grid.active.column : null}
              editing={item.index === grid.active.row ? grid.editing : null}
            />
          ))}
        </div>
        <GridEmpty grid={grid} />
      </div>
      <CellInspector grid={grid} mode={props.mode} edits={edits} editable={props.editable} />
    </div>
  );
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
        style={{ inlineSize: grid.statusWidth }}
      >
        {messages.grid.row}
      </div>
      {grid.cells.map(({ index }, at) => {
        const column = grid.columns[index - 2];
        const header = headers[index - 1];
        return (
          <div
            key={index}
            className="importera-grid-cell"
            role="columnheader"
            aria-colindex={index + 1}
            style={cellStyle(grid.cells, at, grid.statusWidth)}
          >
            <span className="importera-grid-label">
              <span>{column?.label ?? messages.grid.status}</span>
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

/** Row numbers line up: room for the longest. */
function digits(lastRow: number): CSSProperties {
  return { '--_digits': String(lastRow).length } as CSSProperties;
}

function editsByCell(edits: Recipe['edits']): ReadonlyMap<string, string> {
  return new Map(edits.map(({ row, column, value }) => [`${row}:${column}`, value]));
}
