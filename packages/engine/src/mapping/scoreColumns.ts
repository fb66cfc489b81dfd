import { compareMeaning } from './compareMeaning.ts';
import { entityClass } from './entityClass.ts';
import type { FieldName } from './FieldName.ts';
import { ALIAS } from './indexSchema.ts';
import type { SchemaIndex } from './indexSchema.ts';
import type { Unit } from './lexicon/units.ts';
import type { SuggestionReason } from './Mapping.ts';
import type { Meaning } from './Meaning.ts';
import { readHeaders } from './readHeaders.ts';
import type { ReadHeader } from './readHeaders.ts';
import { resolveContext } from './resolveContext.ts';
import { letterMask, mayBeSimilar, similarText } from './similarText.ts';
import { valueEvidence, valueFit } from './valueEvidence.ts';
import type { ValueEvidence } from './valueEvidence.ts';

/** How well one column fits one field. */
export interface Match {
  readonly column: number;
  readonly field: number;
  /** 0–1, as a person sees it. */
  readonly score: number;
  /** The score, with what decides between equals added. */
  readonly rank: number;
  readonly reason: SuggestionReason;
  /** The name of the field that the header resembled; null when only the values speak. */
  readonly matched: string | null;
}

interface Offer {
  readonly score: number;
  readonly reason: SuggestionReason;
  /** Added to the rank. */
  readonly bonus?: number;
}

/** A column while it is compared with the names of the fields. */
interface Comparison {
  readonly header: ReadHeader;
  /** The header as it stands in the file. */
  readonly text: string;
  /** What it means beside the others. */
  readonly meaning: Meaning;
  readonly index: SchemaIndex;
  offer(name: FieldName, offer: Offer): void;
}

const EXACT_BONUS = { header: 0.06, label: 0.05, key: 0.02, alias: 0 } as const;
const SAME_LETTERS = 0.995;
const CONTRADICTED = 0.7;
const SIMILAR = 0.92;
const SLIP = 0.8;
/** `Company phone` for the phone of a contact. */
const OTHER_ENTITY = 0.75;

/** All matches of the columns with the fields, each pair once with its best score. */
export function scoreColumns(
  columns: readonly { readonly header: string; readonly samples: readonly string[] }[],
  index: SchemaIndex,
): readonly Match[] {
  const headers = readHeaders(columns.map(({ header }) => header));
  const evidence = columns.map(({ samples }) => valueEvidence(samples));
  const meanings = resolveContext(
    headers.map(({ readings }, column) => ({
      meaning: readings[0].meaning,
      evidence: evidence[column] as ValueEvidence,
    })),
  );
  const hasContacts = meanings.some(({ content }) => content.some((unit) => CONTACT.has(unit)));
  /** A bare `Name` in a list of people is no company's, though the host's field may be called `name`. */
  const namesPeople = (column: number): boolean => {
    const { count = 0, companyName = 0 } = evidence[column] ?? {};
    const [unit] = meanings[column]?.content ?? [];
    return hasContacts && unit === 'full-name' && count > 0 && companyName === 0;
  };
  return headers.flatMap((header, column) => {
    const best = new Map<number, Match>();
    const offer = (name: FieldName, { score, reason, bonus = 0 }: Offer): void => {
      const { kind = 'any', isCompanyName = false } = index.fields[name.owner] ?? {};
      const isDoubtful = isCompanyName && !isHosts(reason) && namesPeople(column);
      // The host's own name for a field counts for more than odd values: an error file has nothing else.
      const fit = score >= ALIAS ? 1 : valueFit(evidence[column] as ValueEvidence, kind);
      const sure = score * fit * (isDoubtful ? OF_PEOPLE : 1);
      const rank = sure + bonus;
      const known = best.get(name.owner);
      if (known && known.rank >= rank) return;
      const match = { column, field: name.owner, score: sure, rank, reason };
      best.set(name.owner, { ...match, matched: name.text });
    };
    const text = columns[column]?.header ?? '';
    compareColumn({ header, text, meaning: meanings[column] as Meaning, index, offer });
    for (const match of valueMatches(column, evidence[column] as ValueEvidence, header, index)) {
      if (!best.has(match.field)) best.set(match.field, match);
    }
    return [...best.values()];
  });
}

/** The host's own words, label or alias, are not doubted. */
function isHosts(reason: SuggestionReason): boolean {
  return reason === 'label' || reason === 'alias';
}

/** Leaves a doubtful name open: a person says whose it is. */
const OF_PEOPLE = 0.5;

/** What only lists of people, or of people in companies, have. */
const CONTACT: ReadonlySet<Unit> = new Set<Unit>(['email', 'mobile', 'first-name', 'birth-date']);

function compareColumn(comparison: Comparison): void {
  const { header, meaning } = comparison;
  offerEqual(comparison);
  offerMeaning(meaning, 1, comparison);
  for (const reading of header.readings.slice(1)) {
    offerMeaning(reading.meaning, reading.certainty, comparison);
  }
  if (meaning.words.length > 0) offerSimilar(comparison);
}

/** The same words, whatever stands between them. An alias that the context contradicts is only a weak hint. */
function offerEqual({ header, text, meaning, index, offer }: Comparison): void {
  if (header.letters === '') return;
  const same = text.trim().toLowerCase();
  const isSettled = meaning !== header.readings[0].meaning;
  for (const name of index.byLetters.get(header.letters) ?? []) {
    const isExact = name.text.trim().toLowerCase() === same;
    const bonus = isExact ? EXACT_BONUS[name.kind] : 0;
    const reason = name.kind === 'header' ? 'label' : name.kind;
    if (name.kind === 'alias') {
      const isContradicted = isSettled && compareMeaning(meaning, name.meaning) < CONTRADICTED;
      const weight = isContradicted ? CONTRADICTED : isExact ? 1 : SAME_LETTERS;
      offer(name, { score: name.weight * weight, reason, bonus });
    } else offer(name, { score: isExact ? 1 : SAME_LETTERS, reason, bonus });
  }
}

function offerMeaning(
  meaning: Meaning,
  certainty: number,
  { index, offer }: Pick<Comparison, 'index' | 'offer'>,
): void {
  const named = entityClass({ ...meaning, content: [] });
  const names = new Set<FieldName>();
  for (const unit of [...meaning.content, ...meaning.qualifiers]) {
    for (const name of index.byUnit.get(unit) ?? []) names.add(name);
  }
  for (const word of meaning.words) {
    for (const name of index.byWord.get(word) ?? []) names.add(name);
  }
  for (const name of names) {
    const owner = index.fields[name.owner]?.entityClass ?? null;
    const isOther = named !== null && owner !== null && named !== owner;
    const score = compareMeaning(meaning, name.meaning) * certainty * name.weight;
    if (score > 0)
      offer(name, { score: isOther ? score * OTHER_ENTITY : score, reason: 'synonym' });
  }
}

/** Slips of the pen: only for headers with a word that is not understood. */
function offerSimilar({ header, index, offer }: Comparison): void {
  const mask = letterMask(header.letters);
  for (const name of index.names) {
    // Hardly anyone slips on the first letter, but it may have changed places with the next.
    const [first] = name.letters;
    if (first !== header.letters[0] && first !== header.letters[1]) continue;
    if (!mayBeSimilar(mask, name.mask, header.letters.length)) continue;
    const similarity = similarText(header.letters, name.letters);
    if (similarity > SLIP) offer(name, { score: similarity * SIMILAR, reason: 'similar' });
  }
}

const VALUE_SCORES = { email: 0.62, url: 0.57 } as const;

/** Columns whose header says nothing, but whose values can hardly be anything else. */
function valueMatches(
  column: number,
  evidence: ValueEvidence,
  { readings }: ReadHeader,
  { fields }: SchemaIndex,
): readonly Match[] {
  const isSilent = readings.every(({ meaning }) => meaning.content.length === 0);
  if (!isSilent || evidence.count < 2) return [];
  return fields.flatMap(({ kind }, field) => {
    if ((kind !== 'email' && kind !== 'url') || evidence[kind] < 1) return [];
    const score = VALUE_SCORES[kind];
    return [{ column, field, score, rank: score, reason: 'values' as const, matched: null }];
  });
}
