import { errorInfo, formatError } from '@importera/engine';
import type { ErrorInfo } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Notice } from '../controls/Notice.tsx';
import { saveBlob } from '../controls/saveBlob.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';

/** Formats of the files a person can get here. */
export const FILE_FORMATS = ['xlsx', 'csv', 'xls'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export interface DownloadPanelProps {
  readonly title: string;
  readonly hint: string;
  /** What a button is called, e.g. `Download template as .csv`. */
  readonly nameOf: (format: string) => string;
  /** The file's name without its format. */
  readonly fileName: string;
  readonly disabled?: boolean;
  readonly load: (format: FileFormat) => Promise<Blob>;
}

/** A file made on the spot, in each of the formats; what fails is said where it was asked for. */
export function DownloadPanel(props: DownloadPanelProps): ReactElement {
  const { locale } = useImporterScope();
  const { title, hint, nameOf, fileName, disabled = false, load } = props;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorInfo | null>(null);

  async function download(format: FileFormat): Promise<void> {
    setBusy(true);
    setFailure(null);
    try {
      saveBlob(await load(format), `${fileName}.${format}`);
    } catch (error) {
      setFailure(errorInfo(error));
    }
    setBusy(false);
  }

  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{title}</h3>
      <p className="importera-hint">{hint}</p>
      <div className="importera-button-row">
        {FILE_FORMATS.map((format) => (
          <Button
            key={format}
            size="small"
            icon="download"
            aria-label={nameOf(`.${format}`)}
            disabled={disabled || busy}
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
