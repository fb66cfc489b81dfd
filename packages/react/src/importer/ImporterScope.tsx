import type { Importer } from '@importera/engine';
import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ScreenProvider, useScreen } from '../appearance/ScreenScope.tsx';
import type { ScreenScope, ScreenScopeProps } from '../appearance/ScreenScope.tsx';

export interface ImporterScopeProps extends ScreenScopeProps {
  readonly importer: Importer;
}

export interface ImporterScope extends ScreenScope {
  readonly importer: Importer;
}

const Scope = createContext<Importer | null>(null);

/** Gives every part below it the importer, the language and the theme. */
export function ImporterProvider(
  props: ImporterScopeProps & { readonly children: ReactNode },
): ReactElement {
  const { importer, children, ...screen } = props;
  return (
    <ScreenProvider {...screen}>
      <Scope.Provider value={importer}>{children}</Scope.Provider>
    </ScreenProvider>
  );
}

/** What the nearest `ImporterProvider` gave. */
export function useImporterScope(): ImporterScope {
  const importer = useContext(Scope);
  if (importer === null) {
    throw new Error(
      'Parts of Importera need an <ImporterProvider> (or <ImportWizard>) above them.',
    );
  }
  const screen = useScreen();
  return useMemo(() => ({ ...screen, importer }), [screen, importer]);
}
