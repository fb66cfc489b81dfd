import { isListField, type Field, type Value } from '@importera/engine';
import type { ColumnKind, FieldPlace } from './Layout.ts';
import { quoteName, quoteText } from './quoteName.ts';

/** White space of JavaScript's `\s` that NFKC does not turn into a plain space. */
const SPACES = '\t\n\u000b\f\r\u1680\u2028\u2029\ufeff';
/** What registered numbers are written with besides letters and digits. */
const PUNCTUATION = '[ -/:-@[-`{-~\u2010-\u2015\u2212]+';
const PLAIN = ' '.repeat(SPACES.length);

/**
 * SQL that gives a text as `normalizeKey` does: NFKC, white space trimmed and joined, lower case. Final sigma and the
 * dot above are levelled, since lower-casing them differs between Postgres versions; `lookup` compares once more, exactly.
 * Letters that are newer than the database's Unicode are not lower-cased by it: a key with one matches nothing.
 */
export function normalizedSql(text: string, collation: string | null): string {
  const composed = collation === null ? text : `normalize(${text}, NFKC)`;
  const spaces = collation === null ? SPACES.slice(0, 5) : SPACES;
  const spaced = `translate(${composed}, ${quoteText(spaces)}, ${quoteText(PLAIN.slice(0, spaces.length))})`;
  return loweredSql(`btrim(regexp_replace(${spaced}, ' +', ' ', 'g'))`, collation);
}

/**
 * SQL that gives a text of a key, as `normalizeKey` made it, as `normalizedSql` gives the stored one. Composed it is already: to do
 * it again would join what lower-casing took apart, for `H` with a line below has no composed form, and `h` has one.
 */
function loweredSql(text: string, collation: string | null): string {
  if (collation === null) return `lower(${text})`;
  return `translate(lower(${text} COLLATE ${quoteName(collation)}), 'ς\u0307', 'σ')`;
}

/**
 * SQL that gives a field's text as `normalizeKey` does, or a little coarser: web addresses without scheme, phones without
 * extension, registered numbers without punctuation.
 */
export function fieldKeySql(field: Field, text: string, collation: string | null): string {
  if (field.type === 'phone') return normalizedSql(`split_part(${text}, ';ext=', 1)`, collation);
  const normalized = normalizedSql(text, collation);
  if (field.type === 'url') return addressSql(normalized);
  if (!isNumberText(field)) return normalized;
  return `regexp_replace(${normalized}, ${quoteText(PUNCTUATION)}, '', 'g')`;
}

function addressSql(normalized: string): string {
  return `rtrim(regexp_replace(${normalized}, '^([a-z]+://(www[.])?|[ /])+', ''), '/ ')`;
}

/** Whether a field holds registered numbers. */
function isNumberText(field: Field): boolean {
  return field.type === 'text' && field.format !== undefined;
}

/** SQL of a text of a key in the form that `fieldKeySql` gives stored ones. */
function askedTextSql(field: Field, text: string, collation: string | null): string {
  // Their keys are no lower-cased texts.
  if (field.type === 'phone' || isNumberText(field)) return fieldKeySql(field, text, collation);
  const lowered = loweredSql(text, collation);
  return field.type === 'url' ? addressSql(lowered) : lowered;
}

/**
 * SQL of a field's value in the form keys compare it by; the same expression is indexed.
 * @param alias of the table, with a dot; empty in an index.
 */
export function keySql(place: FieldPlace, alias: string, collation: string | null): string {
  if (place.in === 'custom') return customSql(place, alias, collation);
  const column = alias + quoteName(place.column.name);
  const { kind, type } = place.column;
  if (kind === 'text') {
    return fieldKeySql(place.field, type === 'text' ? column : `${column}::text`, collation);
  }
  if (kind === 'list' || kind === 'json')
    return listSql(`to_jsonb(${column})`, normalizedSql('item', collation));
  if (kind === 'timestamp') return comparesDays(place) ? `${column}::date` : `${column}::timestamp`;
  return column;
}

/** SQL of a key's part `part` (a text) in the same form. */
export function askedSql(place: FieldPlace, part: string, collation: string | null): string {
  switch (placeKind(place)) {
    case 'text':
      return askedTextSql(place.field, part, collation);
    case 'list':
    case 'json':
      return listSql(`${part}::jsonb`, loweredSql('item', collation));
    case 'timestamp':
      return comparesDays(place) ? `${part}::date` : `${part}::timestamp`;
    case 'integer':
      return `${part}::bigint`;
    case 'decimal':
      return `${part}::numeric`;
    default:
      return `${part}::${placeKind(place)}`;
  }
}

/** Whether a field's key is its text as `normalizedSql` gives it, and nothing else. */
export function isPlainText(place: FieldPlace): boolean {
  const { field } = place;
  if (placeKind(place) !== 'text' || field.type === 'phone' || field.type === 'url') return false;
  return !isNumberText(field);
}

/** Whether `normalizedSql` would give the text as it is: then the database need not work it out for each key. */
export function isNormalized(text: string): boolean {
  return /^[!-@[-~]+(?: [!-@[-~]+)*$/.test(text);
}

/** The kind of column a key's part is compared in. Custom fields are compared as text, several choices as a list. */
export function placeKind(place: FieldPlace): ColumnKind {
  if (place.in === 'column') return place.column.kind;
  return isListField(place.field) ? 'list' : 'text';
}

/**
 * The text by which a part of a key is asked for; null where no stored value can be equal to it, e.g. `abc` in a
 * number column.
 */
export function askedText(kind: ColumnKind, value: Value): string | null {
  if (value === null) return null;
  const text = kind === 'list' || kind === 'json' ? JSON.stringify(value) : String(value);
  if (text === '' || text.includes('\0') || !FITS[kind].test(text)) return null;
  return (kind === 'date' || kind === 'timestamp') && !isDay(text) ? null : text;
}

/** Whether a text can be a value of the column at all. */
export function fitsKind(kind: ColumnKind, text: string): boolean {
  return askedText(kind, text) !== null;
}

const FITS: Readonly<Record<ColumnKind, RegExp>> = {
  text: /^/,
  list: /^/,
  json: /^/,
  integer: /^-?\d{1,18}$/,
  decimal: /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d(t\d\d:\d\d(:\d\d(\.\d+)?)?)?$/i,
  timestamp: /^\d{4}-\d\d-\d\d(t\d\d:\d\d(:\d\d(\.\d+)?)?)?$/i,
  uuid: /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i,
};

function customSql(
  place: Extract<FieldPlace, { in: 'custom' }>,
  alias: string,
  collation: string | null,
): string {
  const column = alias + quoteName(place.column);
  if (placeKind(place) === 'list')
    return listSql(`(${column} -> ${quoteText(place.key)})`, normalizedSql('item', collation));
  return fieldKeySql(place.field, `(${column} ->> ${quoteText(place.key)})`, collation);
}

function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && !day.startsWith('0000')
  );
}

function comparesDays({ field }: FieldPlace): boolean {
  return field.type === 'date' && field.time !== true;
}

/** Several choices as one text, in one order. @param key SQL of an `item` as keys compare it; one that is empty is none. */
function listSql(json: string, key: string): string {
  return `(SELECT string_agg(key, ',' ORDER BY key COLLATE "C") FROM jsonb_array_elements_text(
    CASE jsonb_typeof(${json}) WHEN 'array' THEN ${json} ELSE jsonb_build_array(${json}) END) AS item,
    LATERAL (SELECT ${key} AS key) k WHERE key <> '')`;
}
