import type { ReactElement, ReactNode } from 'react';

export interface StepHeadingProps {
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
}

/** What this step is about. Focus comes here when the step is entered, so that it is read out. */
export function StepHeading({ title, intro, actions }: StepHeadingProps): ReactElement {
  return (
    <header className="importera-step-heading">
      <div>
        <h2 className="importera-step-title" tabIndex={-1} data-step-title="">
          {title}
        </h2>
        {intro && <p className="importera-step-intro">{intro}</p>}
      </div>
      {actions && <div className="importera-button-row">{actions}</div>}
    </header>
  );
}
