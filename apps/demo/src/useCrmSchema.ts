import { extendSchema } from '@importera/engine';
import type { Schema } from '@importera/engine';
import { useEffect, useState } from 'react';
import { crm } from '../scenarios/fortnox-crm/schema.ts';
import { inSwedish } from '../scenarios/fortnox-crm/inSwedish.ts';
import type { CustomFields } from './api.ts';
import { useLanguage } from './texts/useTexts.ts';
import { useApi } from './useApi.ts';

export type EntityName = 'company' | 'contact';

export interface CrmSchema {
  /** The schema in the person's language with the fields users made; null until those are known. */
  readonly schema: Schema | null;
  readonly custom: CustomFields;
  readonly error: Error | null;
  reload(): void;
}

export function useCrmSchema(): CrmSchema {
  const language = useLanguage();
  const { data, error, reload } = useApi<CustomFields>('/fields');
  const [schema, setSchema] = useState<Schema | null>(null);
  useEffect(() => {
    if (data === null) return;
    const base: Schema = language === 'sv' ? inSwedish(crm) : crm;
    const fields = (entity: string) => Promise.resolve(data[entity] ?? {});
    void extendSchema(base, { fields }).then(setSchema);
  }, [data, language]);
  return { schema, custom: data ?? {}, error, reload };
}
