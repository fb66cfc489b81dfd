import type { Issue } from '../issue/Issue.ts';
import type { EntityRecords, RecordBlock } from '../records/Records.ts';
import type { Schema } from '../schema/Schema.ts';
import { errorCells } from './errorCells.ts';
import { issuePlace } from './issuePlace.ts';

export interface RequiredOptions {
  readonly schema: Schema;
  /** 1 for each row of the block whose record of this entity is new. */
  readonly creates: Uint8Array;
}

/** Required fields without a value, on the rows that create a record. */
export function requiredIssues(
  block: RecordBlock,
  records: EntityRecords,
  { schema, creates }: RequiredOptions,
): readonly Issue[] {
  const { entity } = records;
  const fields = schema.entities[entity]?.fields ?? {};
  const required = Object.entries(fields).filter(
    ([, field]) => field.required === true && field.type !== 'id',
  );
  if (required.length === 0 || !creates.includes(1)) return [];
  const bad = errorCells(block.issues);
  return required.flatMap(([key, { label }]) => {
    const known = records.fields.find(({ field }) => field === key);
    const column = known ?? { field: key, column: null, values: [] };
    // A field that no column fills is missing in every row: the remedy is another one.
    const params = { label, mapped: column.column !== null };
    const issues: Issue[] = [];
    for (let index = 0; index < block.size; index += 1) {
      const value = column.values[index] ?? null;
      const row = block.rowNumbers[index] ?? 0;
      if (creates[index] !== 1 || (value !== null && value !== '')) continue;
      // A cell that could not be read has an error of its own.
      if (bad.hasField(row, entity, key)) continue;
      issues.push({
        code: 'required',
        severity: 'error',
        row,
        ...issuePlace(entity, column),
        params,
      });
    }
    return issues;
  });
}
