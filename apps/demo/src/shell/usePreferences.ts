import { useState } from 'react';
import type { Language } from '../texts/useTexts.ts';

export type Theme = 'light' | 'dark';

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
}

/** Language and appearance: the browser's own until the person chooses. */
export function usePreferences(): Preferences {
  const [language, setLanguage] = useKept<Language>('nordlys-language', ['en', 'sv'], () =>
    navigator.language.startsWith('sv') ? 'sv' : 'en',
  );
  const [theme, setTheme] = useKept<Theme>('nordlys-theme', ['light', 'dark'], () =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  return { language, theme, setLanguage, setTheme };
}

function useKept<T extends string>(
  key: string,
  known: readonly T[],
  otherwise: () => T,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(
    () => known.find((candidate) => candidate === localStorage.getItem(key)) ?? otherwise(),
  );
  return [
    value,
    (next) => {
      localStorage.setItem(key, next);
      setValue(next);
    },
  ];
}
