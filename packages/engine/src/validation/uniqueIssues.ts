import type { Issue } from '../issue/Issue.ts';
import { normalizeKey } from '../records/normalizeKey.ts';
import type { EntityRecords, RecordBlock } from '../records/Records.ts';
import type { Schema } from '../schema/Schema.ts';

/** The unique values met so far in a file: kept over its blocks, made by `newUniqueValues`. */
export interface UniqueValues {
  /** By `entity.field`, then by normalised value: who had it first. */
  readonly taken: Map<string, Map<string, { readonly record: number; readonly row: number }>>;
}

export function newUniqueValues(): UniqueValues {
  return { taken: new Map() };
}

/**
 * Values of unique fields that two different records of the file share: an issue on the later row, naming the earlier.
 * Call it block after block, in file order, with the same `seen`. Whether a value is taken in the store is for the
 * adapter to say.
 * @param recordNumbers the record each row hits, -1 for none: rows of one record may repeat its value.
 * @param rejected 1 for rows that will not be written: they take no value from others.
 */
export function uniqueIssues(
  block: RecordBlock,
  records: EntityRecords,
  schema: Schema,
  {
    seen,
    recordNumbers,
    rejected,
  }: {
    readonly seen: UniqueValues;
    readonly recordNumbers: Int32Array;
    readonly rejected?: Uint8Array | undefined;
  },
): readonly Issue[] {
  const issues: Issue[] = [];
  const { entity } = records;
  for (const { field: key, column, values } of records.fields) {
    const field = schema.entities[entity]?.fields[key];
    if (field?.unique !== true) continue;
    const taken =
      seen.taken.get(`${entity}.${key}`) ?? new Map<string, { record: number; row: number }>();
    seen.taken.set(`${entity}.${key}`, taken);
    for (let row = 0; row < block.size; row += 1) {
      const record = recordNumbers[row] ?? -1;
      if (record < 0 || rejected?.[row] === 1) continue;
      const value = normalizeKey(field, values[row] ?? null);
      if (value === null) continue;
      const number = block.rowNumbers[row] ?? 0;
      const first = taken.get(String(value));
      if (first === undefined) taken.set(String(value), { record, row: number });
      else if (first.record !== record) {
        const params = { value: String(values[row]), label: field.label, firstRow: first.row };
        issues.push({
          code: 'not-unique',
          severity: 'error',
          row: number,
          entity,
          field: key,
          ...(column === null ? {} : { column }),
          params,
        });
      }
    }
  }
  return issues;
}
