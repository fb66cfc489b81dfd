import { arrayLiteral, isAmongSql } from './arrayLiteral.ts';
import { attempt } from './attempt.ts';
import type { EntityLayout } from './Layout.ts';
import { quoteName } from './quoteName.ts';
import type { SqlQuery } from './SqlClient.ts';
import { isRefusal } from './sqlError.ts';
import type { UndoRun } from './undoImport.ts';
import { fingerprintSql } from './writesLog.ts';

/** Records of one step: little to do again after a crash, little to hold locked. */
const CHUNK_RECORDS = 5_000;

export type UndoState = 'reversed' | 'failed' | 'kept';

export interface ChunkOptions {
  readonly layout: EntityLayout;
  /** Records the import made, or those it changed. */
  readonly made: boolean;
  readonly work: (tx: SqlQuery, ids: readonly string[]) => Promise<void>;
}

/** Goes once through the records of an entity that are still to be reversed, step by step in the order of their ids. */
export async function undoChunks(
  { importId, internal, step }: UndoRun,
  { layout, made, work }: ChunkOptions,
): Promise<void> {
  let after = '';
  for (;;) {
    const ids = await step(async (tx) => {
      const { rows } = await tx.query(
        `SELECT record_id FROM ${internal.undo}
         WHERE import_id = $1 AND entity = $2 AND record_id > $3 AND state = 'open' AND before IS ${made ? 'NULL' : 'NOT NULL'}
         ORDER BY record_id LIMIT ${CHUNK_RECORDS}`,
        [importId, layout.entity, after],
      );
      const found = rows.map((row) => String(row['record_id']));
      if (found.length > 0) await work(tx, found);
      return found;
    });
    if (ids.length === 0) return;
    after = ids.at(-1) ?? after;
  }
}

/** Locks, of these records, those that are as the import left them; the others are kept. */
export async function lockUntouched(
  tx: SqlQuery,
  run: UndoRun,
  { layout, ids }: { readonly layout: EntityLayout; readonly ids: readonly string[] },
): Promise<readonly string[]> {
  const id = `o.${quoteName(layout.id.name)}`;
  const { rows } = await tx.query(
    `SELECT s.record_id AS id FROM ${run.internal.undo} s
     JOIN ${layout.table} o ON ${id} = s.record_id::${layout.id.type}
     WHERE s.import_id = $1 AND s.entity = $2 AND ${isAmongSql('s.record_id', '$3', 'text')}
       AND ${fingerprintSql(layout, 'o')} = s.became
     ORDER BY ${id} FOR UPDATE OF o`,
    [run.importId, layout.entity, arrayLiteral(ids)],
  );
  const untouched = new Set(rows.map((row) => String(row['id'])));
  const kept = ids.filter((one) => !untouched.has(one));
  await markRecords(tx, run, { layout, ids: kept, state: 'kept' });
  return [...untouched];
}

export async function markRecords(
  tx: SqlQuery,
  { importId, internal }: UndoRun,
  marked: {
    readonly layout: EntityLayout;
    readonly ids: readonly string[];
    readonly state: UndoState;
  },
): Promise<void> {
  if (marked.ids.length === 0) return;
  await tx.query(
    `UPDATE ${internal.undo} SET state = $4
     WHERE import_id = $1 AND entity = $2 AND ${isAmongSql('record_id', '$3', 'text')}`,
    [importId, marked.layout.entity, arrayLiteral(marked.ids), marked.state],
  );
}

/** Reverses records by one statement; where the database refuses it, each half, until the guilty stand alone. */
export async function reverseAll(
  tx: SqlQuery,
  ids: readonly string[],
  reverse: (ids: readonly string[]) => Promise<readonly string[]>,
): Promise<{ readonly reversed: readonly string[]; readonly failed: readonly string[] }> {
  if (ids.length === 0) return { reversed: [], failed: [] };
  const tried = await attempt(tx, isRefusal, () => reverse(ids));
  if (tried.done) return { reversed: tried.result, failed: [] };
  if (ids.length === 1) return { reversed: [], failed: ids };
  const middle = ids.length >> 1;
  const first = await reverseAll(tx, ids.slice(0, middle), reverse);
  const second = await reverseAll(tx, ids.slice(middle), reverse);
  return {
    reversed: [...first.reversed, ...second.reversed],
    failed: [...first.failed, ...second.failed],
  };
}
