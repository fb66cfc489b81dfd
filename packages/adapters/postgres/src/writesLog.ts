import type { Job } from './Job.ts';
import type { EntityLayout } from './Layout.ts';
import { quoteName } from './quoteName.ts';
import type { WriteRun } from './WriteRun.ts';

/**
 * SQL of a number that tells whether a record is as it was: of all its columns as text, instants in UTC, since the sessions of
 * writing and undoing may have other time zones.
 */
export function fingerprintSql({ columns }: EntityLayout, alias: string): string {
  const values = [...columns.values()].map(({ name, type }) => {
    const column = `${alias}.${quoteName(name)}`;
    return type.startsWith('timestamp') && type.endsWith('with time zone')
      ? `${column} AT TIME ZONE 'UTC'`
      : column;
  });
  return `hashtextextended(ROW(${values.join(', ')})::text, 0)`;
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
