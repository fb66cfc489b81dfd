import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RowOutcome } from '@importera/engine';
import { afterAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../adapters/postgres/src/embeddedPostgres.fixture.ts';
import { postgresDatabase, type ServerDatabase } from './database/ServerDatabase.ts';
import { describeServer } from './describeServer.fixture.ts';
import { largeFile, openApi, recipe, type Api } from './server.fixture.ts';
import { createBatches, openBatches, takeBatch } from './store/batches.ts';
import { changeImport } from './store/imports.ts';
import { createRun, failRun } from './store/runs.ts';

const ROWS = 12_000;

/** The records of an import, without what differs from run to run (ids, times). */
async function recordsOf({ database, databaseSchema }: Api): Promise<readonly unknown[]> {
  const { rows } = await database.client.query(
    `SELECT k.email, k.first_name, c.name, c.city FROM ${databaseSchema}.contact k
     JOIN ${databaseSchema}.company c ON c.id = k.parent_id ORDER BY k.email, c.name`,
  );
  return rows;
}

async function planned({ database }: Api, id: string): Promise<number> {
  const { rows } = await database.client.query(
    `SELECT coalesce(sum(rows_planned), 0)::integer AS count FROM importera.runs WHERE import_id = $1`,
    [id],
  );
  return Number(rows[0]?.['count']);
}

async function written({ database }: Api, id: string): Promise<number> {
  const { rows } = await database.client.query(
    `SELECT coalesce(sum(rows_done), 0)::integer AS count FROM importera.batches WHERE import_id = $1`,
    [id],
  );
  return Number(rows[0]?.['count']);
}

async function outcomesOf(api: Api, id: string): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page: { readonly outcomes: readonly RowOutcome[]; readonly next: number | null } =
      await api.json('GET', `/${id}/outcomes?limit=2000&after=${after}`);
    for (const { row, status, records } of page.outcomes)
      all.push([row, status, ...records.map(({ action }) => action)]);
    after = page.next;
  }
  return all;
}

function startWorker(port: number, databaseSchema: string): ChildProcess {
  const script = fileURLToPath(new URL('./worker.process.fixture.ts', import.meta.url));
  return spawn(
    process.execPath,
    ['--conditions=importera-source', script, String(port), databaseSchema],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
}

async function killed(child: ChildProcess): Promise<void> {
  // One that a signal ended has no exit code.
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function untilMore(count: () => Promise<number>, than: number): Promise<number> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    const now = await count();
    if (now > than) return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It never was more than ${than}.`);
}

/** Workers in processes of their own, each started again when it is killed. */
function crew(
  size: number,
  start: () => ChildProcess,
): {
  kill(which: number): Promise<void>;
  stop(): Promise<void>;
} {
  const children = Array.from({ length: size }, start);
  return {
    async kill(which) {
      const child = children[which];
      children[which] = start();
      if (child !== undefined) await killed(child);
    },
    async stop() {
      for (const child of children) await killed(child);
    },
  };
}

function describeKills(open: () => ServerDatabase, port: number): void {
  describe('worker processes that are killed', { timeout: 400_000 }, () => {
    test('lose and double nothing, in the run and in the undo: others go on as if nothing had been', async () => {
      const options = { batchRows: 250 };
      const calm = await openApi(open(), options);
      const rough = await openApi(open(), options);
      const workers = crew(3, () => startWorker(port, rough.databaseSchema));
      try {
        const id = await rough.start(largeFile(ROWS));
        // One of them makes the plan: whoever it is, it dies.
        await untilMore(() => planned(rough, id), 1_000);
        for (const which of [0, 1, 2]) await workers.kill(which);
        expect(await written(rough, id)).toBeLessThan(ROWS);
        let before = 0;
        for (const which of [0, 1, 2, 0, 1]) {
          before = await untilMore(() => written(rough, id), before + 500);
          await workers.kill(which);
        }
        expect(before).toBeLessThan(ROWS);
        const done = await rough.until(id, 'completed');
        expect(done.report).toMatchObject({
          rows: ROWS,
          created: { company: ROWS / 2, contact: ROWS },
          updated: { company: 0, contact: 0 },
          rejected: 0,
        });
        expect(done.progress).toMatchObject({ rowsDone: ROWS, written: ROWS, rejected: 0 });
        const records = await recordsOf(rough);
        const outcomes = await outcomesOf(rough, id);

        await rough.json('POST', `/${id}/undo`, {});
        for (const which of [0, 1, 2]) {
          await new Promise((resolve) => setTimeout(resolve, 400));
          await workers.kill(which);
        }
        const undone = await rough.until(id, 'undone');
        expect(undone.undo).toEqual({ reversed: ROWS + ROWS / 2, kept: 0, failed: 0 });
        expect(await recordsOf(rough)).toEqual([]);

        // All workers of a database share its queue: these know the other import's tables only.
        await workers.stop();
        await calm.worker().start();
        const undisturbed = await calm.start(largeFile(ROWS));
        const expected = await calm.until(undisturbed, 'completed');
        expect({ ...done.report, ...timeless }).toEqual({
          ...expected.report,
          ...timeless,
          importId: id,
        });
        expect(records).toEqual(await recordsOf(calm));
        expect(outcomes).toEqual(await outcomesOf(calm, undisturbed));
      } finally {
        await workers.stop();
        await rough.close();
        await calm.close();
      }
    });
  });
}

function describeTaking(open: () => ServerDatabase): void {
  test('a batch that is taken while its failed run is made ready again is not lost', async () => {
    const api = await openApi(open());
    const { client } = api.database;
    const id = await api.upload(largeFile(4));
    const key = { tenant: api.tenant, id, run: 1 };
    await createRun(client, key, { number: 1, recipe, batchRows: 10 });
    await createBatches(client, key, [{ number: 0, rows: 4 }]);
    await failRun(client, key, { code: 'unexpected', message: '', params: {} });
    await changeImport(client, key, { status: 'queued', run: 1 });
    const take = (): Promise<boolean> =>
      client.transaction((tx) => takeBatch(tx, { ...key, batch: 0 }, crypto.randomUUID()));
    expect(await take()).toBe(false);
    let taking: Promise<boolean> = Promise.resolve(false);
    await client.transaction(async (tx) => {
      await changeImport(tx, key, { status: 'running' });
      expect(await openBatches(tx, key)).toEqual([0]);
      taking = take();
      await untilMore(async () => {
        const { rows } = await client.query(
          `SELECT count(*)::integer AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%importera.imports%'`,
        );
        return Number(rows[0]?.['count']);
      }, 0);
    });
    expect(await taking).toBe(true);
    await api.close();
  });
}

const timeless = { seconds: 0, startedAt: '', finishedAt: '' };

const postgres = await startPostgres();

const pool = postgres.pool();
const open = (): ServerDatabase => postgresDatabase(pool);
afterAll(() => postgres.stop());
describeServer('Postgres', () => Promise.resolve(open()));
describeTaking(open);
describeKills(open, Number(pool.options.port));
