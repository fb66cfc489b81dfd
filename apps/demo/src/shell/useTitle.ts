import { useEffect } from 'react';
import { useTexts } from '../texts/useTexts.ts';

/** Names the browser's tab after the place; null leaves it to somebody else. */
export function useTitle(place: string | null): void {
  const { name } = useTexts();
  useEffect(() => {
    if (place !== null) document.title = `${place} · ${name}`;
  }, [place, name]);
}
