import { arrayLiteral, isAmongSql } from './arrayLiteral.ts';
import type { EntityLayout } from './Layout.ts';
import { quoteName } from './quoteName.ts';
import { lockUntouched, markRecords, reverseAll, undoChunks } from './undoChunks.ts';
import type { UndoRun } from './undoImport.ts';

/** Puts the records of an entity that the import changed back as they were. */
export async function restoreRecords(run: UndoRun, layout: EntityLayout): Promise<void> {
  const sql = restoreSql(run, layout);
  await undoChunks(run, {
    layout,
    made: false,
    async work(tx, ids) {
      const untouched = await lockUntouched(tx, run, { layout, ids });
      const { reversed, failed } = await reverseAll(tx, untouched, async (part) => {
        await tx.query(sql, [run.importId, layout.entity, arrayLiteral(part)]);
        return part;
      });
      await markRecords(tx, run, { layout, ids: reversed, state: 'reversed' });
      await markRecords(tx, run, { layout, ids: failed, state: 'failed' });
    },
  });
}

function restoreSql({ internal }: UndoRun, layout: EntityLayout): string {
  const id = quoteName(layout.id.name);
  const columns = [...layout.columns.values()]
    .filter(({ name, isGenerated }) => name !== layout.id.name && !isGenerated)
    .map(({ name }) => quoteName(name));
  return `
UPDATE ${layout.table} AS new SET ${columns.map((column) => `${column} = old.${column}`).join(', ')}
FROM (
  SELECT r.* FROM ${internal.undo} s
  JOIN ${layout.table} o ON o.${id} = s.record_id::${layout.id.type}
  CROSS JOIN LATERAL jsonb_populate_record(o, s.before) AS r
  WHERE s.import_id = $1 AND s.entity = $2 AND ${isAmongSql('s.record_id', '$3', 'text')}
) old
WHERE new.${id} = old.${id}`;
}
