import { createContext, useContext } from 'react';
import { en, type Texts } from './en.ts';

export type Language = 'en' | 'sv';

export interface Wording {
  readonly language: Language;
  readonly texts: Texts;
}

export const WordingContext = createContext<Wording>({ language: 'en', texts: en });

export function useTexts(): Texts {
  return useContext(WordingContext).texts;
}

export function useLanguage(): Language {
  return useContext(WordingContext).language;
}
