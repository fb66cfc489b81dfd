import { extendSchema } from '@importera/engine';
import type { Schema } from '@importera/engine';
import { useEffect, useState } from 'react';
import type { CustomFields, SchemaAdditions } from '../api.ts';
import { useApi } from '../useApi.ts';
import { useSchema } from './useSchema.ts';

export interface CompanySchema {
  /** The schema in the person's language with the fields users made; null until those are known. */
  readonly schema: Schema | null;
  readonly custom: CustomFields;
  readonly error: Error | null;
  reload(): void;
}

const NONE: CustomFields = {};

export function useCompanySchema(): CompanySchema {
  const known = useSchema();
  const { data, error, reload } = useApi<SchemaAdditions>('/fields');
  const [schema, setSchema] = useState<Schema | null>(null);
  useEffect(() => {
    if (data === null) return;
    const fields = (entity: string) => Promise.resolve(data.fields[entity] ?? {});
    const settings = () => Promise.resolve(data.settings);
    void extendSchema(known, { fields, settings }).then(setSchema);
  }, [data, known]);
  return { schema, custom: data?.fields ?? NONE, error, reload };
}
