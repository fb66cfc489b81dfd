import { isListField, type Field, type Value } from '@importera/engine';
import type { FieldPlace } from './Layout.ts';
import { quoteName, quoteText } from './quoteName.ts';

/** SQL that reads a field in a form `to_jsonb` keeps whole: long digit strings stay text. */
export function readSql(place: FieldPlace, alias: string): string {
  if (place.in === 'custom') return `${alias}${quoteName(place.column)} -> ${quoteText(place.key)}`;
  const column = alias + quoteName(place.column.name);
  switch (place.column.kind) {
    case 'timestamp':
      // A time zone's instant is shown as the session's local time, as it was written.
      return `${column}::timestamp`;
    case 'integer':
    case 'decimal':
      return place.field.type === 'number' ? column : `${column}::text`;
    case 'list':
    case 'json':
      return `to_jsonb(${column})`;
    case 'date':
    case 'boolean':
      return column;
    default:
      return `${column}::text`;
  }
}

/** A value as it came from the database, in the form records hold it. */
export function fromStored(field: Field, stored: unknown): Value {
  if (stored === null || stored === undefined || stored === '') return null;
  if (isListField(field)) return toList(stored);
  switch (field.type) {
    case 'number':
      return toNumber(stored);
    case 'boolean':
      return typeof stored === 'boolean' ? stored : toBoolean(String(stored));
    case 'date':
      return String(stored)
        .replace(' ', 'T')
        .slice(0, field.time === true ? 19 : 10);
    default:
      return Array.isArray(stored) ? stored.map(asText).join(', ') : asText(stored);
  }
}

/** A JSON column may hold an object where the field is text. */
function asText(stored: unknown): string {
  return typeof stored === 'object' ? JSON.stringify(stored) : String(stored);
}

/** A record's value in the form the database's JSON functions take it. */
export function toStored(field: Field, value: Value): Value {
  if (!isListField(field) || value === null) return value;
  return Array.isArray(value) ? value : [String(value)];
}

function toList(stored: unknown): Value {
  const list = typeof stored === 'string' && stored.startsWith('[') ? parseList(stored) : stored;
  const texts = (Array.isArray(list) ? list : [list]).filter((item) => item !== null).map(String);
  return texts.length === 0 ? null : texts;
}

function parseList(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toNumber(stored: unknown): number | null {
  const number = typeof stored === 'number' ? stored : Number(stored);
  return Number.isFinite(number) ? number : null;
}

function toBoolean(text: string): boolean | null {
  if (/^(t|true|1|yes|y|on)$/i.test(text)) return true;
  return /^(f|false|0|no|n|off)$/i.test(text) ? false : null;
}
