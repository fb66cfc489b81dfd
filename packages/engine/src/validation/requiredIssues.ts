import type { Issue } from '../issue/Issue.ts';
import type { EntityRecords, RecordBlock } from '../records/Records.ts';
import type { Schema } from '../schema/Schema.ts';
import { errorCells } from './errorCells.ts';

/**
 * Required fields without a value, on the rows that create a record.
 * @param creates 1 for each row of the block whose record of this entity is new.
 */
export function requiredIssues(
  block: RecordBlock,
  records: EntityRecords,
  schema: Schema,
  creates: Uint8Array,
): readonly Issue[] {
  const { entity } = records;
  const fields = schema.entities[entity]?.fields ?? {};
  const required = Object.keys(fields).filter(
    (key) => fields[key]?.required === true && fields[key].type !== 'id',
  );
  if (required.length === 0 || !creates.includes(1)) return [];
  const bad = errorCells(block.issues);
  return required.flatMap((field) => {
    const column = records.fields.find((known) => known.field === field);
    const place = {
      entity,
      field,
      ...(typeof column?.column === 'number' ? { column: column.column } : {}),
    };
    const issues: Issue[] = [];
    for (let row = 0; row < block.size; row += 1) {
      const value = column?.values[row] ?? null;
      if (creates[row] !== 1 || (value !== null && value !== '')) continue;
      const number = block.rowNumbers[row] ?? 0;
      // A cell that could not be read has an error of its own.
      if (bad.hasField(number, entity, field)) continue;
      const params = {
        label: fields[field]?.label ?? field,
        mapped: typeof column?.column === 'number',
      };
      issues.push({ code: 'required', severity: 'error', row: number, ...place, params });
    }
    return issues;
  });
}
