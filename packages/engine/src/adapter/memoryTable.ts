import type { StoredRecord } from './PersistenceAdapter.ts';
import type { Value } from '../schema/Schema.ts';

/** A stored record and how often it was written: tells whether someone changed it since. */
export interface MemoryRecord extends StoredRecord {
  readonly parentId: string | null;
  readonly version: number;
}

/** The records of one entity with an index for each combination of fields ever asked for. */
export interface MemoryTable {
  readonly records: Map<string, MemoryRecord>;
  /** Puts, replaces or (null) removes a record. */
  set(id: string, record: MemoryRecord | null): void;
  /** Ids of the records whose normalised values are this key. */
  find(fields: readonly string[], key: readonly Value[]): ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** @param normalized gives the value of a field of a record as keys compare it; null where there is nothing to match. */
export function memoryTable(
  normalized: (record: MemoryRecord, field: string) => Value,
): MemoryTable {
  const records = new Map<string, MemoryRecord>();
  const indexes = new Map<string, { fields: readonly string[]; ids: Map<string, Set<string>> }>();

  const keyOf = (record: MemoryRecord, fields: readonly string[]): string | null =>
    memoryKey(fields.map((field) => normalized(record, field)));

  const indexFor = (fields: readonly string[]): Map<string, Set<string>> => {
    const name = JSON.stringify(fields);
    const known = indexes.get(name);
    if (known !== undefined) return known.ids;
    const ids = new Map<string, Set<string>>();
    for (const record of records.values()) enter(ids, keyOf(record, fields), record.id);
    indexes.set(name, { fields, ids });
    return ids;
  };

  return {
    records,
    set(id, record) {
      const before = records.get(id);
      for (const { fields, ids } of indexes.values()) {
        if (before !== undefined) ids.get(keyOf(before, fields) ?? '')?.delete(id);
        if (record !== null) enter(ids, keyOf(record, fields), id);
      }
      if (record === null) records.delete(id);
      else records.set(id, record);
    },
    find(fields, key) {
      const text = memoryKey(key);
      return (text === null ? undefined : indexFor(fields).get(text)) ?? NONE;
    },
  };
}

function enter(ids: Map<string, Set<string>>, key: string | null, id: string): void {
  if (key === null) return;
  const same = ids.get(key);
  if (same === undefined) ids.set(key, new Set([id]));
  else same.add(id);
}

/** Null when a part is empty: such a key matches nothing. */
function memoryKey(key: readonly Value[]): string | null {
  return key.some((part) => part === null || part === '') ? null : JSON.stringify(key);
}
