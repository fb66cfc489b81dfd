import { arrayLiteral, isAmongSql } from './arrayLiteral.ts';
import type { EntityLayout } from './Layout.ts';
import { quoteName } from './quoteName.ts';
import { lockUntouched, markRecords, reverseAll, undoChunks } from './undoChunks.ts';
import type { UndoRun } from './undoImport.ts';

/**
 * Removes the records the import made, children first; again as long as something could be removed, for records that point
 * at each other. What others still point at stays open, and counts as kept in the end.
 */
export async function removeRecords(
  run: UndoRun,
  entities: readonly EntityLayout[],
): Promise<void> {
  for (let removed = -1; removed !== 0;) {
    removed = 0;
    for (const layout of entities) removed += await removeOnce(run, layout);
  }
}

async function removeOnce(run: UndoRun, layout: EntityLayout): Promise<number> {
  const sql = removeSql(layout);
  let removed = 0;
  await undoChunks(run, {
    layout,
    made: true,
    async work(tx, ids) {
      const untouched = await lockUntouched(tx, run, { layout, ids });
      const { reversed, failed } = await reverseAll(tx, untouched, async (part) => {
        const { rows } = await tx.query(sql, [arrayLiteral(part)]);
        const gone = new Set(rows.map((row) => String(row['id']).toLowerCase()));
        return part.filter((id) => gone.has(id.toLowerCase()));
      });
      await markRecords(tx, run, { layout, ids: reversed, state: 'reversed' });
      await markRecords(tx, run, { layout, ids: failed, state: 'failed' });
      removed += reversed.length;
    },
  });
  return removed;
}

function removeSql(layout: EntityLayout): string {
  const id = `o.${quoteName(layout.id.name)}`;
  const free = layout.referrers.map(
    ({ table, column, target }) =>
      `AND NOT EXISTS (SELECT FROM ${table} r WHERE r.${column} = o.${target})`,
  );
  return `DELETE FROM ${layout.table} o WHERE ${isAmongSql(id, '$1', layout.id.type)} ${free.join(' ')}
    RETURNING ${id}::text AS id`;
}
