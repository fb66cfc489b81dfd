import { formatError } from '@importera/engine';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** The last thing that failed, said where it failed, with what to do. */
export function ErrorNotice(): ReactElement | null {
  const { importer, messages, locale } = useImporterScope();
  const error = useImporterState((state) => state.error);
  if (error === null) return null;
  return (
    <Notice
      tone="danger"
      role="alert"
      title={messages.errors.heading}
      actions={
        <Button
          size="small"
          variant="quiet"
          onClick={() => importer.dispatch({ type: 'error-dismissed' })}
        >
          {messages.actions.dismiss}
        </Button>
      }
    >
      {formatError(error, locale.issueTexts)}
    </Notice>
  );
}
