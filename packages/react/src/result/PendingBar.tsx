import { formatError } from '@importera/engine';
import type { Report } from '@importera/engine';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Notice } from '../controls/Notice.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useAnotherRun } from './useCorrections.ts';

/** Rows the import did not come to: why, and the way to import them after all. */
export function PendingBar(props: {
  readonly report: Report;
  readonly pending: number;
}): ReactElement {
  const { messages, locale, readOnly } = useImporterScope();
  const { checking, importCorrected } = useAnotherRun();
  const { report, pending } = props;
  const text = messages.result;
  return (
    <Notice
      tone={report.error === null ? 'warning' : 'danger'}
      role="alert"
      title={text.pending(pending)}
      actions={
        <Button
          size="small"
          variant="primary"
          disabled={readOnly || checking}
          onClick={() => void importCorrected()}
        >
          {text.importRest}
        </Button>
      }
    >
      {report.error && formatError(report.error, locale.issueTexts)}
    </Notice>
  );
}
