import { createContext, useContext, useMemo } from 'react';
import type { ReactElement, ReactNode } from 'react';

/** How everything below looks and reads: what controls and popups need to know of the screen they are in. */
export interface Appearance {
  /** BCP 47, e.g. `sv-SE`. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly theme: 'light' | 'dark' | 'auto';
  /** On the root and on every popup, so that variables set by it reach both. */
  readonly className: string | undefined;
}

const PLAIN: Appearance = { language: 'en', dir: 'ltr', theme: 'auto', className: undefined };
const Scope = createContext<Appearance>(PLAIN);

/** Gives the controls below it their language and theme. `ImporterProvider` has one inside. */
export function AppearanceProvider(
  props: Partial<Appearance> & { readonly children: ReactNode },
): ReactElement {
  const { language = 'en', dir = 'ltr', theme = 'auto', className } = props;
  const appearance = useMemo(
    () => ({ language, dir, theme, className }),
    [language, dir, theme, className],
  );
  return <Scope.Provider value={appearance}>{props.children}</Scope.Provider>;
}

/** What the nearest `AppearanceProvider` gave. */
export function useAppearance(): Appearance {
  return useContext(Scope);
}
