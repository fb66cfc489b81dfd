import { ownValue } from './ownValue.ts';
import type { Entity, Schema } from './Schema.ts';

/** The entities, every parent before its children, otherwise in the schema's own order. */
export function entitiesInOrder(
  schema: Schema,
): readonly (readonly [key: string, entity: Entity])[] {
  const ordered = new Map<string, Entity>();
  const place = (key: string, below: ReadonlySet<string>): void => {
    const entity = ownValue(schema.entities, key);
    // A cycle is a schema error that defineSchema reports; here it must only not hang.
    if (entity === undefined || ordered.has(key) || below.has(key)) return;
    if (entity.parent !== undefined) place(entity.parent, new Set([...below, key]));
    ordered.set(key, entity);
  };
  for (const key of Object.keys(schema.entities)) place(key, new Set());
  return [...ordered];
}
