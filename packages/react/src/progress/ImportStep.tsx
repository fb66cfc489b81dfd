import type { CommitProgress } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { formatDuration, formatNumber } from '../locales/format.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';

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
  const { messages, locale } = useImporterScope();
  const { rowsDone, rowsTotal, written, rejected, rate } = props.progress;
  const number = (value: number): string => formatNumber(value, locale.code);
  const text = messages.import;
  return (
    <section className="importera-panel importera-progress" data-status={props.status}>
      <p className="importera-progress-share">
        {new Intl.NumberFormat(locale.code, { style: 'percent' }).format(shareOf(props.progress))}
      </p>
      <div
        className="importera-bar"
        role="progressbar"
        aria-label={text.label}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, rowsTotal)}
        aria-valuenow={rowsDone}
        aria-valuetext={text.progress(number(rowsDone), number(rowsTotal))}
      >
        <span
          className="importera-bar-fill"
          style={{ inlineSize: `${shareOf(props.progress) * 100}%` }}
        />
      </div>
      <p className="importera-facts">
        <span>{text.progress(number(rowsDone), number(rowsTotal))}</span>
        {rate > 0 && <span>{text.rate(number(Math.round(rate)))}</span>}
        {props.status === 'running' && <span>{timeLeft(props.progress, locale.code, text)}</span>}
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
  const text = messages.import;
  return (
    <div className="importera-run-controls">
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
        <Button
          variant="danger"
          disabled={status === 'cancelling'}
          onClick={() => importer.actions.cancel()}
        >
          {text.cancel}
        </Button>
      </div>
      <p className="importera-hint">{text.cancelHint}</p>
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

function shareOf({ rowsDone, rowsTotal }: CommitProgress): number {
  return rowsTotal === 0 ? 0 : Math.min(1, rowsDone / rowsTotal);
}

function timeLeft(
  { rowsDone, rowsTotal, rate }: CommitProgress,
  language: string,
  text: ReturnType<typeof useImporterScope>['messages']['import'],
): string {
  if (rate <= 0) return '';
  const seconds = (rowsTotal - rowsDone) / rate;
  return seconds < 2 ? text.almostDone : text.timeLeft(formatDuration(seconds, language));
}
