import type { Field, Value } from '../schema/Schema.ts';

/**
 * What match keys and unique fields compare by. Simple enough for a database to do the same:
 *
 * - text, reference, id, url, choice: NFKC, white space at the ends removed, each run of it one space, lower case:
 *   `lower(regexp_replace(btrim(normalize(x, NFKC)), '\s+', ' ', 'g'))`. A URL besides without scheme, `www.` and
 *   final slash;
 * - text with a registered `format` (organisation numbers): only letters and digits, upper case;
 * - e-mail: trimmed, lower case; phone: E.164 without its extension;
 * - number, boolean, date: as they are; several choices: each as text, sorted.
 *
 * An empty text is null: an empty part of a key matches nothing.
 */
export function normalizeKey(field: Field, value: Value): Value {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object') {
    const parts = value.map(textKey).filter((part) => part !== '');
    return parts.length === 0 ? null : parts.sort();
  }
  const key = keyOf(field, value);
  return key === '' ? null : key;
}

function keyOf(field: Field, value: string): string {
  switch (field.type) {
    case 'phone':
      return value.replace(/;ext=.*$/u, '').trim();
    case 'date':
      return value;
    case 'url':
      return textKey(value)
        .replace(/^[a-z]+:\/\/(?:www\.)?/u, '')
        .replace(/\/$/u, '');
    case 'text':
      return field.format === undefined
        ? textKey(value)
        : value
            .normalize('NFKC')
            .toUpperCase()
            .normalize('NFKC')
            .replace(/[^\p{L}\p{N}]/gu, '');
    default:
      return textKey(value);
  }
}

function textKey(value: string): string {
  return /^[a-z0-9]+$/u.test(value)
    ? value
    : value.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
