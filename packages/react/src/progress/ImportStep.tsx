import type { CommitProgress } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';
import { useFormats } from '../locales/useFormats.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { hasBegun } from './hasBegun.ts';
import { ProgressBar } from './ProgressBar.tsx';
import { ProgressCount, ProgressPace } from './ProgressFacts.tsx';
import { shareOf } from './shareOf.ts';

export interface ImportStepProps {
  /** The import goes on elsewhere when the page is closed; default: where the session can be come back to. */
  readonly canLeave?: boolean | undefined;
}

/** The import while it runs. */
export function ImportStep(props: ImportStepProps): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const canLeave = props.canLeave ?? importer.session.follow !== undefined;
  const status = useImporterState((state) => (state.step === 'import' ? state.status : null));
  const progress = useImporterState((state) => (state.step === 'import' ? state.progress : null));
  if (status === null || progress === null) return null;
  const text = messages.import;
  const title = status === 'running' ? text.heading : text[status];
  return (
    <div className="importera-step importera-narrow importera-importing">
      <StepHeading title={title} intro={canLeave ? text.leave : text.stay} />
      <ErrorNotice />
      <ProgressPanel progress={progress} status={status} />
      <RunControls status={status} />
      <Announcer progress={progress} />
    </div>
  );
}

type RunStatus = 'running' | 'paused' | 'cancelling';

function ProgressPanel(props: {
  readonly progress: CommitProgress;
  readonly status: RunStatus;
}): ReactElement {
  const { messages } = useImporterScope();
  const { number, percent } = useFormats();
  const { progress, status } = props;
  const { rowsDone, rowsTotal, written, rejected } = progress;
  const text = messages.import;
  return (
    <section className="importera-panel importera-progress" data-status={status}>
      {hasBegun(progress) ? (
        <p className="importera-progress-share">{percent(shareOf(progress))}</p>
      ) : (
        status === 'running' && <p className="importera-planning-title">{text.checking}</p>
      )}
      <ProgressBar progress={progress} label={text.label} isStill={status === 'paused'} />
      <p className="importera-facts">
        <ProgressCount progress={progress} />
        {status === 'running' && <ProgressPace progress={progress} />}
      </p>
      <dl className="importera-tally">
        <div data-tone="create">
          <dt>{text.written}</dt>
          <dd>{number(written)}</dd>
        </div>
        <div data-tone={rejected > 0 ? 'reject' : undefined}>
          <dt>{text.rejected}</dt>
          <dd>{number(rejected)}</dd>
        </div>
        <div>
          <dt>{text.left}</dt>
          <dd>{number(Math.max(0, rowsTotal - rowsDone))}</dd>
        </div>
      </dl>
    </section>
  );
}

function RunControls({ status }: { readonly status: RunStatus }): ReactElement {
  const { importer, messages } = useImporterScope();
  const name = useOpenState((state) => state.table.fileName);
  const [asking, setAsking] = useState(false);
  const text = messages.import;
  return (
    <div className="importera-button-row">
      {status === 'paused' ? (
        <Button variant="primary" icon="play" onClick={() => importer.actions.resume()}>
          {text.resume}
        </Button>
      ) : (
        <Button
          icon="pause"
          disabled={status === 'cancelling'}
          onClick={() => importer.actions.pause()}
        >
          {text.pause}
        </Button>
      )}
      <Button variant="danger" disabled={status === 'cancelling'} onClick={() => setAsking(true)}>
        {text.cancel}
      </Button>
      <CancelDialog
        name={name}
        open={asking}
        onCancel={() => importer.actions.cancel()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

/** Every tenth is read out: more often would be noise. */
function Announcer({ progress }: { readonly progress: CommitProgress }): ReactElement {
  const { messages } = useImporterScope();
  const tenth = Math.floor(shareOf(progress) * 10) / 10;
  const [start] = useState(tenth);
  return (
    <p className="importera-visually-hidden" role="status">
      {tenth > start && messages.import.announce(tenth)}
    </p>
  );
}
