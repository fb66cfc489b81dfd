import {
  normalizeKey,
  RECORD_ID,
  type LookupRequest,
  type LookupResult,
  type StoredRecord,
  type Value,
} from '@importera/engine';
import { arrayLiteral } from './arrayLiteral.ts';
import {
  askedSql,
  askedText,
  fitsKind,
  isNormalized,
  isPlainText,
  keySql,
  placeKind,
} from './keySql.ts';
import type { EntityLayout, FieldPlace } from './Layout.ts';
import { quoteName } from './quoteName.ts';
import { jsonOf, type SqlQuery } from './SqlClient.ts';
import { fromStored, readSql } from './storedValue.ts';

/** More than one tells that a key is ambiguous; a few more can be named. */
const CANDIDATES = 10;

export interface LookupOptions {
  readonly layout: EntityLayout;
  /** Of all fields, custom ones too. */
  readonly places: ReadonlyMap<string, FieldPlace>;
  readonly collation: string | null;
}

/** Answers all questions of a request by one statement. */
export async function lookupRecords(
  db: SqlQuery,
  request: LookupRequest,
  options: LookupOptions,
): Promise<LookupResult> {
  const parts = keyParts(request, options);
  const questions = parts === null ? [] : asQuestions(request, parts, options.layout);
  const matches: StoredRecord[][] = request.keys.map(() => []);
  if (parts === null || questions.length === 0) return { matches };

  const first = lookupSql(parts, options, { questions, limit: CANDIDATES + 1 });
  const { rows } = await db.query(first, questionParams(questions, parts));
  collect(rows, matches, { request, ...options });
  const short = shortened(rows, matches);
  if (short.size > 0) {
    // So many candidates that some were left out, and not all of the others really match: look at all.
    const again = questions.filter(({ n }) => short.has(n));
    for (const { n } of again) matches[n] = [];
    const all = await db.query(
      lookupSql(parts, options, { questions: again, limit: null }),
      questionParams(again, parts),
    );
    collect(all.rows, matches, { request, ...options });
  }
  return { matches: matches.map((found) => found.slice(0, CANDIDATES)) };
}

type Row = Readonly<Record<string, unknown>>;

/** One part of the key: a field, or (null) the record's own id. */
interface KeyPart {
  readonly place: FieldPlace | null;
}

/** Null when a field of the key is stored nowhere: then nothing matches. */
function keyParts(
  { fields }: LookupRequest,
  { places, layout }: LookupOptions,
): readonly KeyPart[] | null {
  const parts = fields.map((field): KeyPart | null => {
    const place = places.get(field);
    if (field === RECORD_ID || layout.idFields.has(field)) return { place: null };
    return place === undefined ? null : { place };
  });
  return parts.length > 0 && parts.every((part) => part !== null) ? parts : null;
}

interface Question {
  /** Index of the key. */
  readonly n: number;
  readonly parent: string | null;
  readonly key: readonly string[];
}

/** The keys that can match at all, as texts. */
function asQuestions(
  { keys, parentIds }: LookupRequest,
  parts: readonly KeyPart[],
  layout: EntityLayout,
): readonly Question[] {
  const questions: Question[] = [];
  keys.forEach((key, n) => {
    const parent = layout.parent === null ? null : (parentIds?.[n] ?? null);
    if (parent !== null && !fitsKind(layout.parent?.column.kind ?? 'text', parent)) return;
    const texts = parts.map(({ place }, index) =>
      askedText(place === null ? layout.id.kind : placeKind(place), key[index] ?? null),
    );
    if (texts.every((text) => text !== null)) questions.push({ n, parent, key: texts });
  });
  return questions;
}

/** Numbers of the keys, parents, and each part of the keys, as lists. */
function questionParams(
  questions: readonly Question[],
  parts: readonly KeyPart[],
): readonly string[] {
  return [
    arrayLiteral(questions.map(({ n }) => String(n))),
    arrayLiteral(questions.map(({ parent }) => parent)),
    ...parts.map((_, index) => arrayLiteral(questions.map(({ key }) => key[index] ?? ''))),
  ];
}

function lookupSql(
  parts: readonly KeyPart[],
  options: LookupOptions,
  { questions, limit }: { readonly questions: readonly Question[]; readonly limit: number | null },
): string {
  const { layout, places } = options;
  const id = `o.${quoteName(layout.id.name)}`;
  const parent = layout.parent === null ? null : `o.${quoteName(layout.parent.column.name)}`;
  const values = [...places.values()].map(
    (place, index) => `${readSql(place, 'o.')} AS "${index}"`,
  );
  const conditions = parts.map((part, index) =>
    condition(part, `k.part${index}`, {
      ...options,
      isNormalized: questions.every(({ key }) => isNormalized(key[index] ?? '')),
    }),
  );
  // Subselects hide how many keys there are: the planner thinks of ten and goes by the index, where there is one. Told of
  // thousands it would rather read the whole table, not knowing what the normalised text of each record costs.
  const lists = ['(SELECT $1::text::int[])', '(SELECT $2::text::text[])'];
  const names = ['n', 'parent'];
  for (const index of parts.keys()) {
    lists.push(`(SELECT $${index + 3}::text::text[])`);
    names.push(`part${index}`);
  }
  if (parent !== null) {
    conditions.push(
      `(k.parent IS NULL OR ${parent} = k.parent::${layout.parent?.column.type ?? 'text'})`,
    );
  }
  return `
SELECT n, id, parent, "values" FROM (
  SELECT k.n, ${id}::text AS id, ${parent ?? 'NULL'}::text AS parent,
    (SELECT to_jsonb(r) FROM (SELECT ${values.join(', ')}) r) AS "values",
    row_number() OVER (PARTITION BY k.n ORDER BY ${id}) AS place
  FROM unnest(${lists.join(', ')}) AS k (${names.join(', ')})
  JOIN ${layout.table} o ON ${conditions.join(' AND ')}
) found${limit === null ? '' : ` WHERE place <= ${limit}`}
ORDER BY n, place`;
}

function condition(
  { place }: KeyPart,
  asked: string,
  { layout, collation, isNormalized }: LookupOptions & { readonly isNormalized: boolean },
): string {
  if (place !== null) {
    const part = isNormalized && isPlainText(place) ? asked : askedSql(place, asked, collation);
    return `${keySql(place, 'o.', collation)} = ${part}`;
  }
  const id = `o.${quoteName(layout.id.name)}`;
  // Text ids are asked for in lower case, as every key is.
  return layout.id.kind === 'text'
    ? `lower(${id}::text) = lower(${asked})`
    : `${id} = ${asked}::${layout.id.type}`;
}

function collect(
  rows: readonly Row[],
  matches: StoredRecord[][],
  { request, layout, places }: LookupOptions & { readonly request: LookupRequest },
): void {
  for (const row of rows) {
    const n = Number(row['n']);
    const record = storedRecord(row, layout, places);
    if (
      matchesKey(
        record,
        request.keys[n] ?? [],
        request.fields.map((name) => [name, places.get(name)]),
      )
    )
      matches[n]?.push(record);
  }
}

export function storedRecord(
  row: Row,
  layout: EntityLayout,
  places: ReadonlyMap<string, FieldPlace>,
): StoredRecord {
  const stored = jsonOf(row['values']) as Record<string, unknown> | null;
  const values: [string, Value][] = [];
  let index = 0;
  for (const [key, { field }] of places) {
    const value = fromStored(field, stored?.[index++]);
    if (value !== null) values.push([key, value]);
  }
  return {
    id: String(row['id']),
    values: Object.fromEntries(values),
    ...(layout.parent === null
      ? {}
      : { parentId: row['parent'] === null ? null : String(row['parent']) }),
  };
}

/** The database compares nearly as `normalizeKey` does; this is the last word. */
export function matchesKey(
  record: StoredRecord,
  key: readonly Value[],
  fields: readonly (readonly [name: string, place: FieldPlace | undefined])[],
): boolean {
  return fields.every(([name, place], index) => {
    if (place === undefined) return true;
    const value = Object.hasOwn(record.values, name) ? (record.values[name] ?? null) : null;
    return JSON.stringify(normalizeKey(place.field, value)) === JSON.stringify(key[index] ?? null);
  });
}

/** Keys whose candidates were cut off before enough of them proved true. */
function shortened(rows: readonly Row[], matches: readonly StoredRecord[][]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { n } of rows) counts.set(Number(n), (counts.get(Number(n)) ?? 0) + 1);
  return new Set(
    [...counts]
      .filter(([n, count]) => count > CANDIDATES && (matches[n]?.length ?? 0) < CANDIDATES)
      .map(([n]) => n),
  );
}
