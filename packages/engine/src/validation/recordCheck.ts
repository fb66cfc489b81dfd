import type { Issue } from '../issue/Issue.ts';
import type { EntityRecords, RecordBlock } from '../records/Records.ts';
import type { RecordIssue, RecordValues, Schema, Value } from '../schema/Schema.ts';
import type { HasError } from './recordsWithErrors.ts';
import { issuePlace, shownValue } from './issuePlace.ts';

/** Runs each entity's `check` over its records. One that throws gives an issue on its row, the others stand. */
export function checkRecords(
  block: RecordBlock,
  schema: Schema,
  hasError: HasError,
): readonly Issue[] {
  return block.entities.flatMap((records) => {
    const check = schema.entities[records.entity]?.check;
    if (check === undefined) return [];
    return checkableRows(records, block, hasError).flatMap((index) => {
      const row = block.rowNumbers[index] ?? 0;
      try {
        const found = check(recordAt(records, index));
        return found.map((issue) => Object.assign({ row }, recordIssue(issue, records, index)));
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        const { entity } = records;
        return [{ code: 'check-threw', severity: 'error', row, entity, params: { message } }];
      }
    });
  });
}

/** Rows of a block, by index, that hold a record of the entity without an error so far. */
export function checkableRows(
  records: EntityRecords,
  block: RecordBlock,
  hasError: HasError,
): readonly number[] {
  const rows: number[] = [];
  for (let index = 0; index < block.size; index += 1) {
    if (records.present[index] !== 1) continue;
    if (!hasError(block.rowNumbers[index] ?? 0, records.entity)) rows.push(index);
  }
  return rows;
}

/** The record of a row as the host's checks see it. */
export function recordAt(records: EntityRecords, index: number): RecordValues {
  const values: Record<string, Value> = {};
  for (const { field, values: column } of records.fields) values[field] = column[index] ?? null;
  return values;
}

/** A host's finding as an issue, still without its row. */
export function recordIssue(found: RecordIssue, records: EntityRecords, index: number): Issue {
  const { entity } = records;
  const { code = 'check-refused', severity = 'error', message } = found;
  if (found.field === undefined) return { code, severity, entity, params: { message } };
  const column = records.fields.find(({ field }) => field === found.field);
  const value = column?.values[index] ?? null;
  const place = column === undefined ? { entity, field: found.field } : issuePlace(entity, column);
  const params = value === null ? { message } : { message, value: shownValue(value) };
  return { code, severity, ...place, params };
}
