import type { UndoReport } from '@importera/engine';
import type { InternalTables } from './internalTables.ts';
import type { EntityLayout, Layout } from './Layout.ts';
import { quoteName } from './quoteName.ts';
import type { SqlClient, SqlQuery } from './SqlClient.ts';
import { isRefusal } from './sqlError.ts';

/**
 * Puts every record back as it was before the import, or removes it if the import made it. Kept are records that
 * anybody changed since, and new ones that others now point at. All in one transaction; afterwards the import's batches
 * count as never written.
 */
export async function undoImport(
  client: SqlClient,
  importId: string,
  { layout, internal }: { readonly layout: Layout; readonly internal: InternalTables },
): Promise<UndoReport> {
  return await client.transaction(async (tx) => {
    // Two undos of one import take turns.
    await tx.query(
      `SELECT id FROM ${internal.batches} WHERE import_id = $1 ORDER BY id FOR UPDATE`,
      [importId],
    );
    const all = await countRecords(tx, importId, internal);
    const entities = [...layout.entities.values()].sort((a, b) => b.rank - a.rank);
    let reversed = 0;
    let failed = 0;
    for (const entity of entities) {
      const restored = await restoreRecords(tx, entity, { importId, internal });
      reversed += restored.reversed;
      failed += restored.failed;
    }
    reversed += await removeRecords(tx, entities, { importId, internal });
    await tx.query(`DELETE FROM ${internal.changes} WHERE import_id = $1`, [importId]);
    await tx.query(`DELETE FROM ${internal.batches} WHERE import_id = $1`, [importId]);
    return { reversed, kept: all - reversed - failed, failed };
  });
}

interface Undo {
  readonly importId: string;
  readonly internal: InternalTables;
}

async function countRecords(
  tx: SqlQuery,
  importId: string,
  { changes }: InternalTables,
): Promise<number> {
  const { rows } = await tx.query(
    `SELECT count(DISTINCT (entity, record_id))::int AS records FROM ${changes} WHERE import_id = $1`,
    [importId],
  );
  return Number(rows[0]?.['records'] ?? 0);
}

/** Updated records, set-based; one by one where a constraint stands against it. */
async function restoreRecords(
  tx: SqlQuery,
  layout: EntityLayout,
  { importId, internal }: Undo,
): Promise<{ readonly reversed: number; readonly failed: number }> {
  const { rows } = await tx.query(
    `${spansSql(internal)}
    SELECT o.${quoteName(layout.id.name)}::text AS id FROM spans s
    JOIN ${layout.table} o ON ${untouched(layout)} AND s.before IS NOT NULL FOR UPDATE OF o`,
    [importId, layout.entity],
  );
  const ids = rows.map((row) => String(row['id']));
  return await restoring(ids, async (part) => {
    await tx.query('SAVEPOINT importera_part');
    try {
      await tx.query(restoreSql(layout, internal), [importId, layout.entity, JSON.stringify(part)]);
      await tx.query('RELEASE SAVEPOINT importera_part');
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT importera_part');
      return false;
    }
  });
}

async function restoring(
  ids: readonly string[],
  restore: (ids: readonly string[]) => Promise<boolean>,
): Promise<{ readonly reversed: number; readonly failed: number }> {
  if (ids.length === 0) return { reversed: 0, failed: 0 };
  if (await restore(ids)) return { reversed: ids.length, failed: 0 };
  if (ids.length === 1) return { reversed: 0, failed: 1 };
  const middle = ids.length >> 1;
  const first = await restoring(ids.slice(0, middle), restore);
  const second = await restoring(ids.slice(middle), restore);
  return { reversed: first.reversed + second.reversed, failed: first.failed + second.failed };
}

/** Created records, children first; again as long as something could be removed, for records that point at each other. */
async function removeRecords(
  tx: SqlQuery,
  entities: readonly EntityLayout[],
  { importId, internal }: Undo,
): Promise<number> {
  let removed = 0;
  for (;;) {
    let now = 0;
    for (const layout of entities) {
      const { rows } = await tx.query(removeSql(layout, internal), [importId, layout.entity]);
      now += rows.length;
    }
    removed += now;
    if (now === 0) return removed;
  }
}

/** For each record the import touched: how it was before the first write and after the last, and whether nobody wrote in between. */
function spansSql({ changes }: InternalTables): string {
  return `
WITH steps AS (
  SELECT record_id, seq, before, after, lag(after) OVER (PARTITION BY record_id ORDER BY seq) AS previous
  FROM ${changes} WHERE import_id = $1 AND entity = $2
), spans AS (
  SELECT record_id, (array_agg(before ORDER BY seq))[1] AS before, (array_agg(after ORDER BY seq DESC))[1] AS after,
    bool_and(previous IS NULL OR previous = md5(before::text)) AS whole
  FROM steps GROUP BY record_id
)`;
}

function untouched({ id }: EntityLayout): string {
  return `o.${quoteName(id.name)} = s.record_id::${id.type} AND s.whole AND md5(to_jsonb(o)::text) = s.after`;
}

function restoreSql(layout: EntityLayout, internal: InternalTables): string {
  const id = quoteName(layout.id.name);
  const columns = [...layout.columns.values()]
    .filter(({ name, isGenerated }) => name !== layout.id.name && !isGenerated)
    .map(({ name }) => quoteName(name));
  return `${spansSql(internal)}
UPDATE ${layout.table} AS new SET ${columns.map((column) => `${column} = old.${column}`).join(', ')}
FROM (
  SELECT r.* FROM spans s
  JOIN ${layout.table} o ON o.${id} = s.record_id::${layout.id.type}
  CROSS JOIN LATERAL jsonb_populate_record(o, s.before) AS r
  WHERE s.record_id IN (SELECT jsonb_array_elements_text($3::text::jsonb))
) old
WHERE new.${id} = old.${id}`;
}

function removeSql(layout: EntityLayout, internal: InternalTables): string {
  const free = layout.referrers.map(
    ({ table, column, target }) =>
      `AND NOT EXISTS (SELECT FROM ${table} WHERE ${table}.${column} = o.${target})`,
  );
  return `${spansSql(internal)}
DELETE FROM ${layout.table} o USING spans s
WHERE ${untouched(layout)} AND s.before IS NULL ${free.join(' ')}
RETURNING o.${quoteName(layout.id.name)}::text AS id`;
}
