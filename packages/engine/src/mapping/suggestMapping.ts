import type { Schema } from '../schema/Schema.ts';
import { isErrorFileHeader } from '../source/errorFileColumns.ts';
import type { ColumnProfile } from '../table/Table.ts';
import { assignFields } from './assignFields.ts';
import type { MappableField } from './FieldName.ts';
import { indexSchema } from './indexSchema.ts';
import type { ColumnSuggestion, FieldGuess } from './Mapping.ts';
import { preferEntity } from './preferEntity.ts';
import { scoreColumns } from './scoreColumns.ts';
import type { Match } from './scoreColumns.ts';

/** What is known of a column before it is mapped; a `TableColumn` will do. */
export interface SuggestColumn {
  readonly header: string;
  readonly samples: readonly string[];
  readonly profile?: ColumnProfile;
}

/** How sure `suggestMapping` has to be. */
export interface SuggestOptions {
  /** Least score of a guess; below it the column stays open. Default 0.55. */
  readonly threshold?: number;
}

/** Least score of a guess that is taken over by itself. */
export const SUGGEST_THRESHOLD = 0.55;
/** Least score of a field that is not the best one of its column. */
const SECOND_CHOICE = 0.72;
/** Below this a field is not even a runner-up. */
const LEAST_SCORE = 0.3;

/**
 * Suggests a field for each column, by its header in any of the lexicon's languages, the headers around it and its
 * values. A field is suggested for one column at most, so that the whole is best; a column that lost its field to
 * another has it as runner-up, with `takenBy`. A header equal to a field's key or label always gets score 1.
 * @returns one suggestion per column, in their order
 * @example
 * suggestMapping([{ header: 'Företagsnamn', samples: ['Ekeby Snickeri AB'] }], crm)[0].guess?.field // 'name'
 */
export function suggestMapping(
  columns: readonly SuggestColumn[],
  schema: Schema,
  options: SuggestOptions = {},
): readonly ColumnSuggestion[] {
  const { fields, ...names } = indexSchema(schema);
  const isOwn = columns.map(({ header }) => isErrorFileHeader(header));
  const scored = scoreColumns(columns, { fields, ...names }).filter(
    ({ column, score }) => score >= LEAST_SCORE && isOwn[column] !== true,
  );
  const matches = preferEntity(scored, columns.length, fields);
  const candidates = eligible(matches, options.threshold ?? SUGGEST_THRESHOLD);
  const assigned = assignFields(columns.length, fields.length, candidates);
  const byColumn = columns.map((): Match[] => []);
  for (const match of matches) byColumn[match.column]?.push(match);
  return columns.map(({ header }, column) => ({
    column,
    header,
    ...choose(byColumn[column] ?? [], column, assigned, fields),
  }));
}

/** A column whose best field is taken may get another one only when that is likely by itself. */
function eligible(matches: readonly Match[], threshold: number): readonly Match[] {
  const best = new Map<number, number>();
  for (const { column, rank } of matches) {
    best.set(column, Math.max(best.get(column) ?? 0, rank));
  }
  return matches.filter(
    ({ column, score, rank }) =>
      score >= threshold && (rank === best.get(column) || rank >= SECOND_CHOICE),
  );
}

function choose(
  matches: readonly Match[],
  column: number,
  assigned: readonly number[],
  fields: readonly MappableField[],
): Pick<ColumnSuggestion, 'guess' | 'runnerUp' | 'takenBy'> {
  const ranked = matches.toSorted((a, b) => b.rank - a.rank);
  const guess = ranked.find(({ field }) => field === assigned[column]);
  const runnerUp = ranked.find((match) => match !== guess);
  const takenBy = runnerUp ? assigned.indexOf(runnerUp.field) : -1;
  return {
    guess: guess ? toGuess(guess, fields) : null,
    runnerUp: runnerUp ? toGuess(runnerUp, fields) : null,
    ...(takenBy === -1 ? {} : { takenBy }),
  };
}

function toGuess(match: Match, fields: readonly MappableField[]): FieldGuess {
  const { entity, key } = fields[match.field] as MappableField;
  const score = Math.round(match.score * 1000) / 1000;
  const guess = { entity, field: key, score, reason: match.reason };
  return match.matched === null ? guess : { ...guess, matched: match.matched };
}
