import type { ReactElement } from 'react';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useSteps } from './useSteps.ts';

/** Where the import is, and the way back: nothing is lost by going there. */
export function WizardSteps(): ReactElement {
  const text = useImporterScope().messages.steps;
  const { steps, current, goTo } = useSteps();
  return (
    <nav className="importera-steps" aria-label={text.label}>
      <p className="importera-steps-position" aria-hidden="true">
        <span>{steps[current] && text[steps[current].step]}</span>
        {text.position(current + 1, steps.length)}
      </p>
      <ol className="importera-steps-list">
        {steps.map((info, index) => (
          <li key={info.step} className="importera-steps-item" data-status={info.status}>
            <button
              type="button"
              className="importera-steps-button"
              aria-current={info.status === 'current' ? 'step' : undefined}
              disabled={!info.reachable}
              onClick={() => goTo(info)}
            >
              <span className="importera-steps-number" aria-hidden="true">
                {info.status === 'done' ? <Icon name="check" /> : index + 1}
              </span>
              <span className="importera-steps-label">{text[info.step]}</span>
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
