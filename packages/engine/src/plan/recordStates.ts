import type { FieldColumn } from '../records/Records.ts';
import type { RecordValues, Value } from '../schema/Schema.ts';

/** A record when a row hits it for the first time. */
export interface NewState {
  /** Index of its entity in the plan. */
  readonly entity: number;
  /** Id in the host's store; null for one this import creates. */
  readonly id: string | null;
  /** Record number of its parent, -1 for none or one that no row hit. */
  readonly parent: number;
  /** Id of its parent in the host's store. */
  readonly parentId: string | null;
  /** Where its values are: those of the stored record, or the columns and row that create it. */
  readonly values:
    | RecordValues
    | { readonly columns: readonly FieldColumn[]; readonly row: number };
}

/**
 * Every record the import has hit so far, by number, as it will be after the rows planned so far. Made for a million records:
 * values stay in the columns of the file or in the stored record, only what later rows changed is kept beside them.
 */
export interface RecordStates {
  readonly count: () => number;
  add(state: NewState): number;
  entity(record: number): number;
  id(record: number): string | null;
  parent(record: number): number;
  parentId(record: number): string | null;
  /** @param slot position of the field among its entity's columns. */
  value(record: number, field: string, slot: number): Value;
  set(record: number, field: string, value: Value): void;
  /** Whether a row of this import changed the field of a stored record. */
  changed(record: number, field: string): boolean;
}

export function recordStates(): RecordStates {
  const entities: number[] = [];
  const ids: (string | null)[] = [];
  const parents: number[] = [];
  const parentIds: (string | null)[] = [];
  const sources: (RecordValues | readonly FieldColumn[])[] = [];
  /** Row in the columns of `sources`; -1 where that is a stored record. */
  const rows: number[] = [];
  const overlays = new Map<number, Map<string, Value>>();

  return {
    count: () => ids.length,
    add({ entity, id, parent, parentId, values }) {
      entities.push(entity);
      parents.push(parent);
      parentIds.push(parentId);
      ids.push(id);
      const inFile = id === null && isRowOfColumns(values);
      sources.push(inFile ? values.columns : (values as RecordValues));
      rows.push(inFile ? values.row : -1);
      return ids.length - 1;
    },
    entity: (record) => entities[record] ?? -1,
    id: (record) => ids[record] ?? null,
    parent: (record) => parents[record] ?? -1,
    parentId: (record) => parentIds[record] ?? null,
    value(record, field, slot) {
      const overlay = overlays.get(record);
      if (overlay?.has(field) === true) return overlay.get(field) ?? null;
      const source = sources[record];
      if (source === undefined) return null;
      const row = rows[record] ?? -1;
      if (row >= 0) return (source as readonly FieldColumn[])[slot]?.values[row] ?? null;
      return Object.hasOwn(source, field) ? ((source as RecordValues)[field] ?? null) : null;
    },
    set(record, field, value) {
      const overlay = overlays.get(record) ?? new Map<string, Value>();
      overlays.set(record, overlay.set(field, value));
    },
    changed: (record, field) => overlays.get(record)?.has(field) === true,
  };
}

function isRowOfColumns(
  values: NewState['values'],
): values is { columns: readonly FieldColumn[]; row: number } {
  return Array.isArray(values['columns']) && typeof values['row'] === 'number';
}
