import type { Schema } from '@importera/engine';

/** Postgres cuts identifiers at this many bytes. */
const MAX_BYTES = 63;
/** Columns every table of ours has, and those Postgres keeps for itself. */
const TAKEN_COLUMNS = ['id', 'parent_id', 'custom', 'created_at', 'updated_at'];
const SYSTEM_COLUMNS = ['tableoid', 'xmin', 'xmax', 'cmin', 'cmax', 'ctid'];
const TAKEN_TABLES = [
  'importera_batches',
  'importera_writes',
  'importera_undo',
  'importera_fields',
];

/** Table of each entity, e.g. `salesRep` → `sales_rep`. The same schema always gives the same names. */
export function nameTables(schema: Schema): ReadonlyMap<string, string> {
  return nameAll(Object.keys(schema.entities), TAKEN_TABLES);
}

/** Column of each field of an entity; a field of type `id` is the table's own id and has none. */
export function nameColumns(schema: Schema, entity: string): ReadonlyMap<string, string> {
  const fields = Object.entries(schema.entities[entity]?.fields ?? {});
  const stored = fields.filter(([, field]) => field.type !== 'id').map(([key]) => key);
  return nameAll(stored, [...TAKEN_COLUMNS, ...SYSTEM_COLUMNS]);
}

/** Fits a name into Postgres' 63 bytes; a cut one ends in a checksum of the whole, so that two stay two. */
export function fitName(name: string): string {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= MAX_BYTES) return name;
  const cut = new TextDecoder().decode(bytes.slice(0, MAX_BYTES - 9)).replace(/\uFFFD+$/, '');
  return `${cut}_${checksum(name)}`;
}

function nameAll(
  keys: readonly string[],
  reserved: readonly string[],
): ReadonlyMap<string, string> {
  const taken = new Set(reserved);
  const names = new Map<string, string>();
  for (const key of keys) {
    const name = firstFree(snakeCase(key), taken);
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

function firstFree(base: string, taken: ReadonlySet<string>): string {
  let name = fitName(base);
  for (let n = 2; taken.has(name); n++) name = fitName(`${base}_${n}`);
  return name;
}

function snakeCase(key: string): string {
  const words = key
    .replaceAll('\0', '')
    .normalize('NFC')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2');
  return words.toLowerCase() || 'field';
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
