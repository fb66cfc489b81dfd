import { kindAtHand } from '@importera/engine';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { saveBlob } from '../controls/saveBlob.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';

const formats = ['xlsx', 'csv', 'xls'] as const;

/** Downloads of a file with a ready column for every field. */
export function TemplateLinks(): ReactElement {
  const { importer, messages } = useImporterScope();
  const kind = useImporterState((state) => kindAtHand(state, importer.schema));
  const text = messages.file;
  const download = async (format: (typeof formats)[number]): Promise<void> =>
    saveBlob(await importer.session.template(format, kind), `${importer.schema.id}.${format}`);
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{text.template}</h3>
      <p className="importera-hint">{text.templateHint}</p>
      <div className="importera-button-row">
        {formats.map((format) => (
          <Button
            key={format}
            size="small"
            icon="download"
            aria-label={text.downloadTemplate(`.${format}`)}
            onClick={() => void download(format)}
          >
            .{format}
          </Button>
        ))}
      </div>
    </section>
  );
}
