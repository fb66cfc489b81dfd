import { Popover } from '@base-ui/react/popover';
import type { ListedImport, Schema } from '@importera/engine';
import { useRef, useState } from 'react';
import type { MouseEvent, ReactElement } from 'react';
import { ScreenProvider, useScreen } from '../appearance/ScreenScope.tsx';
import type { ScreenScopeProps } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { classes } from '../controls/classes.ts';
import { Icon } from '../controls/Icon.tsx';
import { PopupRoot } from '../controls/Popup.tsx';
import { useFileName } from '../hub/useFileName.ts';
import { BellItem } from './BellItem.tsx';
import { noticeText } from './BellNotice.tsx';
import { useImportBell } from './useImportBell.ts';
import type { ImportBellOptions, ImportBellState } from './useImportBell.ts';

/** Where the notices of a bell lead. */
export interface BellLinks {
  /** The schemas of the imports, for the names of what was imported. */
  readonly schemas: readonly Schema[];
  /** Address of exactly the records of an entity that an import wrote (FX20); null: no link. */
  readonly linkTo?: ((entity: string, importId: string) => string | null) | undefined;
  /** Somebody wants to see an import. */
  readonly onOpen?:
    | ((entry: ListedImport, details: { readonly reason: string }) => void)
    | undefined;
  /** A link was followed: a host with a router goes there itself and prevents the default. */
  readonly onNavigate?: ((href: string, event: MouseEvent) => void) | undefined;
}

/** What `<ImportBell>` takes: its imports, where its links lead, how it looks and reads. */
export interface ImportBellProps extends ImportBellOptions, BellLinks, ScreenScopeProps {
  /** Somebody wants to see all imports. */
  readonly onShowAll?: (() => void) | undefined;
}

/**
 * A button for the host's bar that shows how imports go, live, and tells when they are done (FX18, FX20).
 * @example <ImportBell directory={imports} schemas={[crm]} linkTo={(entity, id) => `/${entity}?import=${id}`} />
 */
export function ImportBell(props: ImportBellProps): ReactElement {
  const { locale, messages, theme, readOnly, className } = props;
  return (
    <ScreenProvider {...{ locale, messages, theme, readOnly, className }}>
      <BellRoot {...props} />
    </ScreenProvider>
  );
}

function BellRoot(props: ImportBellProps): ReactElement {
  const { locale, theme, className, messages } = useScreen();
  const bell = useImportBell(props);
  const [open, setOpen] = useState(false);
  // Nothing in it is what a person most likely wants: it is read from its heading on.
  const popup = useRef<HTMLDivElement>(null);
  const text = messages.bell;
  return (
    <span
      className={classes('importera importera-bell', className)}
      data-theme={theme}
      dir={locale.dir}
      lang={locale.code}
    >
      <Popover.Root open={open} onOpenChange={(next) => setOpen(next)}>
        <Popover.Trigger
          className="importera-bell-button"
          aria-label={text.labelCount(bell.running.length, bell.unread)}
          data-running={bell.running.length > 0 || undefined}
        >
          <Icon name="bell" />
          <BellBadge bell={bell} />
        </Popover.Trigger>
        <Popover.Portal render={<PopupRoot />}>
          <Popover.Positioner className="importera-positioner" align="end" sideOffset={8}>
            <Popover.Popup
              ref={popup}
              className="importera-popup importera-bell-popup"
              initialFocus={popup}
            >
              <BellBody bell={bell} close={() => setOpen(false)} {...props} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <span className="importera-visually-hidden" role="status">
        {bell.ended && <EndSaid entry={bell.ended} />}
      </span>
    </span>
  );
}

function EndSaid({ entry }: { readonly entry: ListedImport }): ReactElement {
  return <>{noticeText(entry, useFileName(entry), useScreen().messages.bell)}</>;
}

function BellBadge({ bell }: { readonly bell: ImportBellState }): ReactElement | null {
  if (bell.unread > 0) {
    return (
      <span className="importera-bell-badge" aria-hidden="true">
        {bell.unread > 9 ? '9+' : bell.unread}
      </span>
    );
  }
  return bell.running.length > 0 ? (
    <span className="importera-bell-badge importera-bell-dot" aria-hidden="true" />
  ) : null;
}

interface BodyProps extends ImportBellProps {
  readonly bell: ImportBellState;
  readonly close: () => void;
}

function BellBody(props: BodyProps): ReactElement {
  const { messages } = useScreen();
  const { bell, close, onShowAll } = props;
  const text = messages.bell;
  return (
    <>
      <div className="importera-bell-head">
        <Popover.Title className="importera-bell-title">{text.heading}</Popover.Title>
        {bell.unread > 0 && (
          <button type="button" className="importera-link" onClick={() => bell.markAllRead()}>
            {text.markRead}
          </button>
        )}
      </div>
      <BellLists {...props} />
      {onShowAll && (
        <div className="importera-bell-foot">
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              close();
              onShowAll();
            }}
          >
            {text.all}
          </Button>
        </div>
      )}
    </>
  );
}

function BellLists(props: BodyProps): ReactElement {
  const { messages } = useScreen();
  const { bell, close, schemas, linkTo, onOpen, onNavigate } = props;
  if (bell.status === 'loading') {
    return (
      <div className="importera-bell-state" role="status">
        {messages.hub.loading}
      </div>
    );
  }
  if (bell.status === 'failed') {
    return (
      <div className="importera-bell-state" role="alert">
        <p>{messages.hub.failed}</p>
        <Button size="small" onClick={() => bell.retry()}>
          {messages.hub.retry}
        </Button>
      </div>
    );
  }
  if (bell.running.length + bell.finished.length === 0) {
    return (
      <div className="importera-bell-state">
        <p className="importera-bell-empty">{messages.bell.empty}</p>
        <p>{messages.bell.emptyHelp}</p>
      </div>
    );
  }
  return (
    <ul className="importera-bell-list" tabIndex={-1}>
      {[...bell.running, ...bell.finished].map((entry) => (
        <BellItem key={entry.id} {...{ entry, bell, close, schemas, linkTo, onOpen, onNavigate }} />
      ))}
    </ul>
  );
}
