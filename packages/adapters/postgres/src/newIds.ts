import type { Operation } from '@importera/engine';
import type { EntityLayout } from './Layout.ts';
import type { SqlQuery } from './SqlClient.ts';

/** Ids of the records a batch creates, by record number, in one question for each entity at most. */
export async function newIds(
  tx: SqlQuery,
  operations: readonly Operation[],
  layoutOf: (entity: string) => EntityLayout,
): Promise<ReadonlyMap<number, string>> {
  const created = new Map<string, number[]>();
  for (const { action, entity, record } of operations) {
    if (action !== 'create') continue;
    const records = created.get(entity);
    if (records === undefined) created.set(entity, [record]);
    else records.push(record);
  }
  const ids = new Map<number, string>();
  for (const [entity, records] of created) {
    const made = await makeIds(tx, layoutOf(entity), records.length);
    for (const [n, record] of records.entries()) ids.set(record, made[n] ?? '');
  }
  return ids;
}

async function makeIds(
  tx: SqlQuery,
  { id, newId }: EntityLayout,
  count: number,
): Promise<readonly string[]> {
  if (id.kind === 'uuid' && newId === 'gen_random_uuid()') return orderedUuids(count);
  const { rows } = await tx.query(
    `SELECT (${newId})::text AS id FROM generate_series(1, $1::int)`,
    [count],
  );
  return rows.map((row) => String(row['id']));
}

/**
 * Random uuids of version 7: they begin with the time, so that new records stand side by side in an index. Fully random ones
 * touch a page of the index each, which a table larger than memory pays for with a read.
 */
function orderedUuids(count: number): readonly string[] {
  const time = Date.now().toString(16).padStart(12, '0');
  const prefix = `${time.slice(0, 8)}-${time.slice(8)}-7`;
  return Array.from({ length: count }, () => prefix + crypto.randomUUID().slice(15));
}
