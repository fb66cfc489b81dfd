import type { ReactElement } from 'react';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { Notice } from '../controls/Notice.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { FirstRecord } from './FirstRecord.tsx';
import { ReadOptionsPanel } from './ReadOptionsPanel.tsx';
import { TablePreviewGrid } from './TablePreviewGrid.tsx';
import { useTablePreview } from './useTablePreview.ts';
import type { TablePreview } from './useTablePreview.ts';

/** How the file was read, with everything that can be read otherwise. */
export function TableStep(): ReactElement {
  const { messages } = useImporterScope();
  const preview = useTablePreview();
  return (
    <div className="importera-step importera-with-aside">
      <div className="importera-main">
        <StepHeading title={messages.table.heading} intro={messages.table.intro} />
        <ErrorNotice />
        <TableFacts preview={preview} />
        <TablePreviewGrid preview={preview} />
        <TableIssues preview={preview} />
      </div>
      <aside className="importera-aside">
        <ReadOptionsPanel preview={preview} />
        <FirstRecord preview={preview} />
      </aside>
    </div>
  );
}

function TableFacts({ preview }: { readonly preview: TablePreview }): ReactElement {
  const { messages } = useImporterScope();
  const { bytes } = useFormats();
  const { table } = preview;
  return (
    <p className="importera-facts" aria-live="polite">
      <strong>{messages.table.summary(table.rowCount, table.columns.length)}</strong>
      <span>{table.fileName}</span>
      <span>{table.format.toUpperCase()}</span>
      {table.fileSize > 0 && <span>{bytes(table.fileSize)}</span>}
    </p>
  );
}

function TableIssues({ preview }: { readonly preview: TablePreview }): ReactElement | null {
  const { messages, formatIssue } = useImporterScope();
  const issues = preview.table.issues.slice(0, 8);
  if (issues.length === 0) return null;
  return (
    <Notice tone="warning" title={messages.table.issues}>
      <ul className="importera-plain-list">
        {issues.map((issue, index) => (
          <li key={index}>
            {issue.row !== undefined && `${messages.grid.row} ${issue.row}: `}
            {formatIssue(issue)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
