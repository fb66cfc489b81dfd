import { missingContexts } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { SettingControls } from './SettingControls.tsx';
import { useSettings } from './useSettings.ts';

/**
 * What the import belongs to, where the file came before the answer: a host may open one by itself. Once asked here it stays
 * in sight, so that the choice can be seen and changed.
 */
export function LateContexts(): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const { contexts, disabled, answer } = useSettings();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const missing = missingContexts(importer.getState(), importer.schema);
  const added = missing.filter((key) => !asked.includes(key));
  if (added.length > 0) setAsked([...asked, ...added]);
  const shown = contexts.filter(({ key }) => asked.includes(key));
  if (shown.length === 0) return null;
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{messages.start.about}</h3>
      <div className="importera-stack">
        <SettingControls settings={shown} {...{ disabled, answer }} />
      </div>
    </section>
  );
}
