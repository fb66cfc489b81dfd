import type { GridRow } from '@importera/engine';
import { memo } from 'react';
import type { CSSProperties, MemoExoticComponent, MouseEvent, ReactElement } from 'react';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useValueText } from '../settings/useValueText.ts';
import { CellEditor } from './CellEditor.tsx';
import { RowStatusMark } from './RowStatusMark.tsx';
import { cellView, isRefused, mayCorrect, rowIssues, rowMode, rowState } from './cellView.ts';
import type { CellView, GridMode } from './cellView.ts';
import type { GridColumn } from './gridColumns.ts';
import { ROW_HEIGHT } from './useGridWindow.ts';
import type { GridWindow } from './useGridWindow.ts';
import type { GridActions } from './useRowGrid.ts';
import { useRowSummary } from './useRowSummary.ts';

export interface GridViewOptions {
  readonly mode: GridMode;
  /** Texts corrected by hand, by `row:column`. */
  readonly edits: ReadonlyMap<string, string>;
}

export interface GridLineProps {
  readonly index: number;
  /** Pixels from the top. */
  readonly start: number;
  /** Null while its page is loading. */
  readonly row: GridRow | null;
  readonly cells: GridWindow['cells'];
  readonly statusWidth: number;
  readonly columns: readonly GridColumn[];
  readonly view: GridViewOptions;
  readonly actions: GridActions;
  /** The active cell's column when it is in this row. */
  readonly activeColumn: number | null;
  readonly editing: string | null;
}

/** One row of the grid. Scrolling renders only the rows that come into view. */
export const GridLine: MemoExoticComponent<(props: GridLineProps) => ReactElement> = memo(
  function GridLine(props: GridLineProps): ReactElement {
    const { index, row, cells, statusWidth, view, actions } = props;
    const mode = row ? rowMode(row, view.mode, view.edits) : view.mode;
    const state = row ? rowState(row, mode) : 'loading';
    function onClick(event: MouseEvent<HTMLElement>): void {
      // A double click is meant for the cell of its first click, whatever came under the pointer since.
      if (event.detail > 1) return;
      const column = columnOf(event.target);
      if (column !== null) actions.activate({ row: index, column });
    }
    return (
      <div
        className="importera-grid-row"
        role="row"
        aria-rowindex={index + 2}
        data-state={state}
        style={{ blockSize: ROW_HEIGHT, transform: `translateY(${props.start}px)` }}
        onClick={onClick}
        onDoubleClick={() => actions.edit()}
      >
        <div
          {...placeProps(props, 0)}
          className="importera-grid-cell importera-grid-status"
          role="rowheader"
          style={{ inlineSize: statusWidth }}
        >
          {row && <RowStatusMark row={row.row} state={rowState(row, mode)} />}
        </div>
        {cells.map((cell, at) => (
          <LineCell
            key={cell.index}
            line={props}
            mode={mode}
            column={cell.index}
            style={cellStyle(cells, at, statusWidth)}
          />
        ))}
      </div>
    );
  },
);

interface LineCellProps {
  readonly line: GridLineProps;
  readonly mode: GridMode;
  readonly column: number;
  readonly style: CSSProperties;
}

function LineCell(props: LineCellProps): ReactElement | null {
  const { line, mode, column, style } = props;
  const place = { ...placeProps(line, column), role: 'gridcell', style };
  if (line.row === null) {
    return (
      <div {...place} className="importera-grid-cell">
        <span className="importera-skeleton" />
      </div>
    );
  }
  if (column === 1) return <SummaryCell place={place} row={line.row} mode={mode} />;
  const target = line.columns[column - 2];
  if (target === undefined) return null;
  return <DataCell place={place} line={line} row={line.row} mode={mode} column={target} />;
}

type PlaceProps = ReturnType<typeof placeProps> & {
  readonly role: string;
  readonly style: CSSProperties;
};

function SummaryCell(props: {
  readonly place: PlaceProps;
  readonly row: GridRow;
  readonly mode: GridMode;
}): ReactElement {
  const { formatIssue } = useImporterScope();
  const { row, mode } = props;
  const text = useRowSummary()(row, mode);
  const reasons = isRefused(row, mode) ? rowIssues(row, mode) : [];
  return (
    <div {...props.place} className="importera-grid-cell importera-grid-summary" title={text}>
      <span className="importera-grid-summary-text">
        {reasons.length === 0
          ? text
          : reasons.map((issue, at) => (
              <span key={at} data-severity={issue.severity}>
                {at > 0 && ' '}
                {formatIssue(issue)}
              </span>
            ))}
      </span>
    </div>
  );
}

function DataCell(props: {
  readonly place: PlaceProps;
  readonly line: GridLineProps;
  readonly row: GridRow;
  readonly mode: GridMode;
  readonly column: GridColumn;
}): ReactElement {
  const { place, line, row, mode, column } = props;
  const edit = mayCorrect(row, mode)
    ? line.view.edits.get(`${row.row}:${column.column}`)
    : undefined;
  const textOf = useValueText();
  const cell = cellView(row, column, { mode, edit, textOf });
  const isEditing = place['data-active'] !== undefined && line.editing !== null;
  return (
    <div
      {...place}
      className="importera-grid-cell"
      data-state={cell.state}
      data-edited={cell.edited || undefined}
      aria-invalid={cell.state === 'error' || undefined}
    >
      {isEditing ? (
        <CellEditor
          text={line.editing}
          column={column}
          row={row.row}
          onEnd={line.actions.endEdit}
        />
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

function placeProps({ index, activeColumn, actions }: GridLineProps, column: number) {
  const isActive = activeColumn === column;
  return {
    id: actions.cellId({ row: index, column }),
    'aria-colindex': column + 1,
    'aria-selected': isActive,
    'data-active': isActive ? '' : undefined,
  };
}

function columnOf(target: EventTarget): number | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  return cell === null ? null : Number(cell.getAttribute('aria-colindex')) - 1;
}

/** Cells stand side by side; a gap before one holds the columns that are out of view. */
export function cellStyle(
  cells: GridWindow['cells'],
  at: number,
  statusWidth: number,
): CSSProperties {
  const before = cells[at - 1];
  const end = before === undefined ? statusWidth : before.start + before.size;
  const { start = end, size = 0 } = cells[at] ?? {};
  return { inlineSize: size, marginInlineStart: start - end };
}
