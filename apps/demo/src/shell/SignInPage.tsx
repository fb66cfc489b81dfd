import type { Person } from '../api.ts';
import { useTexts } from '../texts/useTexts.ts';
import { Brand } from './Brand.tsx';
import { Initials } from './Initials.tsx';
import { PreferenceSwitches } from './PreferenceSwitches.tsx';
import type { Preferences } from './usePreferences.ts';

export interface SignInPageProps {
  readonly people: readonly Person[];
  readonly onSignIn: (person: string) => Promise<void>;
  readonly preferences: Preferences;
}

export function SignInPage({ people, onSignIn, preferences }: SignInPageProps) {
  const { session } = useTexts();
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <Brand />
        <h1>{session.heading}</h1>
        <p className="soft">{session.intro}</p>
        <ul className="sign-in-people">
          {people.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="sign-in-person"
                onClick={() => void onSignIn(person.id)}
              >
                <Initials name={person.name} />
                <span>
                  <strong>
                    <span className="visually-hidden">{session.as} </span>
                    {person.name}
                  </strong>
                  <span className="soft">
                    {session[person.role]} ·{' '}
                    {person.role === 'administrator' ? session.administratorMay : session.sellerMay}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <PreferenceSwitches {...preferences} />
    </main>
  );
}
