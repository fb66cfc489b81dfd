import { lazy, Suspense, useState } from 'react';
import type { Person } from '../api.ts';
import { RecordListPage } from '../records/RecordListPage.tsx';
import { RecordDetailPage } from '../records/RecordDetailPage.tsx';
import { linkTo, usePlace } from '../router.ts';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { useTexts } from '../texts/useTexts.ts';
import { Brand } from './Brand.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { Initials } from './Initials.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PreferenceSwitches } from './PreferenceSwitches.tsx';
import type { Preferences } from './usePreferences.ts';

// The import is the heaviest part of the page: the lists come without it.
const ImportPage = lazy(async () => {
  const { ImportPage } = await import('../import/ImportPage.tsx');
  return { default: ImportPage };
});

export interface ShellProps {
  readonly person: Person;
  readonly onSignOut: () => Promise<void>;
  readonly preferences: Preferences;
}

/** Everything behind the sign-in: the menu at the left, the place beside it. */
export function Shell({ person, onSignOut, preferences }: ShellProps) {
  const texts = useTexts();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {texts.nav.skip}
      </a>
      <header className="sidebar">
        <Brand />
        <MainMenu />
        <div className="sidebar-foot">
          <PreferenceSwitches {...preferences} />
          <div className="who" role="group" aria-label={texts.session.signedIn}>
            <Initials name={person.name} />
            <span className="who-name">
              <strong>{person.name}</strong>
              <span className="soft">{texts.session[person.role]}</span>
            </span>
            <button type="button" className="button quiet" onClick={() => void onSignOut()}>
              {texts.session.signOut}
            </button>
          </div>
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<p className="soft">{texts.loading}</p>}>
          <CurrentPage person={person} preferences={preferences} />
        </Suspense>
      </main>
    </div>
  );
}

const menu: readonly { readonly path: string; readonly icon: IconName }[] = [
  { path: 'companies', icon: 'companies' },
  { path: 'contacts', icon: 'contacts' },
  { path: 'import', icon: 'import' },
  { path: 'settings', icon: 'settings' },
];

function MainMenu() {
  const { nav } = useTexts();
  const [place = 'companies'] = usePlace().parts;
  return (
    <nav className="menu" aria-label={nav.label}>
      <ul>
        {menu.map(({ path, icon }) => (
          <li key={path}>
            <a {...linkTo(`/${path}`)} aria-current={place === path ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{nav[path as 'companies']}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function CurrentPage({ person, preferences }: Pick<ShellProps, 'person' | 'preferences'>) {
  const { parts } = usePlace();
  const importing = parts[0] === 'import';
  const [visited, setVisited] = useState(importing);
  if (importing && !visited) setVisited(true);
  return (
    <>
      {visited && (
        // Kept alive while the person looks at something else: the import goes on behind it.
        <div hidden={!importing}>
          <ImportPage person={person} theme={preferences.theme} visible={importing} />
        </div>
      )}
      {!importing && <OtherPage person={person} />}
    </>
  );
}

function OtherPage({ person }: Pick<ShellProps, 'person'>) {
  const [place = 'companies', id, ...rest] = usePlace().parts;
  if (rest.length > 0 || !menu.some(({ path }) => path === place)) return <NotFoundPage />;
  if (place === 'settings') return <SettingsPage person={person} />;
  const entity = place === 'contacts' ? 'contact' : 'company';
  if (id === undefined) return <RecordListPage key={entity} entity={entity} />;
  return <RecordDetailPage key={id} entity={entity} id={id} />;
}
