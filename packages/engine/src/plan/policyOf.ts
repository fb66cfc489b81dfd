import { ImportError } from '../issue/ImportError.ts';
import type { Schema } from '../schema/Schema.ts';
import { DEFAULT_POLICY, type ImportPolicy } from './Plan.ts';

/** The policy of a schema before anyone changed it. */
export function firstPolicy({ policy }: Pick<Schema, 'policy'>): ImportPolicy {
  return {
    mode: policy?.mode?.default ?? DEFAULT_POLICY.mode,
    ambiguous: policy?.ambiguous?.default ?? DEFAULT_POLICY.ambiguous,
    allOrNothing: policy?.allOrNothing?.default ?? DEFAULT_POLICY.allOrNothing,
  };
}

/**
 * Lets a policy pass that the host allows.
 * @throws {ImportError} `recipe-invalid`
 */
export function checkPolicy(
  policy: ImportPolicy,
  { policy: allowed }: Pick<Schema, 'policy'>,
): void {
  for (const part of ['mode', 'ambiguous', 'allOrNothing'] as const) {
    const choices: readonly (string | boolean)[] | undefined = allowed?.[part]?.choices;
    const value = policy[part];
    if (choices === undefined || choices.includes(value)) continue;
    throw new ImportError(
      'recipe-invalid',
      `The recipe sets the policy ${part} to ${JSON.stringify(value)}, which is not allowed here. Use ${choices.map((one) => JSON.stringify(one)).join(' or ')}.`,
      { params: { policy: part, value } },
    );
  }
}

/** A policy of another time, as far as the host still allows it. */
export function allowedPolicy(policy: ImportPolicy, schema: Pick<Schema, 'policy'>): ImportPolicy {
  const first = firstPolicy(schema);
  const pick = <K extends keyof ImportPolicy>(key: K): ImportPolicy[K] => {
    const choices = schema.policy?.[key]?.choices as readonly ImportPolicy[K][] | undefined;
    return choices === undefined || choices.includes(policy[key]) ? policy[key] : first[key];
  };
  return {
    mode: pick('mode'),
    ambiguous: pick('ambiguous'),
    allOrNothing: pick('allOrNothing'),
  };
}
