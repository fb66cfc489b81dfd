import { kindAtHand } from '@importera/engine';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { settingOptions } from '../settings/settingOptions.ts';
import { useSettings } from '../settings/useSettings.ts';

/** What the import belongs to, in sight at every step, with the way back to where it was chosen (AP4). */
export function ImportContext(): ReactElement | null {
  const { importer, messages, readOnly } = useImporterScope();
  const { contexts } = useSettings();
  const step = useImporterState((state) => state.step);
  const kind = useImporterState((state) => kindAtHand(state, importer.schema));
  const { kinds = {} } = importer.schema;
  const facts = [
    ...(kind === undefined || Object.keys(kinds).length < 2
      ? []
      : [[messages.start.kindLabel, kinds[kind]?.label ?? kind] as const]),
    ...contexts.map(({ setting, value }) => {
      const option = settingOptions(setting, messages).find((one) => one.value === value);
      return [setting.label, option?.label ?? messages.review.none] as const;
    }),
  ];
  if (step === 'file' || facts.length === 0) return null;
  const isOver = step === 'import' || step === 'result' || readOnly;
  return (
    <div className="importera-context" role="group" aria-label={messages.start.about}>
      <dl className="importera-context-list">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!isOver && (
        <button
          type="button"
          className="importera-link"
          aria-label={`${messages.start.change}: ${facts.map(([label]) => label).join(', ')}`}
          onClick={() => void importer.actions.goTo('file')}
        >
          {messages.start.change}
        </button>
      )}
    </div>
  );
}
