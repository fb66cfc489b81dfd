import type { Issue } from '../issue/Issue.ts';
import type { FieldRef, Schema } from '../schema/Schema.ts';
import type { ColumnMapping, FieldDefault } from './Mapping.ts';

/** A field that more than one column goes to. */
export interface DuplicateTarget extends FieldRef {
  /** 0-based columns of the file. */
  readonly columns: readonly number[];
}

/** What is still to be decided about a mapping. */
export interface Completeness {
  /** Every column is dealt with and no field is mapped twice: the next step may come (FX12). */
  readonly complete: boolean;
  /** Columns nobody has decided about, 0-based. */
  readonly open: readonly number[];
  /** Required fields, of the entities that are imported, without column or default. New records will be rejected. */
  readonly missing: readonly FieldRef[];
  readonly duplicates: readonly DuplicateTarget[];
  /** The same as issues: `column-open`, `field-mapped-twice` (errors) and `required-not-mapped` (warnings). */
  readonly issues: readonly Issue[];
}

/** Whether a mapping is ready, and what it still lacks. */
export function completeness(
  columns: readonly ColumnMapping[],
  schema: Schema,
  defaults: readonly FieldDefault[] = [],
): Completeness {
  const open = columns.filter(({ target }) => target === null).map(({ column }) => column);
  const targets = groupTargets(columns);
  const duplicates = [...targets.values()].filter((target) => target.columns.length > 1);
  const missing = missingFields(targets, schema, defaults);
  return {
    complete: open.length === 0 && duplicates.length === 0,
    open,
    missing,
    duplicates,
    issues: [
      ...open.map((column) => openIssue(column, columns)),
      ...duplicates.map((target) => duplicateIssue(target, schema)),
      ...missing.map((field) => missingIssue(field, schema)),
    ],
  };
}

function groupTargets(columns: readonly ColumnMapping[]): ReadonlyMap<string, DuplicateTarget> {
  const targets = new Map<string, DuplicateTarget>();
  for (const { target, column } of columns) {
    if (target === null || target.kind === 'ignore') continue;
    const { entity, field } = target;
    const name = nameOf(entity, field);
    targets.set(name, {
      entity,
      field,
      columns: [...(targets.get(name)?.columns ?? []), column],
    });
  }
  return targets;
}

function missingFields(
  targets: ReadonlyMap<string, FieldRef>,
  schema: Schema,
  defaults: readonly FieldDefault[],
): readonly FieldRef[] {
  const given = new Set(defaults.map(({ entity, field }) => nameOf(entity, field)));
  const imported = new Set([...targets.values()].map(({ entity }) => entity));
  return Object.entries(schema.entities)
    .filter(([entity]) => imported.has(entity))
    .flatMap(([entity, { fields }]) =>
      Object.entries(fields)
        .filter(([, field]) => field.required === true)
        .map(([field]) => ({ entity, field })),
    )
    .filter(({ entity, field }) => {
      const name = nameOf(entity, field);
      return !targets.has(name) && !given.has(name) && !fillsItself(schema, { entity, field });
    });
}

/** Whether the schema fills the field of every new record: by itself, or by a setting. */
function fillsItself({ entities, settings = {} }: Schema, { entity, field }: FieldRef): boolean {
  if (entities[entity]?.fields[field]?.defaultOnCreate !== undefined) return true;
  return Object.values(settings).some(
    ({ appliesTo }) => appliesTo?.entity === entity && appliesTo.field === field,
  );
}

/** One text for both keys; no key can forge the comma between them. */
function nameOf(entity: string, field: string): string {
  return JSON.stringify([entity, field]);
}

function openIssue(column: number, columns: readonly ColumnMapping[]): Issue {
  const header = columns.find((mapping) => mapping.column === column)?.header ?? '';
  return { code: 'column-open', severity: 'error', column, params: { header } };
}

function duplicateIssue({ entity, field, columns }: DuplicateTarget, schema: Schema): Issue {
  const label = schema.entities[entity]?.fields[field]?.label ?? field;
  const params = { field: label, columns: columns.map(String) };
  return { code: 'field-mapped-twice', severity: 'error', entity, field, params };
}

function missingIssue({ entity, field }: FieldRef, schema: Schema): Issue {
  const label = schema.entities[entity]?.fields[field]?.label ?? field;
  return {
    code: 'required-not-mapped',
    severity: 'warning',
    entity,
    field,
    params: { field: label },
  };
}
