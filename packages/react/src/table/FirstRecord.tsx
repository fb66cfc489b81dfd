import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { TablePreview } from './useTablePreview.ts';

/** The first row below the headings with every cell in full. */
export function FirstRecord({ preview }: { readonly preview: TablePreview }): ReactElement | null {
  const text = useImporterScope().messages.table;
  const row = preview.firstRecord;
  if (row === null) return null;
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{text.firstRecord}</h3>
      <dl className="importera-record-list">
        {preview.table.columns.map((column) => (
          <div key={column.index}>
            <dt>{column.label}</dt>
            <dd data-empty={row.cells[column.index] ? undefined : ''}>
              {row.cells[column.index] || text.emptyCell}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
