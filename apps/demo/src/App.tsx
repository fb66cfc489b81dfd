import { useEffect, useMemo } from 'react';
import { Shell } from './shell/Shell.tsx';
import { SignInPage } from './shell/SignInPage.tsx';
import { usePreferences } from './shell/usePreferences.ts';
import { useSession } from './shell/useSession.ts';
import { en } from './texts/en.ts';
import { sv } from './texts/sv.ts';
import { WordingContext } from './texts/useTexts.ts';
import { ErrorNote } from './shell/ErrorNote.tsx';

export function App() {
  const preferences = usePreferences();
  const { language, theme } = preferences;
  const session = useSession();
  const wording = useMemo(() => ({ language, texts: language === 'sv' ? sv : en }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);
  return (
    <WordingContext value={wording}>
      {session.error && <ErrorNote error={session.error} onRetry={() => void session.load()} />}
      {session.state !== null &&
        (session.state.person === null ? (
          <SignInPage
            people={session.state.people}
            onSignIn={session.signIn}
            preferences={preferences}
          />
        ) : (
          <Shell
            person={session.state.person}
            onSignOut={session.signOut}
            preferences={preferences}
          />
        ))}
    </WordingContext>
  );
}
