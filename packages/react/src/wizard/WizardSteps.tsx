import type { StepInfo } from '@importera/engine';
import type { ReactElement } from 'react';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { focusUnfinished } from './focusUnfinished.ts';
import { stepName } from './stepName.ts';
import { useSteps } from './useSteps.ts';
import { useTightSteps } from './useTightSteps.ts';

/** Where the import is, and the way back: nothing is lost by going there. */
export function WizardSteps(): ReactElement {
  const { importer, messages } = useImporterScope();
  const text = messages.steps;
  const { steps, current, goTo } = useSteps();
  const nameOf = (info: StepInfo): string => stepName(info, importer.schema, messages);
  const names = steps.map(nameOf);
  const ref = useTightSteps(`${current} ${names.join('|')}`);
  return (
    <nav ref={ref} className="importera-steps" aria-label={text.label}>
      <p className="importera-steps-position" aria-hidden="true">
        <span>{names[current]}</span>
        {text.position(current + 1, steps.length)}
      </p>
      <ol className="importera-steps-list">
        {steps.map((info, index) => (
          <li
            key={`${info.step} ${info.part?.index ?? 0}`}
            className="importera-steps-item"
            data-status={info.status}
          >
            <button
              type="button"
              className="importera-steps-button"
              aria-current={info.status === 'current' ? 'step' : undefined}
              disabled={!info.reachable}
              onClick={(event) => {
                // The way back is always open; going on would leave out what is not taken up yet.
                if (index < current || !focusUnfinished(event.currentTarget)) goTo(info);
              }}
            >
              <span className="importera-steps-number" aria-hidden="true" title={names[index]}>
                {info.status === 'done' ? <Icon name="check" /> : index + 1}
              </span>
              <span className="importera-steps-label">{names[index]}</span>
              {info.status === 'done' && (
                <span className="importera-visually-hidden"> ({text.done})</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
