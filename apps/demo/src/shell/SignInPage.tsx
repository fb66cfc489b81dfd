import type { Person } from '../../scenarios/Person.ts';
import { linkTo } from '../router.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { Brand } from './Brand.tsx';
import { Icon } from './Icon.tsx';
import { Initials } from './Initials.tsx';
import { PreferenceSwitches } from './PreferenceSwitches.tsx';
import type { Preferences } from './usePreferences.ts';
import { useTitle } from './useTitle.ts';

export interface SignInPageProps {
  readonly people: readonly Person[];
  readonly onSignIn: (person: string) => Promise<void>;
  readonly preferences: Preferences;
}

export function SignInPage({ people, onSignIn, preferences }: SignInPageProps) {
  const { session, nav } = useTexts();
  const language = useLanguage();
  const page = useScenario();
  useTitle(session.title);
  return (
    <main className="sign-in">
      <a className="back" {...linkTo('/')}>
        <Icon name="back" />
        {nav.allProducts}
      </a>
      <div className="card sign-in-card">
        <Brand page={page} />
        <h1>{session.heading(page.name.join(' '))}</h1>
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
                    {person.title[language]} · {person.may[language]}
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
