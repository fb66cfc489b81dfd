import { linkTo } from '../router.ts';
import { useTexts } from '../texts/useTexts.ts';
import { useTitle } from './useTitle.ts';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const texts = useTexts();
  useTitle(texts.notFound);
  return (
    <div className="page narrow">
      <h1>{texts.notFound}</h1>
      <p>
        <a {...linkTo('/companies')}>{texts.toStart}</a>
      </p>
    </div>
  );
}
