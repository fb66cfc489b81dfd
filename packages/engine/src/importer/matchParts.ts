import type { Schema } from '../schema/Schema.ts';

/**
 * The entities of each part of the match step, in order (`Schema.matchSteps`); one part with all of them where the host splits
 * nothing. Entities no part names join the last.
 */
export function matchParts({ entities, matchSteps = [] }: Schema): readonly (readonly string[])[] {
  const parts = matchSteps
    .map((names) => names.filter((name) => Object.hasOwn(entities, name)))
    .filter((names) => names.length > 0);
  const rest = Object.keys(entities).filter((name) => !parts.some((names) => names.includes(name)));
  const last = parts.at(-1);
  return last === undefined ? [rest] : [...parts.slice(0, -1), [...last, ...rest]];
}
