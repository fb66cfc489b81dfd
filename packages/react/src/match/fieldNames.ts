import type {
  ColumnMapping,
  ColumnTarget,
  Entity,
  Field,
  FieldRef,
  Schema,
} from '@importera/engine';

export function fieldOf(schema: Schema, ref: FieldRef): Field | null {
  return schema.entities[ref.entity]?.fields[ref.field] ?? null;
}

/** What people call a field: its label, or its key when the schema does not have it. */
export function fieldLabel(schema: Schema, ref: FieldRef): string {
  return fieldOf(schema, ref)?.label ?? ref.field;
}

/** The plural where the host gave one. */
export function entityLabels(entity: Entity | undefined, key: string): string {
  return entity?.labels ?? entity?.label ?? key;
}

/** Where a column goes, in words; null when it goes nowhere. */
export function targetLabel(schema: Schema, target: ColumnTarget | null): string | null {
  if (target === null || target.kind === 'ignore') return null;
  return target.kind === 'new-field' ? target.label : fieldLabel(schema, target);
}

/** Whether several kinds of records are imported, so that a field needs its entity's name beside it. */
export function hasSeveralEntities(schema: Schema): boolean {
  return Object.keys(schema.entities).length > 1;
}

export function sameField(a: FieldRef, b: FieldRef): boolean {
  return a.entity === b.entity && a.field === b.field;
}

/** Whether a column fills a field. */
export function goesTo({ target }: Pick<ColumnMapping, 'target'>, field: FieldRef): boolean {
  return target?.kind === 'field' && sameField(target, field);
}
