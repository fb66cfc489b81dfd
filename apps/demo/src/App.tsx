import { useEffect, useMemo } from 'react';
import type { ScenarioPage } from '../scenarios/ScenarioPage.ts';
import { usePlace } from './router.ts';
import { scenarioPages } from './scenario/scenarioPages.ts';
import { ScenarioContext } from './scenario/useScenario.ts';
import { coloursOf } from './shell/coloursOf.ts';
import { ErrorNote } from './shell/ErrorNote.tsx';
import { NotFoundPage } from './shell/NotFoundPage.tsx';
import { PageBoundary } from './shell/PageBoundary.tsx';
import { Shell } from './shell/Shell.tsx';
import { SignInPage } from './shell/SignInPage.tsx';
import { usePreferences, type Preferences } from './shell/usePreferences.ts';
import { useSession } from './shell/useSession.ts';
import { StartPage } from './start/StartPage.tsx';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';
import { WordingContext } from './texts/useTexts.ts';

export function App() {
  const preferences = usePreferences();
  const { language, theme } = preferences;
  const wording = useMemo(() => ({ language, texts: language === 'sv' ? sv : en }), [language]);
  const [path] = usePlace().parts;
  const page = scenarioPages.find((scenario) => scenario.path === path);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);
  useColours(page);
  return (
    <WordingContext value={wording}>
      {path === undefined && <StartPage preferences={preferences} />}
      {path !== undefined && page === undefined && (
        <main className="content">
          <NotFoundPage />
        </main>
      )}
      {page && (
        <ScenarioContext key={page.path} value={page}>
          <PageBoundary>
            <Company preferences={preferences} />
          </PageBoundary>
        </ScenarioContext>
      )}
    </WordingContext>
  );
}

/** The door of a company, and behind it its pages. */
function Company({ preferences }: { readonly preferences: Preferences }) {
  const session = useSession();
  const { state, error } = session;
  if (error) return <ErrorNote error={error} onRetry={() => void session.load()} />;
  if (state === null) return null;
  if (state.person === null)
    return <SignInPage people={state.people} onSignIn={session.signIn} preferences={preferences} />;
  return (
    <Shell
      key={state.person.id}
      person={state.person}
      refusal={state.refusal}
      onSignOut={session.signOut}
      preferences={preferences}
    />
  );
}

/** Colours stand at the root: popups of the import are outside of everything else. */
function useColours(page: ScenarioPage | undefined): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const colours = page ? coloursOf(page.colours) : {};
    for (const [name, value] of Object.entries(colours)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(colours)) style.removeProperty(name);
    };
  }, [page]);
}
