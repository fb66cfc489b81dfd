import type { SqlClient } from '@importera/postgres';
import { createImportServer, postgresDatabase, type ServerImport } from '@importera/server';
import pg from 'pg';
import { chaosApi, type ChaosApi } from './chaosApi.ts';
import { chaosFile } from './chaosFile.ts';
import { chaosPostgres, type ChaosPostgres } from './chaosPostgres.ts';
import { chaosTargets, makeTables, recordsOf, sameRecords } from './chaosTargets.ts';
import { crew, type Crew } from './crew.ts';

export interface Chaos {
  readonly kills: number;
  readonly restarts: number;
  readonly equal: boolean;
}

export interface ChaosOptions {
  readonly rows: number;
  /** How often each worker is killed. */
  readonly kills: number;
  readonly say: (text: string) => void;
}

const WORKERS = 3;
const CALM = 'chaos_calm';
const ROUGH = 'chaos_rough';
/** Milliseconds a kill takes at least, with what it takes until the worker works again. */
const KILL_MS = 3_500;

/** The same import twice on a real Postgres, by one worker and by three that are killed again and again; then its undo. */
export async function onPostgres({ rows, kills, say }: ChaosOptions): Promise<Chaos> {
  const postgres = await chaosPostgres();
  const pool = new pg.Pool({ connectionString: postgres.url });
  pool.on('error', () => undefined);
  const database = postgresDatabase(pool);
  const { client } = database;
  // So many batches, and so slow, that the run outlasts the kills.
  const batches = Math.min(400, Math.max(60, kills * 20));
  const batchRows = Math.max(1, Math.floor(rows / batches));
  const delayMs = Math.ceil((kills * KILL_MS * WORKERS) / (rows / batchRows));
  const open = (tenant: string): ChaosApi =>
    chaosApi(
      createImportServer({
        ...chaosTargets(database),
        identify: () => ({ tenant, user: 'chaos' }),
        authorize: () => true,
        batchRows,
      }),
    );
  try {
    for (const tenant of [CALM, ROUGH]) await makeTables(client, tenant, rows);
    const before = await recordsOf(client, ROUGH);
    const expected = await runCalmly({ client, say, url: postgres.url, api: open(CALM), rows });
    say(`${WORKERS} workers, batches of ${batchRows} rows, ${delayMs} ms for each write`);
    const workers = crew(WORKERS, { url: postgres.url, delayMs });
    const parts = { say, client, postgres, workers, api: open(ROUGH), rows, kills };
    try {
      return await runRoughly(parts, { before, expected });
    } finally {
      await workers.stop();
    }
  } finally {
    await pool.end().catch(() => undefined);
    await postgres.stop();
  }
}

async function runCalmly({
  client,
  say,
  url,
  api,
  rows,
}: {
  readonly client: SqlClient;
  readonly say: (text: string) => void;
  readonly url: string;
  readonly api: ChaosApi;
  readonly rows: number;
}): Promise<readonly string[]> {
  const worker = crew(1, { url, delayMs: 0 });
  try {
    const start = performance.now();
    const id = await api.begin(chaosFile(rows));
    const { report } = await until(api, id, ['completed']);
    say(
      `undisturbed: ${seconds(start)}, ${JSON.stringify(report && { ...report, ids: undefined })}`,
    );
    return await recordsOf(client, CALM);
  } finally {
    await worker.stop();
  }
}

interface RoughParts extends ChaosOptions {
  readonly client: SqlClient;
  readonly postgres: ChaosPostgres;
  readonly workers: Crew;
  readonly api: ChaosApi;
}

async function runRoughly(
  parts: RoughParts,
  {
    before,
    expected,
  }: { readonly before: readonly string[]; readonly expected: readonly string[] },
): Promise<Chaos> {
  const { say, client, postgres, workers, api, rows, kills } = parts;
  let start = performance.now();
  const id = await api.begin(chaosFile(rows));
  const written = follow(parts, id);
  let over = false;
  // Whoever makes the plan is killed too; afterwards it has time to be made, since it is made in one piece.
  await workers.disturb(1, () => over);
  while ((await look(api, id))?.progress == null) await pause(200);
  let restarts = 0;
  const restart = async (share: number, stop: 'fast' | 'immediate'): Promise<void> => {
    while (!over && workers.kills < kills * WORKERS * share) await pause(100);
    if (over) return;
    restarts += 1;
    say(`Postgres is stopped (${stop}) and started again`);
    await postgres.restart(stop);
  };
  const done = until(api, id, ['completed']).then((ended) => {
    over = true;
    return ended;
  });
  await Promise.all([
    workers.disturb(kills - 1, () => over),
    restart(1 / 3, 'fast').then(async () => await restart(2 / 3, 'immediate')),
  ]);
  say(
    `${workers.kills} kills and ${restarts} restarts after ${seconds(start)}; ${over ? 'it was done by then' : 'the rest undisturbed'}`,
  );
  if (!over) await workers.hurry();
  const { report } = await done;
  written.stop();
  say(`disturbed: ${seconds(start)}, ${JSON.stringify(report && { ...report, ids: undefined })}`);
  const isSame = sameRecords(expected, await recordsOf(client, ROUGH), say);
  say(`run: equal=${isSame}`);

  start = performance.now();
  over = false;
  await api.undo(id);
  const undone = until(api, id, ['undone']).then((ended) => {
    over = true;
    return ended;
  });
  await workers.disturb(Math.ceil(kills / 4), () => over);
  const { undo } = await undone;
  const isBack = sameRecords(before, await recordsOf(client, ROUGH), say);
  say(`undo: ${seconds(start)}, ${JSON.stringify(undo)}, equal=${isBack}`);
  return { kills: workers.kills, restarts, equal: isSame && isBack };
}

/** Says now and then how far it is. */
function follow({ api, say, workers }: RoughParts, id: string): { stop(): void } {
  const timer = setInterval(() => {
    void look(api, id).then((found) => {
      if (found === null) return;
      const rows = found.progress?.rowsDone ?? found.rowsPlanned ?? 0;
      say(
        `  ${found.status}: ${rows} rows ${found.progress === null ? 'planned' : 'done'}, ${workers.kills} kills`,
      );
    });
  }, 5_000);
  return { stop: () => clearInterval(timer) };
}

/** The import; null while the database can not be asked. */
async function look(api: ChaosApi, id: string): Promise<ServerImport | null> {
  return await api.look(id).catch(() => null);
}

async function until(
  api: ChaosApi,
  id: string,
  statuses: readonly ServerImport['status'][],
): Promise<ServerImport> {
  for (;;) {
    const found = await look(api, id);
    if (found !== null && statuses.includes(found.status)) return found;
    if (found?.status === 'failed') throw new Error(`It failed: ${JSON.stringify(found.error)}`);
    await pause(100);
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1_000).toFixed(1)} s`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
