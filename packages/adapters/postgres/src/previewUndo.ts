import type { AdapterContext, UndoReport } from '@importera/engine';
import type { InternalTables } from './internalTables.ts';
import type { EntityLayout, Layout } from './Layout.ts';
import { quoteName } from './quoteName.ts';
import type { SqlClient, SqlQuery } from './SqlClient.ts';
import { childrenFirst } from './undoImport.ts';
import { fingerprintSql } from './writesLog.ts';

export interface PreviewOptions {
  readonly layout: Layout;
  readonly internal: InternalTables;
  readonly context: AdapterContext;
}

/**
 * Says what undoing an import now would reverse and keep. Writes to a temporary table only. Whether the database will refuse to
 * put a record back is not known before it is tried, so nothing counts as failed but what failed in an undo that was interrupted.
 */
export async function previewUndo(
  client: SqlClient,
  importId: string,
  { layout, internal, context }: PreviewOptions,
): Promise<UndoReport> {
  return await client.transaction(async (tx) => {
    const entities = childrenFirst(layout);
    await collect(tx, importId, internal);
    for (const entity of entities) await markUntouched(tx, entity);
    for (let marked = 1; marked > 0;) {
      context.signal?.throwIfAborted();
      marked = 0;
      for (const entity of entities) marked += await markRemoved(tx, entity, layout);
    }
    return await count(tx);
  });
}

/** A row for each record the import wrote, as `unpackWrites` makes them, and those of an undo that was interrupted. */
async function collect(
  tx: SqlQuery,
  importId: string,
  { writes, undo }: InternalTables,
): Promise<void> {
  await tx.query(
    `CREATE TEMPORARY TABLE importera_preview (entity text, record_id text, made boolean, became bigint, state text)
     ON COMMIT DROP`,
  );
  await tx.query(
    `WITH steps AS (
       SELECT entity, record_id, before IS NULL AS made, was, became, 0::bigint AS seq, state
       FROM ${undo} WHERE import_id = $1 AND entity <> ''
       UNION ALL
       SELECT w.entity, r.id, w.befores IS NULL, r.was, r.became, w.seq, 'open'
       FROM ${writes} w CROSS JOIN LATERAL unnest(w.ids, w.was, w.became) AS r (id, was, became)
       WHERE w.import_id = $1
     ), linked AS (
       SELECT *, lag(became) OVER (PARTITION BY entity, record_id ORDER BY seq) AS previous FROM steps
     )
     INSERT INTO importera_preview
     SELECT entity, record_id, bool_or(made), (array_agg(became ORDER BY seq DESC))[1],
       CASE WHEN bool_and(previous IS NULL OR previous = was) THEN min(state) ELSE 'touched' END
     FROM linked GROUP BY entity, record_id`,
    [importId],
  );
  await tx.query('CREATE INDEX ON importera_preview (entity, record_id)');
  await tx.query('ANALYZE importera_preview');
}

/** Changed records that are as the import left them are reversed; new ones wait for what points at them. */
async function markUntouched(tx: SqlQuery, layout: EntityLayout): Promise<void> {
  const id = `o.${quoteName(layout.id.name)}`;
  await tx.query(
    `UPDATE importera_preview p SET state = CASE WHEN p.made THEN 'waits' ELSE 'reversed' END
     FROM ${layout.table} o
     WHERE p.entity = $1 AND p.state = 'open' AND ${id} = p.record_id::${layout.id.type}
       AND ${fingerprintSql(layout, 'o')} = p.became`,
    [layout.entity],
  );
}

/** New records at which nothing points any more once the reversed ones are. */
async function markRemoved(tx: SqlQuery, layout: EntityLayout, all: Layout): Promise<number> {
  const id = `o.${quoteName(layout.id.name)}`;
  const free = layout.referrers.map(
    ({ table, column, target }) =>
      `AND NOT EXISTS (SELECT FROM ${table} r WHERE r.${column} = o.${target} ${stays(table, all)})`,
  );
  const { rows } = await tx.query(
    `WITH removed AS (
       UPDATE importera_preview p SET state = 'reversed' FROM ${layout.table} o
       WHERE p.entity = $1 AND p.state = 'waits' AND ${id} = p.record_id::${layout.id.type} ${free.join(' ')}
       RETURNING 1
     ) SELECT count(*)::int AS removed FROM removed`,
    [layout.entity],
  );
  return Number(rows[0]?.['removed'] ?? 0);
}

/** A record that points at another is no hindrance if the import wrote it and the undo reverses it. */
function stays(table: string, { entities }: Layout): string {
  const layout = [...entities.values()].find(({ regclass }) => regclass === table);
  if (layout === undefined) return '';
  return `AND NOT EXISTS (SELECT FROM importera_preview x WHERE x.entity = '${layout.entity.replaceAll("'", "''")}'
    AND x.record_id = r.${quoteName(layout.id.name)}::text AND x.state = 'reversed')`;
}

async function count(tx: SqlQuery): Promise<UndoReport> {
  const { rows } = await tx.query(
    `SELECT count(*)::int AS records, (count(*) FILTER (WHERE state = 'reversed'))::int AS reversed,
       (count(*) FILTER (WHERE state = 'failed'))::int AS failed FROM importera_preview`,
  );
  const [row] = rows;
  const [reversed, failed] = [Number(row?.['reversed']), Number(row?.['failed'])];
  return { reversed, failed, kept: Number(row?.['records']) - reversed - failed };
}
