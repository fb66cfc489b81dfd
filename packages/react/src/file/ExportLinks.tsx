import {
  answersAtHand,
  errorInfo,
  formatError,
  kindAtHand,
  missingContexts,
} from '@importera/engine';
import type { ErrorInfo } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Notice } from '../controls/Notice.tsx';
import { saveBlob } from '../controls/saveBlob.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';

const FORMATS = ['xlsx', 'csv', 'xls'] as const;
type Format = (typeof FORMATS)[number];

/** Downloads of what is stored already, as an example that imports back unchanged; nothing where that is not offered. */
export function ExportLinks(): ReactElement | null {
  const { importer, messages, locale } = useImporterScope();
  const { schema, session } = importer;
  const state = useImporterState((whole) => whole);
  const [busy, setBusy] = useState<Format | null>(null);
  const [failure, setFailure] = useState<ErrorInfo | null>(null);
  if (session.exportFile === undefined) return null;
  const text = messages.file;
  const [missing] = missingContexts(state, schema);

  async function download(format: Format): Promise<void> {
    setBusy(format);
    setFailure(null);
    try {
      const scope = { kind: kindAtHand(state, schema), settings: answersAtHand(state) };
      const file = await session.exportFile?.(format, scope);
      if (file) saveBlob(file, `${schema.id}-export.${format}`);
    } catch (error) {
      setFailure(errorInfo(error));
    }
    setBusy(null);
  }

  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{text.export}</h3>
      <p className="importera-hint">
        {missing === undefined
          ? text.exportHint
          : text.exportAfter(schema.settings?.[missing]?.label ?? missing)}
      </p>
      <div className="importera-button-row">
        {FORMATS.map((format) => (
          <Button
            key={format}
            size="small"
            icon="download"
            aria-label={text.downloadExport(`.${format}`)}
            disabled={missing !== undefined || busy !== null}
            onClick={() => void download(format)}
          >
            .{format}
          </Button>
        ))}
      </div>
      {failure && (
        <Notice tone="danger" role="alert">
          {formatError(failure, locale.issueTexts)}
        </Notice>
      )}
    </section>
  );
}
