import { answersAtHand, kindAtHand, missingContexts } from '@importera/engine';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { DownloadPanel } from './DownloadPanel.tsx';

/** Downloads of what is stored already, as an example that imports back unchanged; nothing where that is not offered. */
export function ExportLinks(): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const { schema, session } = importer;
  const state = useImporterState((whole) => whole);
  const exportFile = session.exportFile?.bind(session);
  if (exportFile === undefined) return null;
  const text = messages.file;
  const [missing] = missingContexts(state, schema);
  const scope = { kind: kindAtHand(state, schema), settings: answersAtHand(state) };
  return (
    <DownloadPanel
      title={text.export}
      hint={
        missing === undefined
          ? text.exportHint
          : text.exportAfter(schema.settings?.[missing]?.label ?? missing)
      }
      nameOf={text.downloadExport}
      fileName={`${schema.id}-export`}
      disabled={missing !== undefined}
      load={(format) => exportFile(format, scope)}
    />
  );
}
