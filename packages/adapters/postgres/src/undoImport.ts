import type { UndoContext, UndoReport } from '@importera/engine';
import type { InternalTables } from './internalTables.ts';
import type { EntityLayout, Layout } from './Layout.ts';
import { removeRecords } from './removeRecords.ts';
import { restoreRecords } from './restoreRecords.ts';
import type { SqlClient, SqlQuery } from './SqlClient.ts';

/** What the parts of an undo share. */
export interface UndoRun {
  readonly importId: string;
  readonly internal: InternalTables;
  /** One step of the undo: a transaction of its own. Two undos of one import take turns by step. */
  step<Result>(run: (tx: SqlQuery) => Promise<Result>): Promise<Result>;
}

export interface UndoOptions {
  readonly layout: Layout;
  readonly internal: InternalTables;
  readonly context: UndoContext;
}

/**
 * Puts every record back as it was before the import, or removes it if the import made it. Kept are records that
 * anybody changed since, and new ones that others now point at. Done in steps of some thousand records, each a transaction: one
 * that was interrupted is taken up by the next call, which reports all of it. Afterwards the import's batches count as never
 * written.
 */
export async function undoImport(
  client: SqlClient,
  importId: string,
  { layout, internal, context }: UndoOptions,
): Promise<UndoReport> {
  const run: UndoRun = {
    importId,
    internal,
    async step(work) {
      context.signal?.throwIfAborted();
      return await client.transaction(async (tx) => {
        await takeTurn(tx, importId, internal);
        return await work(tx);
      });
    },
  };
  while (await unpackWrites(run));
  for (const entity of childrenFirst(layout)) await restoreRecords(run, entity);
  await removeRecords(run, childrenFirst(layout));
  return await run.step(async (tx) => {
    const report = await finish(tx, importId, internal);
    await context.settle?.(report, tx);
    return report;
  });
}

export function childrenFirst({ entities }: Layout): readonly EntityLayout[] {
  return [...entities.values()].sort((a, b) => b.rank - a.rank);
}

/** Entity of the row by which undos of one import take turns. No entity has an empty name. */
const TURN = '';

async function takeTurn(tx: SqlQuery, importId: string, { undo }: InternalTables): Promise<void> {
  await tx.query(
    `INSERT INTO ${undo} AS u (import_id, entity, record_id, became, state) VALUES ($1, $2, '', 0, 'turn')
     ON CONFLICT (import_id, entity, record_id) DO UPDATE SET became = u.became + 1`,
    [importId, TURN],
  );
}

/**
 * Turns the oldest note of what the import wrote into a row for each record: how it was before the first write and after the
 * last, `touched` where somebody else wrote in between. Of what a note tells of columns that an earlier one told of already,
 * the earlier holds; a record that the import made has nothing before. False when there is none left.
 */
async function unpackWrites({ importId, internal, step }: UndoRun): Promise<boolean> {
  const { writes, undo } = internal;
  return await step(async (tx) => {
    const { rows } = await tx.query(
      // By the number itself: "seq" alone would be the text, where 10 comes before 9.
      `SELECT w.seq::text AS seq FROM ${writes} w WHERE w.import_id = $1 ORDER BY w.seq LIMIT 1`,
      [importId],
    );
    const seq = rows[0]?.['seq'];
    if (seq === undefined) return false;
    await tx.query(
      `INSERT INTO ${undo} AS u (import_id, entity, record_id, before, was, became, state)
       SELECT w.import_id, w.entity, r.id, r.before, r.was, r.became, 'open'
       FROM ${writes} w CROSS JOIN LATERAL unnest(w.ids, w.befores, w.was, w.became) AS r (id, before, was, became)
       WHERE w.import_id = $1 AND w.seq = $2::text::bigint
       ON CONFLICT (import_id, entity, record_id) DO UPDATE SET before = COALESCE(excluded.before, '{}') || u.before,
         became = excluded.became,
         state = CASE WHEN u.became = excluded.was THEN u.state ELSE 'touched' END`,
      [importId, seq],
    );
    await tx.query(`DELETE FROM ${writes} WHERE import_id = $1 AND seq = $2::text::bigint`, [
      importId,
      seq,
    ]);
    return true;
  });
}

async function finish(
  tx: SqlQuery,
  importId: string,
  { undo, batches }: InternalTables,
): Promise<UndoReport> {
  const { rows } = await tx.query(
    `SELECT count(*)::int AS records, (count(*) FILTER (WHERE state = 'reversed'))::int AS reversed,
       (count(*) FILTER (WHERE state = 'failed'))::int AS failed
     FROM ${undo} WHERE import_id = $1 AND entity <> $2`,
    [importId, TURN],
  );
  const [records, reversed, failed] = ['records', 'reversed', 'failed'].map((name) =>
    Number(rows[0]?.[name] ?? 0),
  ) as [number, number, number];
  await tx.query(`DELETE FROM ${undo} WHERE import_id = $1`, [importId]);
  await tx.query(`DELETE FROM ${batches} WHERE import_id = $1`, [importId]);
  return { reversed, kept: records - reversed - failed, failed };
}
