import { formatError } from '@importera/engine';
import type { ListedImport, ListedStatus } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import type { IconName } from '../controls/Icon.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { recordsIn } from '../undo/recordsIn.ts';
import { FileName } from './FileName.tsx';
import { useHubScope } from './HubScope.tsx';
import { RowMenu } from './RowMenu.tsx';

/** A draft or a finished import on a line: what, who, when, and what became of it. */
export function HubRow({ entry }: { readonly entry: ListedImport }): ReactElement {
  const look = lookOf(entry);
  return (
    <li className="importera-hub-row" data-status={entry.status}>
      <span className="importera-hub-mark" data-look={look.tone}>
        <Icon name={look.icon} />
      </span>
      <div className="importera-hub-what">
        <FileName entry={entry} />
        <RowFacts entry={entry} />
      </div>
      <RowCounts entry={entry} />
      <RowActions entry={entry} />
    </li>
  );
}

function RowFacts({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { messages } = useScreen();
  const { when } = useFormats();
  const { status, rows, user, startedAt, updatedAt, step } = entry;
  const text = messages.hub;
  const stepName = Object.hasOwn(messages.steps, step)
    ? String(messages.steps[step as keyof typeof messages.steps])
    : null;
  return (
    <p className="importera-facts">
      {status !== 'draft' && status !== 'completed' && <strong>{text.statuses[status]}</strong>}
      {rows !== null && <span>{text.rows(rows)}</span>}
      <span>
        {status === 'draft'
          ? text.left(when(updatedAt), stepName)
          : when(startedAt ?? entry.createdAt)}
      </span>
      {user && <span>{text.by(user)}</span>}
    </p>
  );
}

/** What an import did, in the fewest words. */
export function RowCounts({ entry }: { readonly entry: ListedImport }): ReactElement | null {
  const { messages, locale } = useScreen();
  const { number } = useFormats();
  const { report, status, error, undo } = entry;
  const text = messages.hub;
  if (status === 'draft') return null;
  if (status === 'undone') {
    return (
      <p className="importera-hub-counts">
        {undo && <span>{text.reversed(undo.reversed)}</span>}
        {undo !== null && undo.kept > 0 && <span>{text.kept(undo.kept)}</span>}
      </p>
    );
  }
  const created = recordsIn(report?.created);
  const updated = recordsIn(report?.updated);
  const { rejected = 0, skipped = 0 } = report ?? {};
  return (
    <p className="importera-hub-counts">
      {created > 0 && <span data-tone="create">{text.created(number(created))}</span>}
      {updated > 0 && <span data-tone="update">{text.updated(number(updated))}</span>}
      {rejected > 0 && <span data-tone="reject">{text.rejected(rejected)}</span>}
      {skipped > 0 && <span>{text.leftOut(skipped)}</span>}
      {error && <span>{formatError(error, locale.issueTexts)}</span>}
      {created + updated + rejected + skipped === 0 && !error && <span>{text.nothing}</span>}
    </p>
  );
}

function RowActions({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { messages, readOnly } = useScreen();
  const { onOpen } = useHubScope();
  const { fileName, status } = entry;
  const text = messages.hub;
  const isDraft = status === 'draft';
  return (
    <div className="importera-hub-actions">
      {onOpen && fileName !== '' && !(isDraft && readOnly) && (
        <Button
          size="small"
          aria-label={isDraft ? text.resumeDraftNamed(fileName) : text.resultNamed(fileName)}
          onClick={() => onOpen(entry, { reason: isDraft ? 'resume-press' : 'result-press' })}
        >
          {isDraft ? text.resumeDraft : text.result}
        </Button>
      )}
      <RowMenu entry={entry} />
    </div>
  );
}

interface Look {
  readonly icon: IconName;
  readonly tone: 'success' | 'warning' | 'danger' | 'quiet';
}

const LOOKS: Readonly<Partial<Record<ListedStatus, Look>>> = {
  cancelled: { icon: 'minus', tone: 'quiet' },
  failed: { icon: 'cross', tone: 'danger' },
  undone: { icon: 'undo', tone: 'quiet' },
  draft: { icon: 'pencil', tone: 'quiet' },
};

export function lookOf({ status, report }: ListedImport): Look {
  const isWhole = (report?.rejected ?? 0) + (report?.skipped ?? 0) === 0;
  const done: Look = isWhole
    ? { icon: 'check', tone: 'success' }
    : { icon: 'warning', tone: 'warning' };
  return LOOKS[status] ?? done;
}
