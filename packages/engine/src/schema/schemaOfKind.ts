import { ImportError } from '../issue/ImportError.ts';
import { ownValue } from './ownValue.ts';
import type { Entity, Schema } from './Schema.ts';

/** Schemas by what they were made from: the same kind of the same schema is the same object. */
const made = new WeakMap<Schema, Map<string, Schema>>();

/** The kind that is imported: the one given, else the first of the schema; undefined where it has none. */
export function kindOf(schema: Schema, kind?: string | null): string | undefined {
  return kind ?? Object.keys(schema.kinds ?? {})[0];
}

/**
 * The schema as one kind of import sees it: only its entities. Without a kind, the first; a schema without kinds is all there
 * is. One whose parent is not in the kind stands alone.
 * @throws {ImportError} `recipe-invalid` when the schema does not have the kind.
 * @example
 * schemaOfKind(practice, 'contacts').entities // { contact: … }
 */
export function schemaOfKind(schema: Schema, kind?: string | null): Schema {
  const key = kindOf(schema, kind);
  if (key === undefined) return schema;
  const known = made.get(schema)?.get(key);
  if (known !== undefined) return known;
  const part = onlyEntities(schema, entitiesOf(schema, key));
  const kinds = made.get(schema) ?? new Map<string, Schema>();
  made.set(schema, kinds.set(key, part));
  return part;
}

function entitiesOf(schema: Schema, key: string): readonly string[] {
  const kinds = schema.kinds ?? {};
  const kind = ownValue(kinds, key);
  if (kind !== undefined) return kind.entities;
  const names = Object.keys(kinds).join(', ');
  throw new ImportError(
    'recipe-invalid',
    `The recipe imports the kind "${key}", which the schema does not have. ${names === '' ? 'It has no kinds: leave it out.' : `Use one of: ${names}.`}`,
    { params: { kind: key } },
  );
}

/** A schema without its other entities; one whose parent is not among them stands alone. */
export function onlyEntities(schema: Schema, wanted: readonly string[]): Schema {
  const entries = Object.entries<Entity>(schema.entities).filter(([key]) => wanted.includes(key));
  return {
    ...schema,
    entities: Object.fromEntries(
      entries.map(([key, entity]) => {
        const { parent, ...alone } = entity;
        return [key, parent === undefined || wanted.includes(parent) ? entity : alone];
      }),
    ),
  };
}
