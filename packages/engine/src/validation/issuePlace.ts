import type { Issue } from '../issue/Issue.ts';
import type { FieldColumn } from '../records/Records.ts';
import type { Value } from '../schema/Schema.ts';

/** Where an issue of a field's column lies; a default has no column of the file. */
export function issuePlace(
  entity: string,
  { field, column }: FieldColumn,
): Pick<Issue, 'entity' | 'field' | 'column'> {
  return column === null ? { entity, field } : { entity, field, column };
}

/** A value as the params of an issue show it. */
export function shownValue(value: Value): string {
  return typeof value === 'object' && value !== null ? value.join('; ') : String(value);
}
