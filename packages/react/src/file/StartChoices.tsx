import { kindAtHand } from '@importera/engine';
import type { ReactElement } from 'react';
import { RadioCards } from '../controls/RadioCards.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { SettingControls } from '../settings/SettingControls.tsx';
import { useSettings } from '../settings/useSettings.ts';

/** What is asked before the file: what kind of import it is (TD3), and what it belongs to (AP4). */
export function StartChoices(): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const { contexts, disabled, answer } = useSettings();
  const kind = useImporterState((state) => kindAtHand(state, importer.schema));
  const kinds = Object.entries(importer.schema.kinds ?? {});
  if (kinds.length < 2 && contexts.length === 0) return null;
  return (
    <section className="importera-panel importera-start">
      {kinds.length > 1 && (
        <RadioCards
          label={messages.start.kind}
          value={kind ?? ''}
          options={kinds.map(([value, { label, help }]) =>
            help === undefined ? { value, label } : { value, label, help },
          )}
          disabled={disabled}
          onChange={(next) => void importer.actions.setKind(next)}
        />
      )}
      <SettingControls settings={contexts} {...{ disabled, answer }} />
    </section>
  );
}
