import { ImportBell } from '@importera/react';
import { sv } from '@importera/react/locales/sv';
import { goTo } from '../router.ts';
import { useScenario } from '../scenario/useScenario.ts';
import type { Theme } from '../shell/usePreferences.ts';
import { useLanguage } from '../texts/useTexts.ts';
import { useImportsHere } from './CompanyImports.ts';
import { importPlace } from './importPlace.ts';
import { recordsOf } from './recordsOf.ts';

/** How the person's imports go, from every page (FX18), and the way to what they wrote (FX20). */
export function Bell({ user, theme }: { readonly user: string; readonly theme: Theme }) {
  const { directory, schemas } = useImportsHere();
  const { href, listOf } = useScenario();
  const language = useLanguage();
  // #region bell
  return (
    <ImportBell
      directory={directory}
      schemas={schemas}
      user={user}
      theme={theme}
      {...(language === 'sv' && { locale: sv })}
      linkTo={(entity, importId) => {
        const list = listOf(entity);
        return list === undefined ? null : href(recordsOf(list, importId));
      }}
      onNavigate={(address, event) => {
        event.preventDefault();
        goTo(address);
      }}
      onOpen={({ id }) => goTo(href(importPlace(id)))}
      onShowAll={() => goTo(href('/import'))}
    />
  );
  // #endregion
}
