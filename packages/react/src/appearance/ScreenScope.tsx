import { formatIssue } from '@importera/engine';
import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { AppearanceProvider } from './AppearanceScope.tsx';
import { en } from '../locales/en.ts';
import { withMessages } from '../locales/Locale.ts';
import type { Locale, MessageOverrides, Messages } from '../locales/Locale.ts';
import type { ToldIssue } from './ToldIssue.ts';

/** How every screen reads and looks. */
export interface ScreenScopeProps {
  /** Default English; `import { sv } from '@importera/react/locales/sv'` for Swedish. */
  readonly locale?: Locale | undefined;
  /** Own wordings for some texts. */
  readonly messages?: MessageOverrides | undefined;
  /** `auto` (default) follows the system. */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined;
  /** Everything can be seen, nothing changed. */
  readonly readOnly?: boolean | undefined;
  /** On the root and on every popup, so that variables set by it reach both. */
  readonly className?: string | undefined;
}

/** Texts, language and theme: what the parts of every screen need, with or without an importer. */
export interface ScreenScope {
  readonly locale: Locale;
  readonly messages: Messages;
  /** A sentence or two about an issue, without its row and column. */
  readonly formatIssue: (issue: ToldIssue) => string;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly readOnly: boolean;
  readonly className: string | undefined;
}

const ScreenContext = createContext<ScreenScope | null>(null);

/** Gives every part below it the language and the theme. */
export function ScreenProvider(
  props: ScreenScopeProps & { readonly children: ReactNode },
): ReactElement {
  const { locale = en, messages, theme = 'auto', readOnly = false, className } = props;
  const screen = useMemo(() => {
    const worded = withMessages(locale, messages);
    return {
      locale: worded,
      messages: worded.messages,
      formatIssue: (issue: ToldIssue) => formatIssue(issue, worded.issueTexts),
      theme,
      readOnly,
      className,
    };
  }, [locale, messages, theme, readOnly, className]);
  return (
    <AppearanceProvider language={locale.code} dir={locale.dir} theme={theme} className={className}>
      <ScreenContext.Provider value={screen}>{props.children}</ScreenContext.Provider>
    </AppearanceProvider>
  );
}

/** What the nearest `ScreenProvider` (or `ImporterProvider`) gave. */
export function useScreen(): ScreenScope {
  const screen = useContext(ScreenContext);
  if (screen === null) {
    throw new Error(
      'Parts of Importera need an <ScreenProvider>, <ImporterProvider> or a ready-made part above them.',
    );
  }
  return screen;
}
