import { lazy, Suspense, useContext, useState } from 'react';
import type { Localized } from '../../scenarios/Localized.ts';
import type { Person } from '../../scenarios/Person.ts';
import { Bell } from '../import/Bell.tsx';
import { CompanyImportsContext, useCompanyImports } from '../import/CompanyImports.ts';
import { MailsPage } from '../mails/MailsPage.tsx';
import { RecordDetailPage } from '../records/RecordDetailPage.tsx';
import { RecordListPage } from '../records/RecordListPage.tsx';
import { linkTo, usePlace } from '../router.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { Brand } from './Brand.tsx';
import { Icon } from './Icon.tsx';
import { Initials } from './Initials.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { PreferenceSwitches } from './PreferenceSwitches.tsx';
import { useMenu } from './useMenu.ts';
import type { Preferences } from './usePreferences.ts';

// The import is heavy and few come to import: it is loaded when asked for.
const ImportPage = lazy(async () => {
  const { ImportPage: page } = await import('../import/ImportPage.tsx');
  return { default: page };
});

export interface ShellProps {
  readonly person: Person;
  /** Why this person may not import; null if they may. */
  readonly refusal: Localized | null;
  readonly onSignOut: () => Promise<void>;
  readonly preferences: Preferences;
}

/** The frame of a product: menu, who is signed in, the place beside it. */
export function Shell(props: ShellProps) {
  const { refusal } = props;
  const { wizard } = useScenario();
  const imports = useCompanyImports();
  return (
    <CompanyImportsContext value={wizard !== null && refusal === null ? imports : null}>
      <Frame {...props} />
    </CompanyImportsContext>
  );
}

function Frame(props: ShellProps) {
  const { person, onSignOut, preferences } = props;
  const imports = useContext(CompanyImportsContext);
  const texts = useTexts();
  const language = useLanguage();
  const page = useScenario();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {texts.nav.skip}
      </a>
      <header className="sidebar">
        <div className="sidebar-top">
          <Brand page={page} />
          {imports && <Bell user={person.name} theme={preferences.theme} />}
        </div>
        <MainMenu />
        <div className="sidebar-foot">
          <PreferenceSwitches {...preferences} />
          <div className="who" role="group" aria-label={texts.session.signedIn}>
            <Initials name={person.name} />
            <span className="who-name">
              <strong>{person.name}</strong>
              <span className="soft">{person.title[language]}</span>
            </span>
            <span className="who-actions">
              <button type="button" className="button quiet" onClick={() => void onSignOut()}>
                {texts.session.signOut}
              </button>
              <a className="button quiet" {...linkTo('/')}>
                {texts.nav.allProducts}
              </a>
            </span>
          </div>
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<p className="soft">{texts.loading}</p>}>
          <CurrentPage {...props} />
        </Suspense>
      </main>
    </div>
  );
}

function MainMenu() {
  const { nav } = useTexts();
  const { href, home } = useScenario();
  const menu = useMenu();
  const [, place = home ?? menu[0]?.path] = usePlace().parts;
  return (
    <nav className="menu" aria-label={nav.label}>
      <ul>
        {menu.map(({ path, icon, label }) => (
          <li key={path}>
            <a {...linkTo(href(`/${path}`))} aria-current={place === path ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function CurrentPage({ person, refusal, preferences }: ShellProps) {
  const [, place] = usePlace().parts;
  const { wizard } = useScenario();
  const importing = place === 'import' && wizard !== null;
  const [visited, setVisited] = useState(importing);
  if (importing && !visited) setVisited(true);
  return (
    <>
      {visited && (
        // Kept alive while the person looks at something else: the import goes on behind it.
        <div hidden={!importing}>
          <PageBoundary>
            <ImportPage
              person={person}
              refusal={refusal}
              theme={preferences.theme}
              visible={importing}
            />
          </PageBoundary>
        </div>
      )}
      {!importing && (
        <PageBoundary key={place}>
          <OtherPage person={person} />
        </PageBoundary>
      )}
    </>
  );
}

function OtherPage({ person }: Pick<ShellProps, 'person'>) {
  const { lists, places = [], home } = useScenario();
  const [, place = home ?? lists[0]?.path ?? places[0]?.path, id, ...rest] = usePlace().parts;
  const list = lists.find(({ path }) => path === place);
  const own = places.find(({ path }) => path === place);
  if (rest.length > 0) return <NotFoundPage />;
  if (list !== undefined) {
    if (id === undefined) return <RecordListPage key={list.path} list={list} />;
    return <RecordDetailPage key={id} list={list} id={id} />;
  }
  if (id !== undefined) return <NotFoundPage />;
  if (own !== undefined) return <own.Page person={person} />;
  if (place === 'mails') return <MailsPage />;
  if (place === 'settings') return <SettingsPage person={person} />;
  return <NotFoundPage />;
}
