import type { SqlClient } from '@importera/postgres';
import { createImportServer, postgresDatabase, type ServerImport } from '@importera/server';
import pg from 'pg';
import { chaosApi, type ChaosApi } from './chaosApi.ts';
import { chaosFile } from './chaosFile.ts';
import {
  startPostgres,
  type RunningPostgres,
} from '../../../../packages/adapters/postgres/src/embeddedPostgres.fixture.ts';
import { chaosTargets, makeTables, recordsOf, sameRecords } from './chaosTargets.ts';
import { crew, LIFE_MS, type Crew } from './crew.ts';
import { watchImport, type Watched } from './watchImport.ts';

/** What was really done. */
export interface Tally {
  kills: number;
  restarts: number;
}

export interface ChaosOptions {
  readonly rows: number;
  /** How often each worker is killed while the import runs. */
  readonly kills: number;
  readonly tally: Tally;
  readonly say: (text: string) => void;
}

const WORKERS = 3;
const CALM = 'chaos_calm';
const ROUGH = 'chaos_rough';
/** Kills of whoever makes the plan: it is made in one piece, and anew after each. */
const PLAN_KILLS = 2;
/** Kills of whoever undoes, at most. */
const UNDO_KILLS = 4;
/** Milliseconds within which whoever plans or undoes is killed. */
const WITHIN_MS = { plan: 1_000, undo: 2_500 };

/**
 * The same import twice on a real Postgres, by one worker and by three that are killed again and again; then its undo. Tells
 * whether all is equal: records, what became of each row, and what was undone.
 */
export async function onPostgres(options: ChaosOptions): Promise<boolean> {
  const { rows, kills, say } = options;
  const postgres = await startPostgres();
  const pool = new pg.Pool({ connectionString: postgres.url });
  pool.on('error', () => undefined);
  const database = postgresDatabase(pool);
  const { client } = database;
  // Enough of them to be killed in, and to wait for heartbeats beside others.
  const batches = Math.min(400, Math.max(60, kills * 20));
  const batchRows = Math.max(1, Math.floor(rows / batches));
  const open = (tenant: string): ChaosApi =>
    chaosApi(
      createImportServer({
        ...chaosTargets(database),
        identify: () => ({ tenant, user: 'chaos' }),
        authorize: () => true,
        batchRows,
      }),
    );
  const parts = { ...options, client, postgres, batchRows };
  try {
    for (const tenant of [CALM, ROUGH]) await makeTables(client, tenant, rows);
    const before = await recordsOf(client, ROUGH);
    say(`${rows} rows in batches of ${batchRows}, ${before.length} records stored before`);
    const calm = await runCalmly({ ...parts, api: open(CALM) });
    const workers = crew(WORKERS, postgres.url);
    try {
      const rough = { ...parts, workers, api: open(ROUGH) };
      const { id, ended, isEqual } = await runRoughly(rough, calm);
      return (await undoRoughly(rough, { id, ended, before })) && isEqual;
    } finally {
      await workers.stop();
    }
  } finally {
    await pool.end().catch(() => undefined);
    await postgres.stop();
  }
}

interface RunParts extends ChaosOptions {
  readonly client: SqlClient;
  readonly postgres: RunningPostgres;
  readonly api: ChaosApi;
  readonly batchRows: number;
}

/** What an import left behind. */
interface Left {
  readonly records: readonly string[];
  readonly outcomes: readonly string[];
  readonly counts: string;
}

async function runCalmly({ client, say, postgres, api, rows }: RunParts): Promise<Left> {
  const worker = crew(1, postgres.url);
  try {
    const start = performance.now();
    const id = await api.begin(chaosFile(rows));
    const watched = watchImport(api, id);
    const ended = await watched.until('completed').finally(watched.stop);
    say(`undisturbed, one worker: ${seconds(start)}, ${countsOf(ended)}`);
    return await leftBy(ended, { client, api, tenant: CALM });
  } finally {
    await worker.stop();
  }
}

interface RoughParts extends RunParts {
  readonly workers: Crew;
}

async function runRoughly(
  parts: RoughParts,
  calm: Left,
): Promise<{ readonly id: string; readonly ended: ServerImport; readonly isEqual: boolean }> {
  const { say, client, workers, api, kills, rows } = parts;
  const start = performance.now();
  // The plan looks records up block by block.
  workers.setDelay(Math.ceil((PLAN_KILLS * WITHIN_MS.plan * 3) / Math.max(1, rows / 1_024)));
  const id = await api.begin(chaosFile(rows));
  const watched = watchImport(api, id);
  const telling = follow(parts, watched);
  const isPlanned = (): boolean => watched.now()?.progress != null;
  const isOver = (): boolean => watched.now()?.status === 'completed';
  try {
    for (let kill = 0; kill < PLAN_KILLS; kill += 1) {
      if (await workers.killAt('plan', WITHIN_MS.plan, isPlanned)) say('killed while it planned');
    }
    workers.setDelay(0);
    while (!isPlanned()) await pause(100);
    const pacing = setInterval(() => setPace(parts, watched), 500);
    try {
      await Promise.all([workers.disturb(kills, isOver), restartTwice(parts, isOver)]);
    } finally {
      clearInterval(pacing);
      parts.tally.kills += workers.kills;
      workers.setDelay(0);
    }
    const done = watched.now()?.progress?.rowsDone ?? 0;
    say(`${workers.kills} kills, ${hitsOf(workers)}, ${done} of ${rows} rows by then`);
    const ended = await watched.until('completed');
    say(`disturbed, ${WORKERS} workers: ${seconds(start)}, ${countsOf(ended)}`);
    const rough = await leftBy(ended, { client, api, tenant: ROUGH });
    const isEqual =
      sameRecords(calm.records, rough.records, say) &&
      sameRecords(calm.outcomes, rough.outcomes, say) &&
      calm.counts === rough.counts;
    say(
      `run: ${rough.records.length} records, ${rough.outcomes.length} outcomes, equal=${isEqual}`,
    );
    return { id, ended, isEqual };
  } finally {
    telling.stop();
    watched.stop();
  }
}

/**
 * Lets the rows be written while the kills go on, neither much before the last of them nor much after: workers wait the longer the
 * fewer batches there are for those who are still to die, and live longer on a machine that is too slow for them.
 */
function setPace({ workers, kills, rows, batchRows }: RoughParts, watched: Watched): void {
  const done = (watched.now()?.progress?.rowsDone ?? 0) / rows;
  const killed = workers.kills / (kills * WORKERS);
  const batches = ((1 - done) * rows) / batchRows;
  const lives = Math.max(0, 1 - killed) * kills * WORKERS;
  workers.setDelay(Math.ceil((lives * LIFE_MS) / 2 / Math.max(1, batches)));
  workers.setLife(done < killed * 0.8 ? LIFE_MS * 3 : LIFE_MS);
}

async function restartTwice(
  { workers, kills, postgres, say, tally }: RoughParts,
  isOver: () => boolean,
): Promise<void> {
  for (const [share, stop] of [
    [1 / 3, 'fast'],
    [2 / 3, 'immediate'],
  ] as const) {
    while (!isOver() && workers.kills < kills * WORKERS * share) await pause(50);
    if (isOver()) return;
    say(`Postgres is stopped (${stop}) and started again`);
    await postgres.restart(stop);
    tally.restarts += 1;
  }
}

async function undoRoughly(
  parts: RoughParts,
  {
    id,
    ended,
    before,
  }: { readonly id: string; readonly ended: ServerImport; readonly before: readonly string[] },
): Promise<boolean> {
  const { say, client, workers, api, kills, tally, rows, batchRows } = parts;
  const start = performance.now();
  const earlier = workers.kills;
  const times = Math.min(UNDO_KILLS, kills);
  // It takes a transaction for each batch, and some more.
  workers.setDelay(Math.ceil((times * WITHIN_MS.undo) / (rows / batchRows)));
  await api.undo(id);
  const watched = watchImport(api, id);
  const isOver = (): boolean => watched.now()?.status === 'undone';
  try {
    for (let kill = 0; kill < times; kill += 1) {
      if (await workers.killAt('undo', WITHIN_MS.undo, isOver)) say('killed while it undid');
    }
    workers.setDelay(0);
    const { undo } = await watched.until('undone');
    const isBack = sameRecords(before, await recordsOf(client, ROUGH), say);
    const isTold = JSON.stringify(undo) === JSON.stringify(undoneOf(ended));
    const isEqual = isBack && isTold;
    say(`undo: ${seconds(start)}, ${JSON.stringify(undo)}, equal=${isEqual}`);
    return isEqual;
  } finally {
    tally.kills += workers.kills - earlier;
    watched.stop();
  }
}

/** All that was made or changed is to be reversed. */
function undoneOf({ report }: ServerImport): object {
  const counts = [report?.created ?? {}, report?.updated ?? {}].flatMap((one) =>
    Object.values(one),
  );
  return { reversed: counts.reduce((sum, one) => sum + one, 0), kept: 0, failed: 0 };
}

async function leftBy(
  ended: ServerImport,
  {
    client,
    api,
    tenant,
  }: { readonly client: SqlClient; readonly api: ChaosApi; readonly tenant: string },
): Promise<Left> {
  return {
    records: await recordsOf(client, tenant),
    outcomes: await api.outcomes(ended.id),
    counts: countsOf(ended),
  };
}

/** What an import did, without ids and times. */
function countsOf({ report }: ServerImport): string {
  if (report == null) return 'no report';
  const { created, updated, unchanged, skipped, rejected } = report;
  return JSON.stringify({ created, updated, unchanged, skipped, rejected });
}

function hitsOf(workers: Crew): string {
  return [...workers.hits()].map(([phase, count]) => `${count} at ${phase}`).join(', ');
}

/** Says now and then how far it is. */
function follow(
  { say, workers }: RoughParts,
  watched: Watched,
): {
  stop(): void;
} {
  const timer = setInterval(() => {
    const { status, progress, rowsPlanned } = watched.now() ?? {};
    const far = progress == null ? `${rowsPlanned ?? 0} planned` : `${progress.rowsDone} done`;
    say(`  ${status ?? 'not asked'}: ${far}, ${workers.kills} kills`);
  }, 5_000);
  return { stop: () => clearInterval(timer) };
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1_000).toFixed(1)} s`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
