import type { ListedImport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { hasBegun } from '../progress/hasBegun.ts';
import { ProgressBar } from '../progress/ProgressBar.tsx';
import { ProgressCount, ProgressPace } from '../progress/ProgressFacts.tsx';
import { FileName } from './FileName.tsx';
import { useHubScope } from './HubScope.tsx';
import { useFileName } from './useFileName.ts';

/** An import that is under way: how far it is, how fast it goes, and the ways to stop it. */
export function RunningCard({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { status } = entry;
  return (
    <li className="importera-hub-card" data-status={status}>
      <div className="importera-hub-card-head">
        <FileName entry={entry} />
        <span className="importera-hub-status" data-status={status}>
          <RunStatus entry={entry} />
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
  const text = useScreen().messages.import;
  const { progress, status } = entry;
  return (
    <ProgressBar
      progress={status === 'undoing' ? null : progress}
      label={`${text.label}: ${useFileName(entry)}`}
      isStill={status === 'paused' || status === 'queued'}
    />
  );
}

/** What an import is at. */
export function RunStatus({ entry }: { readonly entry: ListedImport }): string {
  const { hub, import: text } = useScreen().messages;
  const { progress, status } = entry;
  return status === 'running' && !hasBegun(progress) ? text.checking : hub.statuses[status];
}

function RunFacts({ entry }: { readonly entry: ListedImport }): ReactElement {
  const text = useScreen().messages.hub;
  const { when } = useFormats();
  const { progress, rows, user, startedAt, status } = entry;
  return (
    <p className="importera-facts">
      <ProgressCount progress={progress} rows={rows} />
      {status === 'running' && progress !== null && <ProgressPace progress={progress} />}
      {progress !== null && progress.rejected > 0 && (
        <span data-tone="reject" className="importera-hub-tone">
          {text.rejected(progress.rejected)}
        </span>
      )}
      {startedAt && <span>{text.started(when(startedAt))}</span>}
      {user && <span>{text.by(user)}</span>}
    </p>
  );
}

function RunActions({ entry }: { readonly entry: ListedImport }): ReactElement | null {
  const { messages, readOnly } = useScreen();
  const { hub, confirm } = useHubScope();
  const { id } = entry;
  const name = useFileName(entry);
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
          aria-label={text.goOnNamed(name)}
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
          aria-label={text.pauseNamed(name)}
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
          aria-label={text.cancelNamed(name)}
          onClick={() => confirm('cancel', entry)}
        >
          {text.cancel}
        </Button>
      )}
    </div>
  );
}
