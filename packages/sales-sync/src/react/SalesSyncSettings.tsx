import { AppearanceProvider, Button, formatsOf, Notice } from '@importera/react/controls';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { en, type SyncLocale, type SyncTexts } from './en.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { RunList } from './RunList.tsx';
import type { SalesSyncClient } from './SalesSyncClient.ts';
import { SettingsForm } from './SettingsForm.tsx';
import { SyncScope, useSyncScope } from './SyncScope.tsx';
import { useSalesSync } from './useSalesSync.ts';

/** What `<SalesSyncSettings>` takes. */
export interface SalesSyncSettingsProps {
  /** See `salesSyncClient`. */
  readonly client: SalesSyncClient;
  /** Default English; `import { sv } from '@importera/sales-sync/react/sv'` for Swedish. */
  readonly locale?: SyncLocale | undefined;
  /** Own wordings for some texts. */
  readonly texts?: Partial<SyncTexts> | undefined;
  /** `auto` (default) follows the system. */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined;
  /** A person's name, by the host's id; default: the id. */
  readonly nameOf?: ((user: string) => string) | undefined;
  /** Leaves the title to the host's own page. */
  readonly titleHidden?: boolean | undefined;
  /** On the root and on every popup, so that variables set by it reach both. */
  readonly className?: string | undefined;
}

/**
 * The choice of the first log-in and its later changes, each shown in full before it is applied; the last runs, and "sync now".
 * Needs `@importera/react/styles.css` and `@importera/sales-sync/react/styles.css`.
 */
export function SalesSyncSettings(props: SalesSyncSettingsProps): ReactElement {
  const { client, locale = en, texts, theme = 'auto', nameOf = same, className } = props;
  const { titleHidden = false } = props;
  const screen = useSalesSync(client);
  const scope = useMemo(
    () => ({
      screen,
      locale,
      texts: { ...locale.texts, ...texts },
      Heading: titleHidden ? ('h2' as const) : ('h3' as const),
      nameOf,
    }),
    [screen, locale, texts, titleHidden, nameOf],
  );
  return (
    <AppearanceProvider
      language={locale.code}
      theme={theme}
      {...(className === undefined ? {} : { className })}
    >
      <SyncScope.Provider value={scope}>
        <div
          className={['importera importera-sync', className].filter(Boolean).join(' ')}
          data-theme={theme}
          lang={locale.code}
        >
          <Screen titleHidden={titleHidden} />
        </div>
      </SyncScope.Provider>
    </AppearanceProvider>
  );
}

function Screen({ titleHidden }: { readonly titleHidden: boolean }): ReactElement {
  const { screen, texts } = useSyncScope();
  const { state, failure } = screen;
  if (state === null)
    return failure === null ? (
      <p className="importera-empty" role="status">
        {texts.loading}
      </p>
    ) : (
      <Notice
        tone="danger"
        role="alert"
        title={texts.failed}
        actions={
          <Button size="small" onClick={() => void screen.reload()}>
            {texts.retry}
          </Button>
        }
      >
        {failure}
      </Notice>
    );
  return (
    <>
      <header>
        {!titleHidden && <h2 className="importera-step-title">{texts.title}</h2>}
        <p className="importera-step-intro">
          {state.settings === null ? texts.introFirst : texts.intro}
        </p>
      </header>
      {failure !== null && (
        <Notice tone="warning" role="status" title={texts.lost}>
          {failure}
        </Notice>
      )}
      <Told />
      <SettingsForm />
      <PreviewPanel />
      <ChangedBy />
      <RunList />
    </>
  );
}

function Told(): ReactElement | null {
  const { screen, texts } = useSyncScope();
  const { told, state } = screen;
  if (told?.what === 'saved')
    return (
      <Notice tone="success" role="status">
        {state?.settings?.source === 'none' ? texts.savedOff : texts.saved}
      </Notice>
    );
  if (told?.what !== 'save-failed') return null;
  return (
    <Notice tone="danger" role="alert" title={texts.saveFailed}>
      {told.message}
    </Notice>
  );
}

function ChangedBy(): ReactElement | null {
  const { screen, texts, nameOf, locale } = useSyncScope();
  const { changedBy, changedAt } = screen.state ?? {};
  if (changedAt == null) return null;
  const name = changedBy == null ? texts.someone : nameOf(changedBy);
  return (
    <p className="importera-hint">
      {texts.changedBy(name, formatsOf(locale.code).when(changedAt))}
    </p>
  );
}

function same(user: string): string {
  return user;
}
