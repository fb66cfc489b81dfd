import type { ColumnSuggestion } from '../mapping/Mapping.ts';
import { onlyEntities } from '../schema/schemaOfKind.ts';
import type { ImportKind, Schema, Setting } from '../schema/Schema.ts';
import type { ImportPermissions } from './ImportPermissions.ts';
import { entityPermission, settingPermission } from './refusalsOf.ts';
import type { ImportSession } from './Session.ts';

/**
 * The schema as a person may import it: without the entities, kinds and options that are refused. Where nothing may be
 * imported it stays whole, for there is nothing to choose from then.
 */
export function permittedSchema(schema: Schema, permissions: ImportPermissions): Schema {
  if (typeof permissions.import === 'string') return schema;
  const wanted = Object.keys(schema.entities).filter(
    (entity) => entityPermission(permissions, entity) === true,
  );
  const isWhole = wanted.length === Object.keys(schema.entities).length;
  const known = isWhole ? schema : onlyEntities(schema, wanted);
  return {
    ...known,
    ...(schema.kinds && { kinds: permittedKinds(schema.kinds, wanted, permissions) }),
    ...(schema.settings && { settings: permittedSettings(schema.settings, permissions) }),
  };
}

function permittedKinds(
  kinds: Readonly<Record<string, ImportKind>>,
  wanted: readonly string[],
  permissions: ImportPermissions,
): Readonly<Record<string, ImportKind>> {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([key, kind]) => {
      const entities = kind.entities.filter((entity) => wanted.includes(entity));
      const refused = typeof permissions.kinds?.[key] === 'string';
      return refused || entities.length === 0 ? [] : [[key, { ...kind, entities }] as const];
    }),
  );
}

function permittedSettings(
  settings: Readonly<Record<string, Setting>>,
  permissions: ImportPermissions,
): Readonly<Record<string, Setting>> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => {
      if (!('options' in setting) || setting.options === undefined) return [key, setting];
      const options = setting.options.filter((option) => {
        const value = typeof option === 'string' ? option : option.value;
        return settingPermission(permissions, key, value) === true;
      });
      return [key, { ...setting, options }];
    }),
  );
}

/** A session that suggests nothing the person may not import. */
export function permittedSession(
  session: ImportSession,
  permissions: ImportPermissions,
): ImportSession {
  if (permissions.entities === undefined) return session;
  const isAllowed = (guess: ColumnSuggestion['guess']): boolean =>
    guess === null || entityPermission(permissions, guess.entity) === true;
  // What the session has besides stays its own: calls go to the session itself.
  return Object.assign(Object.create(session) as ImportSession, {
    async suggest(kind?: string): Promise<readonly ColumnSuggestion[]> {
      const suggestions = await session.suggest(kind);
      return suggestions.map((suggestion) => ({
        ...suggestion,
        guess: isAllowed(suggestion.guess) ? suggestion.guess : null,
        runnerUp: isAllowed(suggestion.runnerUp) ? suggestion.runnerUp : null,
      }));
    },
  });
}
