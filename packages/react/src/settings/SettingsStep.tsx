import type { ImportPolicy } from '@importera/engine';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { RadioCards } from '../controls/RadioCards.tsx';
import { SwitchField } from '../controls/SwitchField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { DefaultValues } from './DefaultValues.tsx';
import { SettingControl } from './SettingControl.tsx';

/** What applies to the whole import: the host's questions, defaults, policies. */
export function SettingsStep(): ReactElement {
  const { messages } = useImporterScope();
  return (
    <div className="importera-step importera-narrow">
      <StepHeading title={messages.settings.heading} intro={messages.settings.intro} />
      <ErrorNotice />
      <HostSettings />
      <DefaultValues />
      <PolicySettings />
    </div>
  );
}

function HostSettings(): ReactElement | null {
  const { importer, messages, readOnly } = useImporterScope();
  const answers = useOpenState((state) => state.recipe.settings);
  const settings = Object.entries(importer.schema.settings ?? {});
  if (settings.length === 0) return null;
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{messages.settings.host}</h3>
      <div className="importera-stack">
        {settings.map(([key, setting]) => (
          <SettingControl
            key={key}
            setting={setting}
            value={answers[key] ?? null}
            disabled={readOnly}
            onChange={(value) => importer.dispatch({ type: 'setting-changed', key, value })}
          />
        ))}
      </div>
    </section>
  );
}

const MODES: readonly ImportPolicy['mode'][] = ['create-and-update', 'create', 'update'];
const AMBIGUOUS: readonly ImportPolicy['ambiguous'][] = ['create', 'skip'];

function PolicySettings(): ReactElement {
  const { importer, messages, readOnly } = useImporterScope();
  const policy = useOpenState((state) => state.recipe.policy);
  const text = messages.settings;
  const change = (part: Partial<ImportPolicy>): void =>
    importer.dispatch({ type: 'policy-changed', policy: { ...policy, ...part } });
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{text.existing}</h3>
      <div className="importera-stack importera-stack-wide">
        <RadioCards
          label={text.mode}
          value={policy.mode}
          options={MODES.map((value) => ({
            value,
            label: text.modes[value],
            help: text.modeHelp[value],
          }))}
          disabled={readOnly}
          onChange={(mode) => change({ mode })}
        />
        <RadioCards
          label={text.ambiguous}
          value={policy.ambiguous}
          options={AMBIGUOUS.map((value) => ({
            value,
            label: text.ambiguities[value],
            help: text.ambiguityHelp[value],
          }))}
          disabled={readOnly}
          onChange={(ambiguous) => change({ ambiguous })}
        />
        <SwitchField
          label={text.allOrNothing}
          hint={text.allOrNothingHelp}
          checked={policy.allOrNothing}
          disabled={readOnly}
          onChange={(allOrNothing) => change({ allOrNothing })}
        />
      </div>
    </section>
  );
}
