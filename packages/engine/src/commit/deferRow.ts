import type { RecordBlock } from '../records/Records.ts';
import type { DeferredRow, Pass, PlacedRow, Settled } from './CommitRun.ts';
import { changedBy } from './placeRow.ts';

/**
 * Puts off a row that builds on a refused one: it is planned anew when the others are written, for it may well stand alone
 * (the next row of a company whose first row was refused creates the company). Gives an outcome only where that can not be.
 */
export function deferRow(pass: Pass, place: PlacedRow): readonly Settled[] {
  const { block, r, row, seat } = place;
  if (block.records === undefined) {
    for (const record of changedBy(place)) pass.tainted.add(record);
    const issue = { code: 'depends-on-rejected-row', severity: 'error' as const, row, params: {} };
    return [{ seat, outcome: { row, status: 'rejected', records: [], issues: [issue] } }];
  }
  const records = block.entities.map(({ entity, ids, recordNumbers }) => {
    const record = recordNumbers[r] ?? -1;
    // Planned anew, it may change what it left alone before: later rows of the same record stay behind it.
    if (record >= 0) pass.tainted.add(record);
    return { entity, id: ids[r] ?? pass.ids.get(record) ?? null };
  });
  pass.deferred.push({ row, seat, records: block.records, r, known: { done: false, records } });
  return [];
}

/** Deferred rows as record blocks again: neighbours from the same block stay together. */
export async function* deferredBlocks(rows: readonly DeferredRow[]): AsyncIterable<RecordBlock> {
  for (let start = 0; start < rows.length;) {
    const records = rows[start]?.records;
    let end = start + 1;
    while (end < rows.length && rows[end]?.records === records) end += 1;
    if (records !== undefined)
      yield subset(
        records,
        rows.slice(start, end).map(({ r }) => r),
      );
    start = end;
  }
}

function subset(block: RecordBlock, rows: readonly number[]): RecordBlock {
  const rowNumbers = Uint32Array.from(rows, (r) => block.rowNumbers[r] ?? 0);
  const kept = new Set(rowNumbers);
  return {
    size: rows.length,
    rowNumbers,
    entities: block.entities.map(({ entity, present, fields }) => ({
      entity,
      present: Uint8Array.from(rows, (r) => present[r] ?? 0),
      fields: fields.map(({ field, column, values, blank }) => ({
        field,
        column,
        values: rows.map((r) => values[r] ?? null),
        ...(blank === undefined ? {} : { blank: Uint8Array.from(rows, (r) => blank[r] ?? 0) }),
      })),
    })),
    issues: block.issues.filter(({ row }) => row !== undefined && kept.has(row)),
  };
}
