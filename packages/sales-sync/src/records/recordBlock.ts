import type { ColumnMapping, RecordBlock } from '@importera/engine';
import { syncSchema } from './syncSchema.ts';
import type { SyncRow } from './SyncRow.ts';
import type { SyncTarget } from '../targets/SyncTarget.ts';

/**
 * Rows as the engine's records. They are typed already, so they enter the flow behind reading and converting: text that a
 * file would mean something by (`n/a`, a leading apostrophe) is kept as it is.
 * @param first number of the first row.
 */
export function recordBlock(
  { entity }: SyncTarget,
  rows: readonly SyncRow[],
  first: number,
): RecordBlock {
  return {
    size: rows.length,
    rowNumbers: Uint32Array.from(rows, (_, r) => first + r),
    entities: [
      {
        entity,
        present: new Uint8Array(rows.length).fill(1),
        fields: fieldsOf(entity).map((field, column) => ({
          field,
          column,
          values: rows.map(({ values }) => values[field] ?? null),
        })),
      },
    ],
    issues: [],
  };
}

/** The mapping of those rows: the recipe of a sync. */
export function columnsOf({ entity, match, write }: SyncTarget): readonly ColumnMapping[] {
  return fieldsOf(entity).map((field, column) => ({
    column,
    header: field,
    target: { kind: 'field', entity, field },
    match: field === match,
    write: write[field] ?? 'overwrite',
    clear: false,
    format: {},
    values: [],
  }));
}

function fieldsOf(entity: SyncTarget['entity']): readonly string[] {
  return Object.keys(syncSchema.entities[entity]?.fields ?? {});
}
