import type { ImportDirectory, Schema } from '@importera/engine';
import { serverImports } from '@importera/server/client';
import { createContext, useContext, useMemo } from 'react';
import { useScenario } from '../scenario/useScenario.ts';
import { useSchema } from '../scenario/useSchema.ts';
import { useLanguage } from '../texts/useTexts.ts';
import { importsOf } from './importsOf.ts';

/** The company's imports, and the schemas they are made by: what bell and hub show. */
export interface CompanyImports {
  readonly directory: ImportDirectory;
  readonly schemas: readonly Schema[];
}

export const CompanyImportsContext = createContext<CompanyImports | null>(null);

/** Made once for all that show imports: each directory follows the server by a stream of its own. */
export function useCompanyImports(): CompanyImports {
  const { path } = useScenario();
  const schema = useSchema();
  const language = useLanguage();
  return useMemo(() => {
    const directory = serverImports({ ...importsOf(path, language), schema: schema.id });
    return { directory, schemas: [schema] };
  }, [path, language, schema]);
}

/** @throws where the person may not import */
export function useImportsHere(): CompanyImports {
  const imports = useContext(CompanyImportsContext);
  if (imports === null) throw new Error('There are no imports here.');
  return imports;
}
