import { RECORD_ID } from '../adapter/PersistenceAdapter.ts';
import type { ColumnMapping, WritePolicy } from '../mapping/Mapping.ts';
import type { EntityRecords } from '../records/Records.ts';
import { newField } from '../records/targetFields.ts';
import { isListField } from '../schema/isListField.ts';
import type { Field, Schema } from '../schema/Schema.ts';

/** What an adapter is asked by: an entity and the fields of a key. One object for each combination. */
export interface LookupGroup {
  readonly entity: string;
  readonly fields: readonly string[];
}

/** A field of an entity as the file's columns fill it. `slot` is its place among the entity's columns. */
export interface FieldRule {
  readonly slot: number;
  readonly field: string;
  readonly definition: Field;
  readonly column: number | null;
  readonly write: WritePolicy;
  readonly clear: boolean;
}

export interface UniqueRule extends FieldRule {
  readonly group: LookupGroup;
}

export interface ReferenceRule extends FieldRule {
  /** Index of the target entity in the plan, -1 where the file has none of it. */
  readonly target: number;
  /** Tried in order. */
  readonly by: readonly {
    readonly field: string;
    readonly definition: Field;
    readonly group: LookupGroup;
  }[];
}

export interface RequiredRule {
  readonly field: string;
  readonly label: string;
  readonly slot: number;
  readonly column: number | null;
}

/** How the records of one entity are found and written, worked out once from schema and mapping. */
export interface EntityRules {
  readonly index: number;
  readonly entity: string;
  /** Index of the parent entity in the plan, -1 where the file has none of it. */
  readonly parent: number;
  /** All fields of the entity, by name. */
  readonly definitions: Readonly<Record<string, Field>>;
  /** Names of the columns, in the order of `slot`. Id fields included. */
  readonly names: readonly string[];
  /** The fields that are written: all but ids. */
  readonly fields: readonly FieldRule[];
  /** Slot of the id column, -1 for none. */
  readonly idSlot: number;
  /** The columns of the match key, ids left out. */
  readonly match: readonly FieldRule[];
  /** An id column is ticked as the only match column: where it is empty, the key is. */
  readonly idIsKey: boolean;
  /** Asks for the match key; null when a field of it does not exist in the store yet. */
  readonly keyGroup: LookupGroup | null;
  readonly idGroup: LookupGroup;
  readonly unique: readonly UniqueRule[];
  readonly references: readonly ReferenceRule[];
  /** Fields a new record must have, with their slot (-1: no column fills it). */
  readonly required: readonly RequiredRule[];
  /** Fields other rows may point at or must not repeat: their values are remembered. */
  readonly watched: readonly FieldRule[];
  /**
   * Children by which a record without a key of its own is found (UP7): indexes of child entities with a key. Empty for an
   * entity with a key.
   */
  readonly foundBy: readonly number[];
}

/** @param records the entities of a block, in parent-before-child order. */
export function entityRules(
  schema: Schema,
  columns: readonly ColumnMapping[],
  records: readonly EntityRecords[],
): readonly EntityRules[] {
  const groups = new Map<string, LookupGroup>();
  const group = (entity: string, fields: readonly string[]): LookupGroup => {
    const name = JSON.stringify([entity, fields]);
    const made = groups.get(name) ?? { entity, fields };
    groups.set(name, made);
    return made;
  };
  const setup: Setup = {
    schema,
    columns: new Map(columns.map((column) => [column.column, column])),
    records,
    group,
  };
  const rules = records.map((_, index) => rulesOf(setup, index));
  return rules.map((own) =>
    Object.assign(own, { foundBy: hasKey(own) ? [] : childrenWithKey(rules, own) }),
  );
}

interface Setup {
  readonly schema: Schema;
  readonly columns: ReadonlyMap<number, ColumnMapping>;
  readonly records: readonly EntityRecords[];
  readonly group: (entity: string, fields: readonly string[]) => LookupGroup;
}

function childrenWithKey(rules: readonly EntityRules[], { index }: EntityRules): readonly number[] {
  return rules
    .filter((other) => other.parent === index && hasKey(other))
    .map((child) => child.index);
}

function hasKey({ match, idSlot }: EntityRules): boolean {
  return match.length > 0 || idSlot >= 0;
}

function rulesOf(setup: Setup, index: number): EntityRules {
  const { schema, records, group } = setup;
  const entity = records[index]?.entity ?? '';
  const definition = schema.entities[entity];
  const all = fieldRules(setup, index);
  const fields = all.filter((rule) => rule.definition.type !== 'id');
  const ids = all.filter((rule) => rule.definition.type === 'id');
  const match = fields.filter((rule) => isMatch(setup, rule));
  const stored = match.every(
    ({ column }) => setup.columns.get(column ?? -1)?.target?.kind !== 'new-field',
  );
  return {
    index,
    entity,
    parent: records.findIndex((other) => other.entity === definition?.parent),
    definitions: definition?.fields ?? {},
    names: all.map(({ field }) => field),
    fields,
    idSlot: ids[0]?.slot ?? -1,
    match,
    idIsKey: match.length === 0 && ids.some((rule) => isMatch(setup, rule)),
    keyGroup:
      match.length > 0 && stored
        ? group(
            entity,
            match.map(({ field }) => field),
          )
        : null,
    idGroup: group(entity, [RECORD_ID]),
    unique: fields
      .filter((rule) => rule.definition.unique === true)
      .map((rule) => Object.assign({ group: group(entity, [rule.field]) }, rule)),
    references: fields.flatMap((rule) => referenceRule(setup, rule)),
    required: Object.entries(definition?.fields ?? {})
      .filter(([, field]) => field.required === true && field.type !== 'id')
      .map(([field, { label }]) => requiredRule(all, field, label)),
    watched: fields.filter(
      (rule) => rule.definition.unique === true || isPointedAt(setup, entity, rule.field),
    ),
    foundBy: [],
  };
}

function fieldRules({ schema, columns, records }: Setup, index: number): readonly FieldRule[] {
  const { entity, fields } = records[index] ?? { entity: '', fields: [] };
  const definitions = schema.entities[entity]?.fields ?? {};
  const rules = new Map<string, FieldRule>();
  for (const { field, column, fixed } of fields) {
    if (rules.has(field)) continue;
    const mapping = column === null ? undefined : columns.get(column);
    const known = Object.hasOwn(definitions, field) ? definitions[field] : undefined;
    const definition = known ?? madeField(mapping, field);
    rules.set(field, {
      slot: rules.size,
      field,
      definition,
      column,
      write:
        mapping?.write ?? (fixed === true ? fixedPolicy(definition) : defaultPolicy(definition)),
      clear: mapping?.clear ?? false,
    });
  }
  return [...rules.values()];
}

function isMatch({ columns }: Setup, { column }: FieldRule): boolean {
  return column !== null && columns.get(column)?.match === true;
}

/** The field of a column that the user makes a field of, else a text. */
function madeField(mapping: ColumnMapping | undefined, field: string): Field {
  const target = mapping?.target;
  return target?.kind === 'new-field'
    ? newField(target.label, target.type)
    : { type: 'text', label: field };
}

/** A default alone never replaces what is stored: it adds to a list, or fills what is empty. */
function defaultPolicy(definition: Field): WritePolicy {
  return isListField(definition) ? 'append' : 'if-empty';
}

/** A value for every record replaces what is stored; in a list it stands beside it. */
function fixedPolicy(definition: Field): WritePolicy {
  return isListField(definition) ? 'append' : 'overwrite';
}

function requiredRule(rules: readonly FieldRule[], field: string, label: string): RequiredRule {
  const rule = rules.find((other) => other.field === field);
  return { field, label, slot: rule?.slot ?? -1, column: rule?.column ?? null };
}

function referenceRule(
  { schema, records, group }: Setup,
  rule: FieldRule,
): readonly ReferenceRule[] {
  if (rule.definition.type !== 'reference') return [];
  const { to, by } = rule.definition;
  const target = records.findIndex(({ entity }) => entity === to);
  const tried = by.map((field) => {
    const definition: Field = schema.entities[to]?.fields[field] ?? { type: 'text', label: field };
    return { field, definition, group: group(to, [definition.type === 'id' ? RECORD_ID : field]) };
  });
  return [{ ...rule, target, by: tried }];
}

/** Whether a reference field of the import looks for records of this entity by this field. */
function isPointedAt({ schema, records }: Setup, entity: string, field: string): boolean {
  return records.some((other) =>
    other.fields.some((column) => {
      const definition = schema.entities[other.entity]?.fields[column.field];
      return (
        definition?.type === 'reference' &&
        definition.to === entity &&
        definition.by.includes(field)
      );
    }),
  );
}
