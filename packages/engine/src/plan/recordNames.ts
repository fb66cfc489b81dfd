import type { StoredRecord } from '../adapter/PersistenceAdapter.ts';
import { formatValue } from '../records/formatValue.ts';
import type { Field } from '../schema/Schema.ts';
import { isEmpty } from './keyText.ts';

/**
 * Records that are alike in what they were looked for by, as people tell them apart: each by its first value and the first in
 * which they differ, or their ids where there is none.
 * @example 'Fjord Data (Oslo), Fjord Data (Bergen)'
 */
export function recordNames(
  fields: Readonly<Record<string, Field>>,
  records: readonly StoredRecord[],
): string {
  const texts = Object.entries(fields)
    .filter(([, { type }]) => type !== 'id')
    .map(([name, field]) => records.map(({ values }) => textOf(values[name], field)));
  const first = texts.find((all) => all.every((text) => text !== ''));
  const differing = texts.find((all) => new Set(all).size === records.length);
  return records
    .map(({ id }, index) => {
      const name = first?.[index];
      const own = differing?.[index] || id;
      return name === undefined || name === own ? own : `${name} (${own})`;
    })
    .join(', ');
}

function textOf(value: StoredRecord['values'][string] | undefined, field: Field): string {
  return isEmpty(value) ? '' : formatValue(value, field);
}
