import {
  type OUTCOME_ACTIONS,
  rowOutcome,
  type OutcomeBlock,
  type OutcomeStatus,
  type RecordOutcome,
  type RowOutcome,
} from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { numberOf, textOf } from '../database/columns.ts';
import { storedBlock } from './outcomeColumns.ts';
import type { ImportKey } from './ServerImport.ts';

export interface OutcomeQuery {
  readonly statuses: readonly OutcomeStatus[] | null;
  /** Rows after this one. */
  readonly after: number;
  /** Outcomes of this run and batch alone. */
  readonly only?: { readonly run: number; readonly batch: number };
}

/** The outcome of a row, with the run it is from. */
export interface RunOutcome {
  readonly run: number;
  readonly outcome: RowOutcome;
}

/** Where a stored block is, before it is read. */
export interface Place {
  readonly run: number;
  readonly batch: number;
  readonly digest: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly states: readonly string[];
}

/** A block being read, and how far. */
export interface Cursor {
  readonly run: number;
  /** Its turn among blocks of the same run. */
  readonly turn: number;
  readonly block: OutcomeBlock;
  r: number;
}

/** Numbers of rows looked at together. */
const STRIDE = 2_048;

/**
 * Outcomes in file order, where several blocks tell of a row put together. Blocks are read when their first row is reached and
 * forgotten after their last; where no block around has a wanted status, none is read.
 */
export async function* outcomesInOrder(
  sql: SqlQuery,
  key: ImportKey,
  query: OutcomeQuery,
): AsyncIterable<RunOutcome> {
  const { statuses, after } = query;
  for (const cluster of clusters(await outcomePlaces(sql, key, query))) {
    const states = new Set(cluster.flatMap((place) => place.states));
    if (statuses !== null && !statuses.some((status) => states.has(status))) continue;
    for await (const found of mergeCluster(sql, key, { cluster, after })) {
      if (statuses === null || statuses.includes(found.outcome.status)) yield found;
    }
  }
}

/** Where blocks are that tell of rows after this one. */
export async function outcomePlaces(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  { after, only }: Pick<OutcomeQuery, 'after' | 'only'>,
): Promise<readonly Place[]> {
  const { rows } = await sql.query(
    `SELECT run, batch, digest, first_row, last_row, states FROM importera.outcome_blocks
     WHERE tenant = $1 AND import_id = $2 AND last_row > $3 ${only ? 'AND run = $4 AND batch = $5' : ''}
     ORDER BY first_row, run, noted_at, digest`,
    [tenant, id, after, ...(only ? [only.run, only.batch] : [])],
  );
  return rows.map((row) => ({
    run: numberOf(row, 'run'),
    batch: numberOf(row, 'batch'),
    digest: textOf(row, 'digest'),
    firstRow: numberOf(row, 'first_row'),
    lastRow: numberOf(row, 'last_row'),
    states: textOf(row, 'states').split(','),
  }));
}

/** Blocks whose ranges of rows overlap belong together. */
function* clusters(all: readonly Place[]): Iterable<readonly Place[]> {
  let cluster: Place[] = [];
  let last = -1;
  for (const place of all) {
    if (cluster.length > 0 && place.firstRow > last) {
      yield cluster;
      cluster = [];
    }
    cluster.push(place);
    last = Math.max(last, place.lastRow);
  }
  if (cluster.length > 0) yield cluster;
}

async function* mergeCluster(
  sql: SqlQuery,
  key: ImportKey,
  { cluster, after }: { readonly cluster: readonly Place[]; readonly after: number },
): AsyncIterable<RunOutcome> {
  const cursors = new Set<Cursor>();
  let next = 0;
  for (let from = after + 1; next < cluster.length || cursors.size > 0; from += STRIDE) {
    if (cursors.size === 0) from = Math.max(from, cluster[next]?.firstRow ?? from);
    while ((cluster[next]?.firstRow ?? Infinity) < from + STRIDE) {
      const place = cluster[next];
      next += 1;
      if (place !== undefined) cursors.add(await openCursor(sql, key, { place, after }));
    }
    yield* mergedOutcomes(cursors, from + STRIDE);
    for (const cursor of cursors) if (cursor.r >= cursor.block.size) cursors.delete(cursor);
  }
}

/** Reads a block from the row after this one on. */
export async function openCursor(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  { place, after }: { readonly place: Place; readonly after: number },
): Promise<Cursor> {
  const { rows } = await sql.query(
    `SELECT size, row_numbers, statuses, entities, actions, ids, issues, extract(epoch FROM noted_at) AS noted
     FROM importera.outcome_blocks
     WHERE tenant = $1 AND import_id = $2 AND run = $3 AND batch = $4 AND digest = $5`,
    [tenant, id, place.run, place.batch, place.digest],
  );
  const block = storedBlock(rows[0] ?? {});
  const r = block.rowNumbers.findIndex((row) => row > after);
  return {
    run: place.run,
    turn: numberOf(rows[0] ?? {}, 'noted'),
    block,
    r: r < 0 ? block.size : r,
  };
}

/** Takes the rows before this one from blocks, in file order. */
export function* mergedOutcomes(cursors: Iterable<Cursor>, end: number): Iterable<RunOutcome> {
  const found = new Map<number, Found[]>();
  for (const cursor of cursors) {
    const { block, run, turn } = cursor;
    for (; cursor.r < block.size; cursor.r += 1) {
      const row = block.rowNumbers[cursor.r] ?? 0;
      if (row >= end) break;
      const one = { block, run, turn, r: cursor.r };
      const others = found.get(row);
      if (others === undefined) found.set(row, [one]);
      else others.push(one);
    }
  }
  for (const [, several] of [...found].sort(([a], [b]) => a - b)) yield merged(several);
}

interface Found extends Readonly<Cursor> {}

/** The last run that took a row says what became of it. */
function merged(several: readonly Found[]): RunOutcome {
  const run = Math.max(...several.map((one) => one.run));
  const [first, ...later] = several
    .filter((one) => one.run === run)
    .sort((a, b) => a.turn - b.turn)
    .map(({ block, r }) => rowOutcome(block, r));
  if (first === undefined) throw new Error('There is no outcome to merge.');
  return { run, outcome: later.reduce(bothOutcomes, first) };
}

/** A row in two steps of one run: what was written stays written, and other outcomes of the rest are added to it. */
function bothOutcomes(before: RowOutcome, now: RowOutcome): RowOutcome {
  if (before.status !== 'written') return now;
  const records = new Map<string, RecordOutcome>();
  for (const record of [...before.records, ...now.records]) {
    const known = records.get(record.entity);
    const stronger = known !== undefined && strength(known) >= strength(record) ? known : record;
    records.set(record.entity, { ...stronger, id: record.id ?? known?.id ?? null });
  }
  const told = new Set(before.issues.map((issue) => JSON.stringify(issue)));
  const issues = now.issues.filter((issue) => !told.has(JSON.stringify(issue)));
  return { ...before, records: [...records.values()], issues: [...before.issues, ...issues] };
}

/** Weakest first. */
const STRENGTH = ['none', 'skipped', 'unchanged', 'updated', 'created'] as const;

function strength({ action }: RecordOutcome): number {
  return STRENGTH.indexOf(action satisfies (typeof OUTCOME_ACTIONS)[number]);
}
