import type { ReactElement } from 'react';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { Notice } from '../controls/Notice.tsx';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { openStateOf, useImporterState } from '../importer/useImporterState.ts';
import { FileDropzone } from './FileDropzone.tsx';
import { WizardPermissions } from '../permissions/WizardPermissions.tsx';
import { StartChoices } from './StartChoices.tsx';
import { ExportLinks } from './ExportLinks.tsx';
import { FileNeeds } from './FileNeeds.tsx';
import { TemplateLinks } from './TemplateLinks.tsx';
import type { FileDropOptions } from './useFileDrop.ts';

/** The first step: a file comes in. */
export function FileStep(props: FileDropOptions): ReactElement {
  const text = useImporterScope().messages.file;
  const openName = useImporterState((state) => openStateOf(state)?.table.fileName ?? null);
  return (
    <div className="importera-step importera-with-aside">
      <div className="importera-main">
        <StepHeading title={text.heading} intro={text.intro} />
        <ErrorNotice />
        <WizardPermissions />
        {openName !== null && (
          <Notice tone="info" title={text.openFile(openName)}>
            {text.openFileHint}
          </Notice>
        )}
        <StartChoices />
        <FileDropzone {...props} />
      </div>
      <aside className="importera-aside">
        <FileNeeds />
        <TemplateLinks />
        <ExportLinks />
      </aside>
    </div>
  );
}
