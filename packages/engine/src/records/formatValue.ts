import type { Field, Value } from '../schema/Schema.ts';

/**
 * A value as text that `readRecords` would read back as the same value: several choices joined by `; `, quoted where
 * needed, numbers with a decimal point, dates ISO. With its field, a choice shows its option's label.
 */
export function formatValue(value: Value, field?: Field): string {
  if (value === null) return '';
  if (typeof value === 'object')
    return value.map((part) => quoted(labelOf(part, field))).join('; ');
  return typeof value === 'string' ? labelOf(value, field) : String(value);
}

function labelOf(value: string, field: Field | undefined): string {
  if (field?.type !== 'choice') return value;
  const option = field.options.find((known) => typeof known === 'object' && known.value === value);
  return typeof option === 'object' ? (option.label ?? value) : value;
}

function quoted(part: string): string {
  return /[\n;|,"]|^\s|\s$/u.test(part) ? `"${part.replaceAll('"', '""')}"` : part;
}
