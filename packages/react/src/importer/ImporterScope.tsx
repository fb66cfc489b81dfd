import { formatIssue } from '@importera/engine';
import type { Importer, Issue } from '@importera/engine';
import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { AppearanceProvider } from '../appearance/AppearanceScope.tsx';
import { en } from '../locales/en.ts';
import { withMessages } from '../locales/Locale.ts';
import type { Locale, MessageOverrides, Messages } from '../locales/Locale.ts';

export interface ImporterScopeProps {
  readonly importer: Importer;
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

export interface ImporterScope {
  readonly importer: Importer;
  readonly locale: Locale;
  readonly messages: Messages;
  /** A sentence or two about an issue, without its row and column. */
  readonly formatIssue: (issue: Pick<Issue, 'code' | 'params'>) => string;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly readOnly: boolean;
  readonly className: string | undefined;
}

const Scope = createContext<ImporterScope | null>(null);

/** Gives every part below it the importer, the language and the theme. */
export function ImporterProvider(
  props: ImporterScopeProps & { readonly children: ReactNode },
): ReactElement {
  const { importer, locale = en, messages, theme = 'auto', readOnly = false, className } = props;
  const scope = useMemo(() => {
    const worded = withMessages(locale, messages);
    return {
      importer,
      locale: worded,
      messages: worded.messages,
      formatIssue: (issue: Pick<Issue, 'code' | 'params'>) => formatIssue(issue, worded.issueTexts),
      theme,
      readOnly,
      className,
    };
  }, [importer, locale, messages, theme, readOnly, className]);
  return (
    <Scope.Provider value={scope}>
      <AppearanceProvider
        language={locale.code}
        dir={locale.dir}
        theme={theme}
        {...(className === undefined ? {} : { className })}
      >
        {props.children}
      </AppearanceProvider>
    </Scope.Provider>
  );
}

/** What the nearest `ImporterProvider` gave. */
export function useImporterScope(): ImporterScope {
  const scope = useContext(Scope);
  if (scope === null) {
    throw new Error(
      'Parts of Importera need an <ImporterProvider> (or <ImportWizard>) above them.',
    );
  }
  return scope;
}
