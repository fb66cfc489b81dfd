import type { Value } from '@importera/engine';
import type { RecordListView } from '../../scenarios/ScenarioPage.ts';

/** What a record is called: the fields that name it, else the first text it has. */
export function recordName(
  values: Readonly<Record<string, Value>>,
  list: RecordListView | undefined,
): string {
  const parts = (list?.name ?? []).map((field) => values[field]).filter(Boolean);
  if (parts.length > 0) return parts.join(' ');
  const text = Object.values(values).find((value) => typeof value === 'string' && value !== '');
  return typeof text === 'string' ? text : '–';
}
