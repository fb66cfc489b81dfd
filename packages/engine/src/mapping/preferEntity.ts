import type { MappableField } from './FieldName.ts';
import type { Match } from './scoreColumns.ts';

/** A field of another entity than the neighbours' counts this much. */
const AWAY_FROM_HOME = 0.8;
/** A column belongs to an entity when no other entity's field comes this near. */
const CLEAR_LEAD = 0.12;

/**
 * Decides between fields that several entities have: a `Phone` among the columns of the company is the company's. Only
 * the rank changes; names that are equal to the header are left alone.
 */
export function preferEntity(
  matches: readonly Match[],
  columns: number,
  fields: readonly MappableField[],
): readonly Match[] {
  const entityOf = (match: Match): string => fields[match.field]?.entity ?? '';
  const homes = findHomes(matches, columns, entityOf);
  if (new Set(fields.map(({ entity }) => entity)).size < 2) return matches;
  return matches.map((match) => {
    const home = nearestHome(match.column, homes);
    if (home === null || home === entityOf(match) || isEqualName(match)) return match;
    return { ...match, rank: match.rank * AWAY_FROM_HOME };
  });
}

/** The entity of each column that can hardly be another's. */
function findHomes(
  matches: readonly Match[],
  columns: number,
  entityOf: (match: Match) => string,
): readonly (string | null)[] {
  const best = Array.from({ length: columns }, () => new Map<string, number>());
  for (const match of matches) {
    const scores = best[match.column];
    const entity = entityOf(match);
    scores?.set(entity, Math.max(scores.get(entity) ?? 0, match.rank));
  }
  return best.map((scores) => {
    const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
    if (!first || first[1] < 0.7) return null;
    return second && first[1] - second[1] < CLEAR_LEAD ? null : first[0];
  });
}

/** Of the nearest clear column, the one before it first. */
function nearestHome(column: number, homes: readonly (string | null)[]): string | null {
  for (let distance = 0; distance < homes.length; distance += 1) {
    const home = homes[column - distance] ?? homes[column + distance] ?? null;
    if (home !== null) return home;
  }
  return null;
}

function isEqualName({ reason }: Match): boolean {
  return reason === 'label' || reason === 'key' || reason === 'alias';
}
