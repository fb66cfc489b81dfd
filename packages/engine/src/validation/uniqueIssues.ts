import type { Issue } from '../issue/Issue.ts';
import { normalizeKey } from '../records/normalizeKey.ts';
import type { EntityRecords, FieldColumn, RecordBlock } from '../records/Records.ts';
import type { Field, Schema } from '../schema/Schema.ts';
import { issuePlace, shownValue } from './issuePlace.ts';

/** The unique values met so far in a file: kept over its blocks, made by `newUniqueValues`. */
export interface UniqueValues {
  /** By `entity.field`, then by normalised value: who had it first. */
  readonly taken: Map<string, Map<string, { readonly record: number; readonly row: number }>>;
}

export function newUniqueValues(): UniqueValues {
  return { taken: new Map() };
}

export interface UniqueOptions {
  readonly schema: Schema;
  readonly seen: UniqueValues;
  /** The record each row hits, -1 for none: rows of one record may repeat its value. */
  readonly recordNumbers: Int32Array;
  /** 1 for rows that will not be written: they take no value from others. */
  readonly rejected?: Uint8Array | undefined;
}

/**
 * Values of unique fields that two different records of the file share: an issue on the later row, naming the earlier.
 * Call it block after block, in file order, with the same `seen`. Whether a value is taken in the store is for the
 * adapter to say.
 */
export function uniqueIssues(
  block: RecordBlock,
  records: EntityRecords,
  options: UniqueOptions,
): readonly Issue[] {
  const fields = options.schema.entities[records.entity]?.fields ?? {};
  return records.fields.flatMap((column) => {
    const field = fields[column.field];
    if (field?.unique !== true) return [];
    return repeatedIn({ field, column, entity: records.entity }, block, options);
  });
}

interface UniqueColumn {
  readonly entity: string;
  readonly field: Field;
  readonly column: FieldColumn;
}

function repeatedIn(
  { entity, field, column }: UniqueColumn,
  block: RecordBlock,
  { seen, recordNumbers, rejected }: UniqueOptions,
): readonly Issue[] {
  const issues: Issue[] = [];
  const name = `${entity}.${column.field}`;
  const taken = seen.taken.get(name) ?? new Map<string, { record: number; row: number }>();
  seen.taken.set(name, taken);
  for (let index = 0; index < block.size; index += 1) {
    const record = recordNumbers[index] ?? -1;
    if (record < 0 || rejected?.[index] === 1) continue;
    const value = column.values[index] ?? null;
    const key = normalizeKey(field, value);
    if (key === null) continue;
    const row = block.rowNumbers[index] ?? 0;
    const first = taken.get(String(key));
    if (first === undefined) taken.set(String(key), { record, row });
    if (first === undefined || first.record === record) continue;
    const params = { value: shownValue(value), label: field.label, firstRow: first.row };
    issues.push({
      code: 'not-unique',
      severity: 'error',
      row,
      ...issuePlace(entity, column),
      params,
    });
  }
  return issues;
}
