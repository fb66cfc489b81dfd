import { normalizeKey } from '../records/normalizeKey.ts';
import { ownValue } from '../schema/ownValue.ts';
import type { Field, RecordValues, Schema, Value } from '../schema/Schema.ts';
import { memoryTable, type MemoryTable } from './memoryTable.ts';
import { RECORD_ID } from './PersistenceAdapter.ts';

/** What the parts of the memory adapter share. */
export interface MemoryState {
  readonly schema: Schema;
  table(entity: string): MemoryTable;
  field(entity: string, field: string): Field;
  /** The unique fields of an entity. */
  unique(entity: string): readonly string[];
  nextId(entity: string): string;
}

/** @param custom fields made on the spot, by entity. */
export function memoryState(
  schema: Schema,
  custom: ReadonlyMap<string, Record<string, Field>>,
): MemoryState {
  const tables = new Map<string, MemoryTable>();
  const counters = new Map<string, number>();
  const field = (entity: string, key: string): Field =>
    ownValue(ownValue(schema.entities, entity)?.fields, key) ??
    ownValue(custom.get(entity), key) ?? { type: 'text', label: key };
  const table = (entity: string): MemoryTable => {
    const known = tables.get(entity);
    if (known !== undefined) return known;
    const made = memoryTable((record, key) =>
      key === RECORD_ID ? record.id : normalizeKey(field(entity, key), stored(record.values, key)),
    );
    tables.set(entity, made);
    return made;
  };
  const nextId = (entity: string): string => {
    const count = (counters.get(entity) ?? 0) + 1;
    counters.set(entity, count);
    const id = `${entity}-${count}`;
    return table(entity).records.has(id) ? nextId(entity) : id;
  };
  const unique = (entity: string): readonly string[] =>
    Object.entries(ownValue(schema.entities, entity)?.fields ?? {})
      .filter(([, { unique }]) => unique === true)
      .map(([key]) => key);
  return { schema, table, field, unique, nextId };
}

function stored(values: RecordValues, key: string): Value {
  return ownValue(values, key) ?? null;
}
