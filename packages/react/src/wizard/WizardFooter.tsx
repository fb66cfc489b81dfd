import { useId } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { focusUnfinished } from './focusUnfinished.ts';
import { useAdvance } from './useAdvance.ts';

export interface WizardFooterProps {
  /** Shown on the result: the person is done here. */
  readonly onFinish?: (() => void) | undefined;
}

/** The way back and the way on. A closed way stays in reach and says why it is closed. */
export function WizardFooter({ onFinish }: WizardFooterProps): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const step = useImporterState((state) => state.step);
  const advance = useAdvance();
  const hintId = useId();
  if (step === 'import' || (step === 'file' && advance === null)) return null;
  if (step === 'result') return <ResultFooter onFinish={onFinish} />;
  return (
    <footer className="importera-footer">
      {step !== 'file' && (
        <Button variant="quiet" icon="chevronStart" onClick={() => void importer.actions.back()}>
          {messages.actions.back}
        </Button>
      )}
      <div className="importera-footer-end">
        {advance?.blocked && (
          <p id={hintId} className="importera-footer-hint" role="status">
            {advance.blocked}
          </p>
        )}
        {advance && (
          <Button
            variant="primary"
            className="importera-next"
            aria-disabled={advance.blocked !== null || advance.busy || undefined}
            aria-describedby={advance.blocked === null ? undefined : hintId}
            data-start={advance.isStart || undefined}
            onClick={(event) => focusUnfinished(event.currentTarget) || advance.go()}
          >
            {advance.label}
          </Button>
        )}
      </div>
    </footer>
  );
}

function ResultFooter({ onFinish }: WizardFooterProps): ReactElement {
  const { importer, messages } = useImporterScope();
  return (
    <footer className="importera-footer">
      <Button icon="plus" onClick={() => importer.actions.reset()}>
        {messages.result.another}
      </Button>
      {onFinish && (
        <div className="importera-footer-end">
          <Button variant="primary" onClick={onFinish}>
            {messages.result.finish}
          </Button>
        </div>
      )}
    </footer>
  );
}
