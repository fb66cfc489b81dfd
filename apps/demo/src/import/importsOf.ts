import type { ServerAccess } from '@importera/server/client';
import type { Language } from '../texts/useTexts.ts';

/** How a company's imports are reached: there is one import server for all of them. */
export function importsOf(path: string, language: Language): ServerAccess {
  return {
    url: '/api/imports',
    headers: () => ({ 'x-demo-company': path, 'accept-language': language }),
  };
}
