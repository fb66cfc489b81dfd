import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import type { Entity, Field, Schema } from '../schema/Schema.ts';

/**
 * The schema with the custom fields the host has beside it (FX11, UP3): targets, template columns and checks treat them
 * like any other. A field of the schema wins over a custom one of the same key.
 * @example
 * const schema = await extendSchema(crm, adapter);
 */
export async function extendSchema<S extends Schema>(
  schema: S,
  adapter: Pick<PersistenceAdapter, 'fields'>,
  signal?: AbortSignal,
): Promise<S> {
  if (adapter.fields === undefined) return schema;
  const context = { importId: '', settings: {}, ...(signal && { signal }) };
  const entities: Record<string, Entity> = {};
  for (const [key, entity] of Object.entries<Entity>(schema.entities)) {
    const custom = await adapter.fields(key, context);
    entities[key] = { ...entity, fields: { ...entity.fields, ...added(custom, entity) } };
  }
  return { ...schema, entities };
}

function added(
  custom: Readonly<Record<string, Field>>,
  entity: Entity,
): Readonly<Record<string, Field>> {
  const unknown = Object.entries(custom).filter(([key]) => !Object.hasOwn(entity.fields, key));
  return Object.fromEntries(unknown.map(([key, field]) => [key, { ...field, custom: true }]));
}
