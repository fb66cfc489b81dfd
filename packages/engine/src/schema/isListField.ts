import type { Field } from './Schema.ts';

/** Whether a field holds several values. */
export function isListField(field: Field): boolean {
  return (field.type === 'choice' || field.type === 'reference') && field.multiple === true;
}
