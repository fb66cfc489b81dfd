import type { Schema } from '@importera/engine';
import { useMemo } from 'react';
import { inWords } from '../../scenarios/inWords.ts';
import { useLanguage } from '../texts/useTexts.ts';
import { useScenario } from './useScenario.ts';

/** The scenario's schema in the person's language. */
export function useSchema(): Schema {
  const { schema, swedish } = useScenario();
  const language = useLanguage();
  return useMemo(
    () => (language === 'sv' ? inWords(schema, swedish) : schema),
    [schema, swedish, language],
  );
}
