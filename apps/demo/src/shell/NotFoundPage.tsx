import { useContext } from 'react';
import { linkTo } from '../router.ts';
import { ScenarioContext } from '../scenario/useScenario.ts';
import { useTexts } from '../texts/useTexts.ts';
import { useTitle } from './useTitle.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const texts = useTexts();
  const page = useContext(ScenarioContext);
  useTitle(texts.notFound);
  return (
    <div className="page narrow">
      <h1>{texts.notFound}</h1>
      <p>
        <a {...linkTo(`/${page?.path ?? ''}`)}>{texts.toStart}</a>
      </p>
    </div>
  );
}
