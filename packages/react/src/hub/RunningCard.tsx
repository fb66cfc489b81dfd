import type { CommitProgress, ListedImport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { formatDuration, formatNumber, formatWhen } from '../locales/format.ts';
import { FileName } from './FileName.tsx';
import { useHubScope } from './HubScope.tsx';

/** An import that is under way: how far it is, how fast it goes, and the ways to stop it. */
export function RunningCard({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { messages } = useScreen();
  const { status } = entry;
  return (
    <li className="importera-hub-card" data-status={status}>
      <div className="importera-hub-card-head">
        <FileName entry={entry} />
        <span className="importera-hub-status" data-status={status}>
          {messages.hub.statuses[status]}
        </span>
      </div>
      <RunProgress entry={entry} />
      <div className="importera-hub-card-foot">
        <RunFacts entry={entry} />
        <RunActions entry={entry} />
      </div>
    </li>
  );
}

/** The bar of a running import; one that says only that something happens, where its length is not known. */
export function RunProgress({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { messages, locale } = useScreen();
  const { progress, status, fileName } = entry;
  const text = messages.import;
  if (progress === null || progress.rowsTotal === 0 || status === 'undoing') {
    const isStill = status === 'paused' || status === 'queued';
    return (
      <div
        className="importera-bar importera-hub-bar"
        data-indeterminate={isStill ? undefined : ''}
        aria-hidden="true"
      />
    );
  }
  const share = Math.min(1, progress.rowsDone / progress.rowsTotal);
  const number = (value: number): string => formatNumber(value, locale.code);
  return (
    <div
      className="importera-bar importera-hub-bar"
      role="progressbar"
      aria-label={`${text.label}: ${fileName}`}
      aria-valuemin={0}
      aria-valuemax={progress.rowsTotal}
      aria-valuenow={progress.rowsDone}
      aria-valuetext={text.progress(number(progress.rowsDone), number(progress.rowsTotal))}
    >
      <span className="importera-bar-fill" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}

function RunFacts({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { messages, locale } = useScreen();
  const { progress, rows, user, startedAt, status } = entry;
  const number = (value: number): string => formatNumber(value, locale.code);
  const text = messages.import;
  const left = status === 'running' ? secondsLeft(progress) : null;
  return (
    <p className="importera-facts">
      {progress ? (
        <span>{text.progress(number(progress.rowsDone), number(progress.rowsTotal))}</span>
      ) : (
        rows !== null && <span>{messages.hub.rows(rows)}</span>
      )}
      {status === 'running' && progress !== null && progress.rate > 0 && (
        <span>{text.rate(number(Math.round(progress.rate)))}</span>
      )}
      {left !== null && <span>{text.timeLeft(formatDuration(left, locale.code))}</span>}
      {progress !== null && progress.rejected > 0 && (
        <span data-tone="reject" className="importera-hub-tone">
          {messages.hub.rejected(progress.rejected)}
        </span>
      )}
      {startedAt && <span>{messages.hub.started(formatWhen(startedAt, locale.code))}</span>}
      {user && <span>{messages.hub.by(user)}</span>}
    </p>
  );
}

function RunActions({ entry }: { readonly entry: ListedImport }): ReactElement | null {
  const { messages, readOnly } = useScreen();
  const { hub, confirm } = useHubScope();
  const { id, fileName } = entry;
  const text = messages.hub;
  const can = hub.actionsOf(entry);
  const isAsked = hub.asked(id) !== null;
  if (readOnly || can.length === 0) return null;
  return (
    <div className="importera-button-row">
      {can.includes('resume') && (
        <Button
          size="small"
          icon="play"
          disabled={isAsked}
          aria-label={text.goOnNamed(fileName)}
          onClick={() => hub.resume(id)}
        >
          {messages.import.resume}
        </Button>
      )}
      {can.includes('pause') && (
        <Button
          size="small"
          icon="pause"
          disabled={isAsked}
          aria-label={text.pauseNamed(fileName)}
          onClick={() => hub.pause(id)}
        >
          {messages.import.pause}
        </Button>
      )}
      {can.includes('cancel') && (
        <Button
          size="small"
          variant="quiet"
          disabled={isAsked}
          aria-label={text.cancelNamed(fileName)}
          onClick={() => confirm('cancel', entry)}
        >
          {text.cancel}
        </Button>
      )}
    </div>
  );
}

function secondsLeft(progress: CommitProgress | null): number | null {
  if (progress === null || progress.rate <= 0) return null;
  const seconds = (progress.rowsTotal - progress.rowsDone) / progress.rate;
  return seconds < 2 ? null : seconds;
}
