import { missingContexts } from '@importera/engine';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { useFileDrop } from './useFileDrop.ts';
import type { FileDropOptions } from './useFileDrop.ts';
import { PasteArea } from './PasteArea.tsx';

/** The place a file is dropped on, chosen from or pasted into. */
export function FileDropzone(props: FileDropOptions): ReactElement {
  const { importer, messages } = useImporterScope();
  const { bytes } = useFormats();
  const drop = useFileDrop(props);
  const text = messages.file;
  const missing = useImporterState((state) => missingContexts(state, importer.schema)[0] ?? null);
  const first = missing === null ? null : (importer.schema.settings?.[missing]?.label ?? missing);
  return (
    <div className="importera-file-drop">
      <div {...drop.getRootProps({ className: 'importera-dropzone' })} data-state={drop.state}>
        <input {...drop.getInputProps({ 'aria-hidden': true, tabIndex: -1 })} />
        <span className="importera-dropzone-mark">
          <Icon name={drop.state === 'opening' ? 'sheet' : 'upload'} />
        </span>
        <p className="importera-dropzone-title">
          {first === null
            ? dropTitle(drop.state, drop.fileName, text)
            : messages.start.first(first)}
        </p>
        {drop.state !== 'opening' && (
          <>
            <Button
              variant="primary"
              disabled={drop.state === 'disabled'}
              onClick={() => drop.choose()}
            >
              {text.choose}
            </Button>
            <p className="importera-hint">
              {text.formats}
              {props.maxSize !== undefined && ` · ${text.maxSize(bytes(props.maxSize))}`}
            </p>
          </>
        )}
        {drop.state === 'opening' && <span className="importera-bar" data-indeterminate />}
      </div>
      {drop.refused && (
        <p className="importera-error-text" role="alert">
          {drop.refused}
        </p>
      )}
      <PasteArea disabled={drop.state === 'disabled'} onText={drop.openText} />
    </div>
  );
}

function dropTitle(
  state: string,
  fileName: string | null,
  text: ReturnType<typeof useImporterScope>['messages']['file'],
): string {
  if (state === 'opening') return fileName ? text.opening(fileName) : text.restoring;
  if (state === 'over') return text.dropNow;
  return state === 'wrong' ? text.dropWrong : text.drop;
}
