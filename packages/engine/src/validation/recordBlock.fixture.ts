import type { EntityRecords, RecordBlock } from '../records/Records.ts';
import type { Value } from '../schema/Schema.ts';

/** A block of one entity's records from columns of values; rows are numbered from `firstRow`. */
export function recordBlock(
  entity: string,
  columns: Readonly<Record<string, readonly Value[]>>,
  firstRow = 2,
): RecordBlock {
  const size = Math.max(0, ...Object.values(columns).map(({ length }) => length));
  const fields = Object.entries(columns).map(([field, values], column) => ({
    field,
    column,
    values,
  }));
  const present = Uint8Array.from({ length: size }, (_, row) =>
    fields.some(({ values }) => values[row] !== null) ? 1 : 0,
  );
  const records: EntityRecords = { entity, present, fields };
  return {
    size,
    rowNumbers: Uint32Array.from({ length: size }, (_, row) => firstRow + row),
    entities: [records],
    issues: [],
  };
}

/** Gives the blocks one after another. */
export async function* blocksOf(...blocks: readonly RecordBlock[]): AsyncIterable<RecordBlock> {
  for (const block of blocks) {
    await Promise.resolve();
    yield block;
  }
}
