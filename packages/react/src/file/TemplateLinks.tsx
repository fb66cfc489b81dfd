import { kindAtHand } from '@importera/engine';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { DownloadPanel } from './DownloadPanel.tsx';

/** Downloads of a file with a ready column for every field. */
export function TemplateLinks(): ReactElement {
  const { importer, messages } = useImporterScope();
  const kind = useImporterState((state) => kindAtHand(state, importer.schema));
  const text = messages.file;
  return (
    <DownloadPanel
      title={text.template}
      hint={text.templateHint}
      nameOf={text.downloadTemplate}
      fileName={importer.schema.id}
      load={(format) => importer.session.template(format, kind)}
    />
  );
}
