import { ImportError } from '../issue/ImportError.ts';
import type { ColumnMapping, FieldDefault } from '../mapping/Mapping.ts';
import { entitiesInOrder } from '../schema/entitiesInOrder.ts';
import type { Field, FieldType, Schema } from '../schema/Schema.ts';
import type { GivenValue } from './givenValue.ts';

/** A field that the recipe fills: from columns, from a default, or both. */
export interface TargetField {
  readonly key: string;
  readonly field: Field;
  readonly columns: readonly ColumnMapping[];
  readonly default: string | null;
  /** The default is for every record; the columns are not read. */
  readonly fixed: boolean;
  /** What settings give. */
  readonly given: readonly GivenValue[];
}

export interface TargetEntity {
  readonly entity: string;
  readonly fields: readonly TargetField[];
}

/**
 * What a mapping and its defaults fill, entity by entity, parents first; entities nothing goes to are left out.
 * @throws {ImportError} `recipe-invalid` where they name an entity or field the schema does not have.
 */
export function targetFields(
  schema: Schema,
  columns: readonly ColumnMapping[],
  defaults: readonly FieldDefault[],
  given: readonly GivenValue[] = [],
): readonly TargetEntity[] {
  const found = new Map<string, Map<string, TargetField>>();
  const add = (
    entity: string,
    key: string,
    part: Pick<TargetField, 'field'> & Partial<TargetField>,
  ): void => {
    const fields = found.get(entity) ?? new Map<string, TargetField>();
    const known = fields.get(key);
    fields.set(key, {
      key,
      field: known?.field ?? part.field,
      columns: [...(known?.columns ?? []), ...(part.columns ?? [])],
      default: part.default ?? known?.default ?? null,
      fixed: part.fixed ?? known?.fixed ?? false,
      given: [...(known?.given ?? []), ...(part.given ?? [])],
    });
    found.set(entity, fields);
  };
  for (const mapping of columns) {
    const { target } = mapping;
    if (target === null || target.kind === 'ignore') continue;
    add(target.entity, target.field, {
      field: fieldOf(schema, target),
      columns: [mapping],
    });
  }
  for (const { entity, field, value, fixed = false } of defaults) {
    const known = found.get(entity)?.get(field)?.field;
    const described = known ?? fieldOf(schema, { kind: 'field', entity, field });
    add(entity, field, { field: described, default: value, fixed });
  }
  for (const value of given) {
    const { entity, field: key } = value;
    // What a setting says of records that are not imported has nowhere to go.
    if (!found.has(entity)) continue;
    add(entity, key, {
      field: fieldOf(schema, { kind: 'field', entity, field: key }),
      given: [value],
    });
  }
  for (const entity of found.keys()) {
    for (const [key, field] of Object.entries(schema.entities[entity]?.fields ?? {})) {
      if (field.derive !== undefined || field.defaultOnCreate !== undefined)
        add(entity, key, { field });
    }
  }
  return entitiesInOrder(schema).flatMap(([entity]) => {
    const fields = found.get(entity);
    return fields === undefined ? [] : [{ entity, fields: [...fields.values()].map(onlyFixed) }];
  });
}

/** A fixed value takes the place of the columns; without a value there is nothing to fix. */
function onlyFixed(target: TargetField): TargetField {
  const fixed = target.fixed && (target.default ?? '').trim() !== '';
  return fixed ? { ...target, columns: [] } : { ...target, fixed: false };
}

type FieldTarget =
  | { readonly kind: 'field'; readonly entity: string; readonly field: string }
  | {
      readonly kind: 'new-field';
      readonly entity: string;
      readonly field: string;
      readonly label: string;
      readonly type: FieldType;
    };

function fieldOf(schema: Schema, target: FieldTarget): Field {
  const { entity, field } = target;
  const described = Object.hasOwn(schema.entities, entity) ? schema.entities[entity] : undefined;
  if (described === undefined) {
    throw notThere(`entity "${entity}"`, entity, field);
  }
  const known = Object.hasOwn(described.fields, field) ? described.fields[field] : undefined;
  // The host may have made the field meanwhile: then it is the schema's.
  if (known !== undefined) return known;
  if (target.kind === 'new-field' && described.extendable === true)
    return newField(target.label, target.type);
  throw notThere(`field "${entity}.${field}"`, entity, field);
}

function notThere(what: string, entity: string, field: string): ImportError {
  return new ImportError(
    'recipe-invalid',
    `The recipe names the ${what}, which the schema does not have, so its column can not be read. Match the column anew, or add the field to the schema.`,
    { params: { entity, field } },
  );
}

/** A field the user makes while mapping; a choice starts without options and takes any text. */
export function newField(label: string, type: FieldType): Field {
  if (type === 'choice') return { type, label, options: [], open: true, custom: true };
  if (type === 'reference') return { type: 'text', label, custom: true };
  return { type, label, custom: true };
}
