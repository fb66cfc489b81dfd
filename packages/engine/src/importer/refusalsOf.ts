import { ownValue } from '../schema/ownValue.ts';
import type { ImportPermissions, Permission, Refusal } from './ImportPermissions.ts';
import type { Recipe } from './Recipe.ts';

/** Stands for all values of a setting that are not named. */
const ANY = '*';

/** The part of a recipe that permissions are about. */
export type Decided = Pick<Recipe, 'columns' | 'defaults' | 'settings'> & {
  readonly kind?: string | null | undefined;
};

/** What of a recipe a person may not do; empty when all of it is allowed. */
export function refusalsOf(permissions: ImportPermissions, recipe: Decided): readonly Refusal[] {
  const whole = refusal('import', permissions.import, null);
  if (whole !== null) return [whole];
  return [
    ...kindRefusals(permissions, recipe),
    ...entityRefusals(permissions, recipe),
    ...settingRefusals(permissions, recipe),
  ];
}

/** Whether records of an entity may be imported. */
export function entityPermission(
  { import: whole, entities }: ImportPermissions,
  entity: string,
): Permission {
  if (typeof whole === 'string') return whole;
  return ownValue(entities, entity) ?? true;
}

/** Whether a setting may have this value. */
export function settingPermission(
  { settings }: ImportPermissions,
  name: string,
  value: string,
): Permission {
  const values = ownValue(settings, name);
  return ownValue(values, value) ?? ownValue(values, ANY) ?? true;
}

function kindRefusals({ kinds }: ImportPermissions, { kind }: Decided): readonly Refusal[] {
  if (kind == null) return [];
  return [refusal('kind', ownValue(kinds, kind), kind)].filter((said) => said !== null);
}

function entityRefusals(
  permissions: ImportPermissions,
  { columns, defaults }: Decided,
): readonly Refusal[] {
  const mapped = columns.flatMap(({ target }) =>
    target === null || target.kind === 'ignore' ? [] : [target.entity],
  );
  const entities = new Set([...mapped, ...defaults.map(({ entity }) => entity)]);
  return [...entities].flatMap(
    (entity) => refusal('entity', entityPermission(permissions, entity), entity) ?? [],
  );
}

function settingRefusals(
  permissions: ImportPermissions,
  { settings }: Decided,
): readonly Refusal[] {
  return Object.entries(settings).flatMap(([name, given]) => {
    const values = Array.isArray(given) ? (given as readonly string[]) : [given];
    return values.flatMap((value) => {
      if (value === null || value === '') return [];
      const text = String(value);
      return refusal('setting', settingPermission(permissions, name, text), name, text) ?? [];
    });
  });
}

function refusal(
  kind: Refusal['kind'],
  permission: Permission | undefined,
  name: string | null,
  value: string | null = null,
): Refusal | null {
  return typeof permission === 'string' ? { kind, name, value, reason: permission } : null;
}
