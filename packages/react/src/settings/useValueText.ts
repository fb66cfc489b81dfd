import type { FieldRef, Value } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { valueText } from './valueText.ts';

/** Says values of records as people do: everywhere the same. */
export function useValueText(): (value: Value, ref: FieldRef) => string {
  const { importer, messages } = useImporterScope();
  const { schema } = importer;
  const formats = useFormats();
  return (value, ref) => valueText(value, ref, { schema, messages, formats });
}
