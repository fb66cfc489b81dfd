import type { ImportPolicy } from '@importera/engine';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { RadioCards } from '../controls/RadioCards.tsx';
import { SwitchField } from '../controls/SwitchField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { DefaultValues } from './DefaultValues.tsx';
import { LateContexts } from './LateContexts.tsx';
import { SettingControls } from './SettingControls.tsx';
import { useSettings } from './useSettings.ts';
import { ValueSources } from './ValueSources.tsx';

/** What applies to the whole import: the host's questions, defaults, policies. */
export function SettingsStep(): ReactElement {
  const { messages } = useImporterScope();
  return (
    <div className="importera-step importera-narrow">
      <StepHeading title={messages.settings.heading} intro={messages.settings.intro} />
      <ErrorNotice />
      <LateContexts />
      <HostSettings />
      <ValueSources />
      <DefaultValues />
      <PolicySettings />
    </div>
  );
}

function HostSettings(): ReactElement {
  const { messages } = useImporterScope();
  const { groups, disabled, answer } = useSettings();
  return (
    <>
      {groups.map(({ group, settings }) => (
        <section key={group ?? ''} className="importera-panel">
          <h3 className="importera-panel-title">{group ?? messages.settings.host}</h3>
          <div className="importera-stack">
            <SettingControls settings={settings} {...{ disabled, answer }} />
          </div>
        </section>
      ))}
    </>
  );
}

const MODES: readonly ImportPolicy['mode'][] = ['create-and-update', 'create', 'update'];
const AMBIGUOUS: readonly ImportPolicy['ambiguous'][] = ['create', 'skip'];

/** What the host fixed is not shown; with nothing left to choose, neither is the panel. */
function PolicySettings(): ReactElement | null {
  const { importer, messages, readOnly } = useImporterScope();
  const policy = useOpenState((state) => state.recipe.policy);
  const text = messages.settings;
  const allowed = importer.schema.policy;
  const modes = choices(MODES, allowed?.mode?.choices);
  // Who updates only, or creates only, still has rows that several records match.
  const ambiguous = choices(AMBIGUOUS, allowed?.ambiguous?.choices);
  const allOrNothing = choices([true, false], allowed?.allOrNothing?.choices);
  if ([modes, ambiguous, allOrNothing].every((left) => left.length < 2)) return null;
  const change = (part: Partial<ImportPolicy>): void =>
    importer.dispatch({ type: 'policy-changed', policy: { ...policy, ...part } });
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{text.existing}</h3>
      <div className="importera-stack importera-stack-wide">
        {modes.length > 1 && (
          <RadioCards
            label={text.mode}
            value={policy.mode}
            options={modes.map((value) => ({
              value,
              label: text.modes[value],
              help: text.modeHelp[value],
            }))}
            disabled={readOnly}
            onChange={(mode) => change({ mode })}
          />
        )}
        {ambiguous.length > 1 && (
          <RadioCards
            label={text.ambiguous}
            value={policy.ambiguous}
            options={ambiguous.map((value) => ({
              value,
              label: text.ambiguities[value],
              help: text.ambiguityHelp[value],
            }))}
            disabled={readOnly}
            onChange={(next) => change({ ambiguous: next })}
          />
        )}
        {allOrNothing.length > 1 && (
          <SwitchField
            label={text.allOrNothing}
            hint={text.allOrNothingHelp}
            checked={policy.allOrNothing}
            disabled={readOnly}
            onChange={(next) => change({ allOrNothing: next })}
          />
        )}
      </div>
    </section>
  );
}

/** What is left to choose from; without a word of the host, everything. */
function choices<T>(all: readonly T[], allowed: readonly T[] | undefined): readonly T[] {
  return allowed === undefined ? all : all.filter((choice) => allowed.includes(choice));
}
