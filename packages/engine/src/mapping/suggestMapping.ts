import type { Schema } from '../schema/Schema.ts';
import type { ColumnProfile } from '../table/Table.ts';
import { assignFields } from './assignFields.ts';
import { compareMeaning } from './compareMeaning.ts';
import type { FieldName, MappableField } from './FieldName.ts';
import { indexSchema } from './indexSchema.ts';
import type { SchemaIndex } from './indexSchema.ts';
import type { ColumnSuggestion, FieldGuess, SuggestionReason } from './Mapping.ts';
import type { Meaning } from './Meaning.ts';
import { readHeaders } from './readHeaders.ts';
import type { ReadHeader } from './readHeaders.ts';
import { resolveContext } from './resolveContext.ts';
import { similarText } from './similarText.ts';
import { expectedKind, valueEvidence, valueFit } from './valueEvidence.ts';
import type { ValueEvidence } from './valueEvidence.ts';

/** What is known of a column before it is mapped; a `TableColumn` will do. */
export interface SuggestColumn {
  readonly header: string;
  readonly samples: readonly string[];
  readonly profile?: ColumnProfile;
}

export interface SuggestOptions {
  /** Least score of a guess; below it the column stays open. Default 0.55. */
  readonly threshold?: number;
}

export const SUGGEST_THRESHOLD = 0.55;
const SECOND_CHOICE = 0.72;
/** Candidates below this are not even runners-up. */
const LEAST_SCORE = 0.3;

interface Match {
  readonly column: number;
  readonly field: number;
  readonly score: number;
  readonly reason: SuggestionReason;
  readonly matched: string | null;
}

/**
 * Suggests a field for each column, by its header in any of the lexicon's languages, the headers around it and its
 * values. A field is suggested for one column at most, so that the whole is best; a column that lost its field to
 * another has it as runner-up. A header equal to a field's key or label always gets score 1.
 * @returns one suggestion per column, in their order
 */
export function suggestMapping(
  columns: readonly SuggestColumn[],
  schema: Schema,
  options: SuggestOptions = {},
): readonly ColumnSuggestion[] {
  const index = indexSchema(schema);
  const matches = matchColumns(columns, index).filter(({ score }) => score >= LEAST_SCORE);
  const threshold = options.threshold ?? SUGGEST_THRESHOLD;
  const assigned = assignFields(columns.length, index.fields.length, eligible(matches, threshold));
  const byColumn = columns.map((): Match[] => []);
  for (const match of matches) byColumn[match.column]?.push(match);
  return columns.map(({ header }, column) => {
    const ranked = (byColumn[column] ?? []).sort((a, b) => b.score - a.score);
    const guess = ranked.find(({ field }) => field === assigned[column]);
    const runnerUp = ranked.find((match) => match !== guess);
    const takenBy = runnerUp ? assigned.indexOf(runnerUp.field) : -1;
    return {
      column,
      header,
      guess: guess ? toGuess(guess, index) : null,
      runnerUp: runnerUp ? toGuess(runnerUp, index) : null,
      ...(takenBy === -1 ? {} : { takenBy }),
    };
  });
}

/** A column whose best field is taken may get another one only when that is likely by itself. */
function eligible(matches: readonly Match[], threshold: number): readonly Match[] {
  const best = new Map<number, number>();
  for (const { column, score } of matches) {
    best.set(column, Math.max(best.get(column) ?? 0, score));
  }
  return matches.filter(
    ({ column, score }) =>
      score >= threshold && (score === best.get(column) || score >= SECOND_CHOICE),
  );
}

function toGuess(match: Match, { fields }: SchemaIndex): FieldGuess {
  const { entity, key } = fields[match.field] as MappableField;
  const guess = {
    entity,
    field: key,
    score: Math.round(match.score * 1000) / 1000,
    reason: match.reason,
  };
  return match.matched === null ? guess : { ...guess, matched: match.matched };
}

function matchColumns(columns: readonly SuggestColumn[], index: SchemaIndex): readonly Match[] {
  const headers = readHeaders(columns.map(({ header }) => header));
  const evidence = columns.map(({ samples }) => valueEvidence(samples));
  const resolved = resolveContext(
    headers.map(({ readings }, column) => ({
      meaning: (readings[0] as ReadHeader['readings'][number]).meaning,
      evidence: evidence[column] as ValueEvidence,
    })),
  );
  const kinds = index.fields.map(({ field, names }) =>
    expectedKind(field.type, names[0]?.meaning.content ?? []),
  );
  return headers.flatMap((header, column) => {
    const best = new Map<number, Match>();
    const offer = (name: FieldName, score: number, reason: SuggestionReason): void => {
      const fit =
        score === 1 ? 1 : valueFit(evidence[column] as ValueEvidence, kinds[name.owner] ?? 'any');
      const known = best.get(name.owner);
      if (known && known.score >= score * fit) return;
      best.set(name.owner, {
        column,
        field: name.owner,
        score: score * fit,
        reason,
        matched: name.text,
      });
    };
    const plain = (header.readings[0] as ReadHeader['readings'][number]).meaning;
    const settled = resolved[column] as Meaning;
    offerEqual(
      header,
      columns[column]?.header ?? '',
      index,
      settled === plain ? null : settled,
      offer,
    );
    offerMeaning(settled, 1, index, offer);
    for (const { meaning, certainty } of header.readings.slice(1)) {
      offerMeaning(meaning, certainty, index, offer);
    }
    if (settled.words.length > 0) offerSimilar(header, index, offer);
    return [...best.values()];
  });
}

type Offer = (name: FieldName, score: number, reason: SuggestionReason) => void;

/** The same words, whatever stands between them. An alias that the context contradicts is only a weak hint. */
function offerEqual(
  { letters }: ReadHeader,
  header: string,
  { byLetters }: SchemaIndex,
  settled: Meaning | null,
  offer: Offer,
): void {
  if (letters === '') return;
  const text = header.trim().toLowerCase();
  for (const name of byLetters.get(letters) ?? []) {
    const same = name.text.trim().toLowerCase() === text ? 1 : 0.995;
    const contradicted = settled !== null && name.kind === 'alias';
    const weight = name.kind === 'alias' ? name.weight : 1;
    offer(name, weight * (contradicted ? 0.7 : same), name.kind);
  }
}

function offerMeaning(meaning: Meaning, certainty: number, index: SchemaIndex, offer: Offer): void {
  const seen = new Set<FieldName>();
  const consider = (names: readonly FieldName[] | undefined): void => {
    for (const name of names ?? []) {
      if (seen.has(name)) continue;
      seen.add(name);
      const score = compareMeaning(meaning, name.meaning) * certainty * name.weight;
      if (score > 0) offer(name, score, 'synonym');
    }
  };
  for (const unit of meaning.content) consider(index.byUnit.get(unit));
  for (const unit of meaning.qualifiers) consider(index.byUnit.get(unit));
  for (const word of meaning.words) consider(index.byWord.get(word));
}

/** Slips of the pen: only for headers with a word that is not understood. */
function offerSimilar({ letters }: ReadHeader, { names }: SchemaIndex, offer: Offer): void {
  for (const name of names) {
    const similarity = similarText(letters, name.letters);
    if (similarity > 0.8) offer(name, similarity * 0.92, 'similar');
  }
}
