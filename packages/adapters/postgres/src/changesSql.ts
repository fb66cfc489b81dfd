import type { Job } from './prepareBatch.ts';
import type { WriteRun } from './WriteRun.ts';

/** Part of a statement that keeps, for undo, what its part `done` gives: id, record before, checksum after. */
export function changesSql({ changes }: WriteRun): string {
  if (changes === null) return '';
  return `, logged AS (
  INSERT INTO ${changes} (import_id, entity, record_id, before, after)
  SELECT $2, $3, id, before, after FROM done
)`;
}

export function changeParams(
  { changes, importId }: WriteRun,
  jobs: readonly Job[],
): readonly string[] {
  return changes === null ? [] : [importId, jobs[0]?.layout.entity ?? ''];
}
