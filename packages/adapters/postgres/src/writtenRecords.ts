import type { InternalTables } from './internalTables.ts';
import type { SqlQuery } from './SqlClient.ts';

/** Which page of the ids is wanted. */
export interface WrittenOptions {
  /** Where the page before ended: its `next`. */
  readonly after?: string | null;
  /** Records in a page, more or less; default 1,000. */
  readonly limit?: number;
}

/** Ids of records that an import wrote. */
export interface WrittenPage {
  /** Ids of records the import made or changed, each once in a page, in the order they were first written. */
  readonly ids: readonly string[];
  /** For the page after; null at the end. */
  readonly next: string | null;
}

export interface WrittenQuery extends WrittenOptions {
  readonly importId: string;
  readonly entity: string;
}

/**
 * A page of the records of an entity that an import wrote, so far as it was not undone. A record that several batches changed may
 * come again in another page.
 */
export async function writtenRecords(
  db: SqlQuery,
  { writes }: InternalTables,
  { importId, entity, after = null, limit = 1_000 }: WrittenQuery,
): Promise<WrittenPage> {
  const [seq = '0', place = '0'] = (after ?? '0.0').split('.');
  // A few notes at a time: each may hold thousands of records.
  const { rows } = await db.query(
    `WITH notes AS (
       SELECT seq, ids FROM ${writes} WHERE import_id = $1 AND entity = $2 AND seq >= $3::text::bigint
       ORDER BY seq LIMIT ${NOTES}
     )
     SELECT n.seq::text AS seq, r.place::text AS place, r.id, (SELECT count(*) FROM notes)::int AS notes
     FROM notes n CROSS JOIN LATERAL unnest(n.ids) WITH ORDINALITY AS r (id, place)
     WHERE n.seq > $3::text::bigint OR r.place > $4::text::bigint
     ORDER BY n.seq, r.place LIMIT $5::int`,
    [importId, entity, seq, place, limit],
  );
  const last = rows.at(-1);
  const isEnd = last === undefined || (rows.length < limit && Number(last['notes']) < NOTES);
  return {
    ids: [...new Set(rows.map((row) => String(row['id'])))],
    next: isEnd ? null : `${String(last['seq'])}.${String(last['place'])}`,
  };
}

/** Notes read for one page. */
const NOTES = 8;
