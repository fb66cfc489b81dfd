import type { Issue } from '../issue/Issue.ts';
import type { EntityRecords, RecordBlock } from '../records/Records.ts';
import type { RecordIssue, RecordValues, Schema, Value } from '../schema/Schema.ts';
import type { ErrorCells } from './errorCells.ts';

/** Runs each entity's `check` over its records. One that throws gives an issue on its row, the others stand. */
export function checkRecords(
  block: RecordBlock,
  schema: Schema,
  bad: ErrorCells,
): readonly Issue[] {
  const issues: Issue[] = [];
  for (const records of block.entities) {
    const check = schema.entities[records.entity]?.check;
    if (check === undefined) continue;
    for (const row of checkableRows(records, block, bad)) {
      try {
        for (const found of check(recordAt(records, row)))
          issues.push(rowIssue(found, records, block, row));
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        issues.push({
          code: 'check-threw',
          severity: 'error',
          row: block.rowNumbers[row] ?? 0,
          entity: records.entity,
          params: { message },
        });
      }
    }
  }
  return issues;
}

/** Rows of a block that hold a record of the entity without an error so far. */
export function checkableRows(
  records: EntityRecords,
  block: RecordBlock,
  bad: ErrorCells,
): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < block.size; row += 1) {
    if (records.present[row] === 1 && !bad.hasRecord(block.rowNumbers[row] ?? 0, records.entity))
      rows.push(row);
  }
  return rows;
}

/** The record of a row as the host's checks see it. */
export function recordAt(records: EntityRecords, row: number): RecordValues {
  const values: Record<string, Value> = {};
  for (const { field, values: column } of records.fields) values[field] = column[row] ?? null;
  return values;
}

/** A host's finding as an issue of its row. */
export function rowIssue(
  found: RecordIssue,
  records: EntityRecords,
  block: RecordBlock,
  row: number,
): Issue {
  const column = records.fields.find(({ field }) => field === found.field);
  const value = column?.values[row] ?? null;
  return {
    code: found.code ?? 'check-refused',
    severity: found.severity ?? 'error',
    row: block.rowNumbers[row] ?? 0,
    entity: records.entity,
    ...(found.field === undefined ? {} : { field: found.field }),
    ...(column === undefined || column.column === null ? {} : { column: column.column }),
    params: {
      message: found.message,
      ...(value === null ? {} : { value: Array.isArray(value) ? value.join('; ') : String(value) }),
    },
  };
}
