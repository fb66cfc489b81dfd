import type { Importer, ImportPermissions } from '@importera/engine';
import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ScreenProvider, useScreen } from '../appearance/ScreenScope.tsx';
import type { ScreenScope, ScreenScopeProps } from '../appearance/ScreenScope.tsx';

export interface ImporterScopeProps extends ScreenScopeProps {
  readonly importer: Importer;
  /** Who may import what; what is not allowed is explained and not offered. Default: everything is allowed. */
  readonly permissions?: ImportPermissions | undefined;
}

export interface ImporterScope extends ScreenScope {
  readonly importer: Importer;
  readonly permissions: ImportPermissions;
}

interface Given {
  readonly importer: Importer;
  readonly permissions: ImportPermissions;
}

const Scope = createContext<Given | null>(null);
const ALL: ImportPermissions = {};

/** Gives every part below it the importer, the language and the theme. */
export function ImporterProvider(
  props: ImporterScopeProps & { readonly children: ReactNode },
): ReactElement {
  const { importer, permissions = ALL, children, ...screen } = props;
  const given = useMemo(() => ({ importer, permissions }), [importer, permissions]);
  return (
    <ScreenProvider {...screen}>
      <Scope.Provider value={given}>{children}</Scope.Provider>
    </ScreenProvider>
  );
}

/** What the nearest `ImporterProvider` gave. */
export function useImporterScope(): ImporterScope {
  const given = useContext(Scope);
  if (given === null) {
    throw new Error(
      'Parts of Importera need an <ImporterProvider> (or <ImportWizard>) above them.',
    );
  }
  const screen = useScreen();
  return useMemo(() => ({ ...screen, ...given }), [screen, given]);
}
