import type { ImportPermissions, Permission, Schema } from '@importera/engine';
import { entityLabels } from '../match/fieldNames.ts';

/** A part of a schema that a person may not import, by its name. */
export interface RefusedPart {
  readonly what: string;
  readonly reason: string;
}

/** Kinds, entities and settings that are refused, each with its reason. */
export function refusedParts(
  permissions: ImportPermissions,
  schemas: readonly Schema[],
): readonly RefusedPart[] {
  return schemas.flatMap((schema) => [
    ...refusedNames(schema.kinds, permissions.kinds, ({ label }) => label),
    ...refusedNames(schema.entities, permissions.entities, entityLabels),
    ...refusedValues(schema, permissions),
  ]);
}

/** Of the things known by name, those that are refused. */
export function refusedNames<T>(
  known: Readonly<Record<string, T>> | undefined,
  permissions: Readonly<Record<string, Permission>> | undefined,
  labelOf: (item: T, key: string) => string,
): readonly RefusedPart[] {
  return Object.entries(known ?? {}).flatMap(([key, item]) => {
    const permission =
      permissions !== undefined && Object.hasOwn(permissions, key) ? permissions[key] : true;
    return typeof permission === 'string' ? [{ what: labelOf(item, key), reason: permission }] : [];
  });
}

/** Each reason once: hundreds of projects are refused for the same. */
function refusedValues(
  { settings = {} }: Schema,
  permissions: ImportPermissions,
): readonly RefusedPart[] {
  return Object.entries(permissions.settings ?? {}).flatMap(([key, values]) => {
    const reasons = new Set(Object.values(values).filter((value) => typeof value === 'string'));
    return [...reasons].map((reason) => ({ what: settings[key]?.label ?? key, reason }));
  });
}
