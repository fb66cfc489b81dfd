import type { AdapterContext } from '../adapter/PersistenceAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import { checkPolicy } from '../plan/policyOf.ts';
import type { GivenValue } from '../records/givenValue.ts';
import { emptyAnswer } from '../schema/firstAnswers.ts';
import { IMPORTER } from '../schema/Schema.ts';
import type { Schema, SettingValue } from '../schema/Schema.ts';
import { schemaOfKind } from '../schema/schemaOfKind.ts';
import { settingProblems } from '../schema/settingProblems.ts';
import { shownSettings } from '../schema/shownSettings.ts';
import type { Recipe } from './Recipe.ts';

/** What a recipe makes of a schema: which part is imported, what the adapter is told, what settings give to fields. */
export interface ImportScope {
  /** Of the recipe's kind. */
  readonly schema: Schema;
  readonly context: AdapterContext;
  readonly given: readonly GivenValue[];
}

/**
 * What planning and writing an import under a recipe need beside its columns. Settings that are not asked have their empty answer;
 * who imports stands where `IMPORTER` stood, if it is known.
 * @param by who imports, and the import's id.
 * @throws {ImportError} `recipe-invalid` when an answer is none its setting takes, or the host does not allow the policy.
 */
export function importScope(
  schema: Schema,
  recipe: Pick<Recipe, 'kind' | 'settings' | 'policy'>,
  by: Pick<AdapterContext, 'importId' | 'user'>,
): ImportScope {
  const part = schemaOfKind(schema, recipe.kind);
  checkPolicy(recipe.policy, schema);
  checkAnswers(part, recipe.settings);
  const asked = new Map(shownSettings(part, recipe.settings).map((one) => [one.key, one.value]));
  const settings = Object.fromEntries(
    Object.entries(schema.settings ?? {}).map(([key, setting]) => {
      const answer = asked.get(key) ?? emptyAnswer(setting);
      return [key, setting.type === 'people' ? named(answer, by.user) : answer];
    }),
  );
  const kind =
    Object.keys(schema.kinds ?? {}).length === 0 ? {} : { kind: kindName(schema, recipe) };
  const context = { ...by, settings, ...kind };
  return { schema: part, context, given: givenBy(part, settings) };
}

/** An answer that is missing is left to whoever starts the import: a plan may be looked at before all is answered. */
function checkAnswers(schema: Schema, answers: Recipe['settings']): void {
  const wrong = settingProblems(schema, answers).find(({ code }) => code !== 'missing');
  if (wrong === undefined) return;
  const { setting, code, params } = wrong;
  const said = Object.entries(params).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  throw new ImportError(
    'recipe-invalid',
    `The recipe answers the setting "${setting}" by what it does not take (${[code, ...said].join(', ')}). Correct the answer.`,
    { params: { setting, problem: code } },
  );
}

function kindName(schema: Schema, { kind }: Pick<Recipe, 'kind'>): string {
  return kind ?? Object.keys(schema.kinds ?? {})[0] ?? '';
}

function named(answer: SettingValue, user: string | undefined): SettingValue {
  if (user === undefined) return answer;
  if (answer === IMPORTER) return user;
  return Array.isArray(answer)
    ? [...new Set(answer.map((one: string) => (one === IMPORTER ? user : one)))]
    : answer;
}

function givenBy(schema: Schema, settings: AdapterContext['settings']): readonly GivenValue[] {
  return Object.entries(schema.settings ?? {}).flatMap(
    ([key, { appliesTo }]): readonly GivenValue[] => {
      const value = settings[key] ?? null;
      if (appliesTo?.field === undefined || value === '' || value === null) return [];
      if (!Object.hasOwn(schema.entities, appliesTo.entity)) return [];
      const { entity, field, when = 'always' } = appliesTo;
      return [{ entity, field, value, when }];
    },
  );
}
