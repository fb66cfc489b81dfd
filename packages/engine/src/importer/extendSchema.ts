import type { PersistenceAdapter, SettingOffer } from '../adapter/PersistenceAdapter.ts';
import { throwSchemaProblems } from '../schema/defineSchema.ts';
import type { Entity, Field, Schema, Setting } from '../schema/Schema.ts';
import { schemaProblems } from '../schema/schemaProblems.ts';

/**
 * The schema with what only the host's data knows: custom fields (FX11, UP3), which targets, template columns and checks treat like
 * any other, and what settings offer (projects, tags, people). A field of the schema wins over a custom one of the same key.
 * @param user who imports, as the host names people: given to the adapter.
 * @throws {ImportError} `schema-invalid` when the adapter offers something for a setting that is not there.
 * @example
 * const schema = await extendSchema(crm, adapter);
 */
export async function extendSchema<S extends Schema>(
  schema: S,
  adapter: Pick<PersistenceAdapter, 'fields' | 'settings'>,
  signal?: AbortSignal,
  user?: string,
): Promise<S> {
  const context = {
    importId: '',
    settings: {},
    ...(user !== undefined && { user }),
    ...(signal && { signal }),
  };
  const fields = adapter.fields?.bind(adapter);
  const entities: Record<string, Entity> = {};
  for (const [key, entity] of Object.entries<Entity>(schema.entities)) {
    const custom = fields === undefined ? {} : await fields(key, context);
    entities[key] = { ...entity, fields: { ...entity.fields, ...added(custom, entity) } };
  }
  const offers = await adapter.settings?.(context);
  if (offers === undefined) return fields === undefined ? schema : { ...schema, entities };
  const extended = { ...schema, entities, settings: offered(schema, offers) };
  throwSchemaProblems(schemaProblems(extended));
  return extended;
}

function added(
  custom: Readonly<Record<string, Field>>,
  entity: Entity,
): Readonly<Record<string, Field>> {
  const unknown = Object.entries(custom).filter(([key]) => !Object.hasOwn(entity.fields, key));
  return Object.fromEntries(unknown.map(([key, field]) => [key, { ...field, custom: true }]));
}

function offered(
  { settings = {} }: Schema,
  offers: Readonly<Record<string, SettingOffer>>,
): Readonly<Record<string, Setting>> {
  const other = Object.keys(offers).find((key) => !Object.hasOwn(settings, key));
  if (other !== undefined) {
    const known = Object.keys(settings).join(', ');
    throwSchemaProblems([
      {
        path: `settings.${other}`,
        message: `is offered by the adapter, but no setting; ${known === '' ? 'there is none' : `use one of: ${known}`}`,
      },
    ]);
  }
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [
      key,
      { ...setting, ...offers[key] } as Setting,
    ]),
  );
}
