import type { Issue } from '../issue/Issue.ts';

/** Answers whether a row's record, or one field of it, already has an error. */
export interface ErrorCells {
  hasRecord(row: number, entity: string): boolean;
  hasField(row: number, entity: string, field: string): boolean;
}

export function errorCells(issues: readonly Issue[]): ErrorCells {
  const records = new Set<string>();
  const fields = new Set<string>();
  for (const { severity, row, entity, field } of issues) {
    if (severity !== 'error' || row === undefined) continue;
    records.add(`${row} ${entity ?? ''}`);
    fields.add(`${row} ${entity ?? ''} ${field ?? ''}`);
  }
  return {
    hasRecord: (row, entity) => records.size > 0 && records.has(`${row} ${entity}`),
    hasField: (row, entity, field) => fields.size > 0 && fields.has(`${row} ${entity} ${field}`),
  };
}
