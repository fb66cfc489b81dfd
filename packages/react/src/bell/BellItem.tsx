import { groupOf } from '@importera/engine';
import type { ListedImport } from '@importera/engine';
import type { ReactElement, ReactNode } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Icon } from '../controls/Icon.tsx';
import { lookOf } from '../hub/HubRow.tsx';
import { useFileName } from '../hub/useFileName.ts';
import { BellNotice, noticeText } from './BellNotice.tsx';
import { BellRun } from './BellRun.tsx';
import type { BellLinks } from './ImportBell.tsx';
import type { ImportBellState } from './useImportBell.ts';

export interface BellItemProps extends BellLinks {
  readonly entry: ListedImport;
  readonly bell: ImportBellState;
  readonly close: () => void;
}

/**
 * An import in the bell. A run that ends turns into its notice in place: what a person is about to press stays under the
 * pointer, and the same element.
 */
export function BellItem(props: BellItemProps): ReactElement {
  const { messages } = useScreen();
  const { entry, bell } = props;
  const isRunning = groupOf(entry) === 'running';
  const isUnread = !isRunning && bell.isUnread(entry);
  const look = lookOf(entry);
  return (
    <li
      className="importera-bell-item"
      data-status={isRunning ? entry.status : undefined}
      data-unread={isUnread || undefined}
    >
      {!isRunning && (
        <span className="importera-hub-mark importera-bell-mark" data-look={look.tone}>
          <Icon name={look.icon} />
        </span>
      )}
      <div className="importera-bell-text">
        <ItemName {...props} isRunning={isRunning}>
          {isUnread && <span className="importera-visually-hidden"> ({messages.bell.unread})</span>}
        </ItemName>
        {isRunning ? <BellRun entry={entry} /> : <BellNotice {...props} />}
      </div>
    </li>
  );
}

/** What it is about, or what became of it; the way to it where the host has one. */
function ItemName(
  props: BellItemProps & { readonly isRunning: boolean; readonly children: ReactNode },
): ReactElement {
  const { bell: text } = useScreen().messages;
  const { entry, bell, close, onOpen, isRunning, children } = props;
  const name = useFileName(entry);
  const said = isRunning ? name : noticeText(entry, name, text);
  if (onOpen === undefined) {
    return (
      <p className="importera-bell-name">
        {said}
        {children}
      </p>
    );
  }
  return (
    <button
      type="button"
      className="importera-bell-name"
      onClick={() => {
        if (!isRunning) bell.markRead(entry);
        close();
        onOpen(entry, { reason: 'notice-press' });
      }}
    >
      {said}
      {children}
    </button>
  );
}
