import { columnLetters } from '@importera/engine';
import type { PreviewRow } from '@importera/engine';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { TablePreview } from './useTablePreview.ts';

/** More than fits a screen; the whole file is in the review. */
const SHOWN_ROWS = 60;
const SHOWN_COLUMNS = 60;

/** The first rows as the spreadsheet shows them; a click makes a row the headings. */
export function TablePreviewGrid({ preview }: { readonly preview: TablePreview }): ReactElement {
  const { messages } = useImporterScope();
  const rows = preview.table.preview.slice(0, SHOWN_ROWS);
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const columns = Array.from({ length: Math.min(width, SHOWN_COLUMNS) }, (_, index) => index);
  return (
    <div className="importera-sheet" data-reading={preview.reading || undefined}>
      <div
        className="importera-sheet-scroll"
        tabIndex={0}
        role="region"
        aria-label={messages.table.preview}
      >
        <table className="importera-sheet-table">
          <thead>
            <tr>
              <th className="importera-sheet-corner">
                <span className="importera-visually-hidden">{messages.table.rowNumber}</span>
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {columnLetters(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <SheetRow key={row.row} row={row} columns={columns} preview={preview} />
            ))}
          </tbody>
        </table>
      </div>
      {width > SHOWN_COLUMNS && (
        <p className="importera-hint">{messages.table.moreColumns(width - SHOWN_COLUMNS)}</p>
      )}
    </div>
  );
}

function SheetRow(props: {
  readonly row: PreviewRow;
  readonly columns: readonly number[];
  readonly preview: TablePreview;
}): ReactElement {
  const { row, columns, preview } = props;
  const text = useImporterScope().messages.table;
  const state = preview.stateOf(row.row);
  return (
    <tr className="importera-sheet-row" {...preview.getRowProps(row.row)}>
      <th scope="row">
        <button
          className="importera-sheet-number"
          {...preview.getHeaderButtonProps(row.row)}
          title={state === 'skipped' ? text.skipped : undefined}
        >
          {row.row}
        </button>
      </th>
      {columns.map((column) => (
        <td key={column} title={longText(row.cells[column])}>
          {row.cells[column]}
        </td>
      ))}
    </tr>
  );
}

function longText(cell: string | undefined): string | undefined {
  return cell !== undefined && cell.length > 24 ? cell : undefined;
}
