import { useContext, useEffect } from 'react';
import { ScenarioContext } from '../scenario/useScenario.ts';

/** Names the browser's tab after the place; null leaves it to somebody else. */
export function useTitle(place: string | null): void {
  const page = useContext(ScenarioContext);
  const product = page?.name.join(' ') ?? 'Importera';
  useEffect(() => {
    if (place !== null) document.title = `${place} · ${product}`;
  }, [place, product]);
}
