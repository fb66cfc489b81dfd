import type { GridRow, OutcomeStatus } from '@importera/engine';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import type { Messages } from '../locales/Locale.ts';
import { useValueText } from '../settings/useValueText.ts';
import { cellView, mayCorrect, rowMode } from './cellView.ts';
import type { GridMode } from './cellView.ts';
import type { RowGridState } from './useRowGrid.ts';
import { useRowSummary } from './useRowSummary.ts';

export interface CellInspectorProps {
  readonly grid: RowGridState;
  readonly mode: GridMode;
  readonly edits: ReadonlyMap<string, string>;
  readonly editable: boolean;
}

/** All of the active cell: its text in full, what changes, what is wrong, and what can be done. */
export function CellInspector(props: CellInspectorProps): ReactElement | null {
  const { messages, formatIssue } = useImporterScope();
  const { grid, mode, edits, editable } = props;
  const summary = useRowSummary();
  const textOf = useValueText();
  const row = grid.activeRow;
  if (row === null) return null;
  const shown = rowMode(row, mode, edits);
  const column = grid.columns[grid.active.column - 2];
  const edit =
    column && mayCorrect(row, mode) ? edits.get(`${row.row}:${column.column}`) : undefined;
  const cell = column && cellView(row, column, { mode: shown, edit, textOf });
  return (
    <div className="importera-inspector">
      <div className="importera-inspector-body">
        <span className="importera-inspector-place">
          {column
            ? messages.grid.editLabel(column.label, row.row)
            : `${messages.grid.row} ${row.row}`}
        </span>
        {cell?.change && (
          <span className="importera-change">
            <del>{cell.change.from || '–'}</del>
            <span className="importera-change-arrow" aria-hidden="true">
              →
            </span>
            <ins>{cell.change.to || '–'}</ins>
          </span>
        )}
        {cell && !cell.change && <span className="importera-inspector-text">{cell.text}</span>}
        {!cell && <span className="importera-inspector-text">{summary(row, shown)}</span>}
        {cell?.issues.map((issue, index) => (
          <span key={index} className="importera-error-text" data-severity={issue.severity}>
            {formatIssue(issue)}
          </span>
        ))}
      </div>
      {editable && (
        <RowActions row={row} mode={mode} onEdit={cell && (() => grid.actions.edit())} />
      )}
    </div>
  );
}

/** What can be done about the active row, or why nothing can. */
function RowActions(props: {
  readonly row: GridRow;
  readonly mode: GridMode;
  /** Edits the active cell; absent where that is none of the file's. */
  readonly onEdit: (() => void) | undefined;
}): ReactElement {
  const { messages } = useImporterScope();
  const { row, mode, onEdit } = props;
  if (row.outcome && !mayCorrect(row, mode)) {
    return <span className="importera-hint">{settledHint(row.outcome.status, messages)}</span>;
  }
  return (
    <div className="importera-button-row">
      {onEdit && (
        <Button size="small" icon="pencil" onClick={onEdit}>
          {messages.actions.edit}
        </Button>
      )}
      {mode === 'plan' && <ExcludeButton row={row.row} />}
    </div>
  );
}

/** Why a row of the result takes no corrections. */
function settledHint(status: OutcomeStatus, { grid }: Messages): string {
  if (status === 'skipped') return grid.leftOutHint;
  return status === 'written' ? grid.writtenHint : grid.storedHint;
}

function ExcludeButton({ row }: { readonly row: number }): ReactElement {
  const { importer, messages } = useImporterScope();
  const excluded = useOpenState((state) => state.recipe.excluded).includes(row);
  return (
    <Button
      size="small"
      variant="quiet"
      onClick={() => importer.dispatch({ type: 'row-excluded', row, excluded: !excluded })}
    >
      {excluded ? messages.grid.includeRow : messages.grid.excludeRow}
    </Button>
  );
}
