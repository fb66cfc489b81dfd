import type { Language } from '../texts/useTexts.ts';

const locales = { en: 'en-GB', sv: 'sv-SE' } as const;

export function momentText(instant: string, language: Language): string {
  const format = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(locales[language], format).format(new Date(instant));
}
