import { linkTo } from '../router.ts';
import { scenarioPages } from '../scenario/scenarioPages.ts';
import { Mark } from '../shell/Brand.tsx';
import { coloursOf } from '../shell/coloursOf.ts';
import { Icon } from '../shell/Icon.tsx';
import { PreferenceSwitches } from '../shell/PreferenceSwitches.tsx';
import type { Preferences } from '../shell/usePreferences.ts';
import { useTitle } from '../shell/useTitle.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';

/** The products that embed the import: one is chosen. */
export function StartPage({ preferences }: { readonly preferences: Preferences }) {
  const { start } = useTexts();
  const language = useLanguage();
  useTitle(start.title);
  return (
    <main className="start">
      <header className="start-head">
        <p className="start-name">Importera</p>
        <h1>{start.heading(scenarioPages.length)}</h1>
        <p className="soft">{start.intro}</p>
      </header>
      <ul className="products">
        {scenarioPages.map((page) => (
          <li key={page.path}>
            <a
              className="card product"
              style={coloursOf(page.colours)}
              {...linkTo(`/${page.path}`)}
            >
              <Mark page={page} size={44} />
              <span className="product-text">
                <strong className="product-name">
                  {page.name[0]} <span className="brand-soft">{page.name[1]}</span>
                </strong>
                <span className="product-like">{start.like(page.like)}</span>
                <span className="soft">{page.about[language]}</span>
              </span>
              <Icon name="forward" />
            </a>
          </li>
        ))}
      </ul>
      <PreferenceSwitches {...preferences} />
    </main>
  );
}
