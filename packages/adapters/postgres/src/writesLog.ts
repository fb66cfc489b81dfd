import type { Job } from './Job.ts';
import type { EntityLayout } from './Layout.ts';
import { quoteName } from './quoteName.ts';
import type { WriteRun } from './WriteRun.ts';

/** Types that Postgres hashes as they are; of any other, a column's text is taken. */
const HASHED =
  /^(text|character varying|uuid|boolean|date|bytea|jsonb|smallint|integer|bigint|numeric|real|double precision|timestamp with(out)? time zone|time without time zone)$/;

/**
 * SQL of a number that tells whether a record is as it was, made of all its columns. Those of the usual types are hashed as they
 * are, which takes a third of the time of writing them as text, and does not depend on a session's settings.
 */
export function fingerprintSql({ columns }: EntityLayout, alias: string): string {
  const values = [...columns.values()].map(({ name, type }) => {
    const column = `${alias}.${quoteName(name)}`;
    if (!HASHED.test(type)) return `${column}::text COLLATE "C"`;
    // A collation may take different texts for equal.
    return type === 'text' || type === 'character varying' ? `${column} COLLATE "C"` : column;
  });
  return `hash_record_extended(ROW(${values.join(', ')}), 0)`;
}

/**
 * Part of a statement that notes, for undo, what its part `done` gives: id, record before (null: made) and fingerprints before
 * and after. Takes `$2` and `$3` (see `logParams`).
 */
export function logSql({ writes }: WriteRun): string {
  if (writes === null) return '';
  return `, logged AS (
  INSERT INTO ${writes} (import_id, entity, ids, befores, was, became)
  SELECT $2, $3, array_agg(id), CASE WHEN count(before) > 0 THEN array_agg(before) END,
    CASE WHEN count(was) > 0 THEN array_agg(was) END, array_agg(became)
  FROM done HAVING count(*) > 0
)`;
}

export function logParams({ writes, importId }: WriteRun, jobs: readonly Job[]): readonly string[] {
  return writes === null ? [] : [importId, jobs[0]?.layout.entity ?? ''];
}
