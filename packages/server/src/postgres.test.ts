import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RowOutcome } from '@importera/engine';
import { afterAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../adapters/postgres/src/embeddedPostgres.fixture.ts';
import { postgresDatabase, type ServerDatabase } from './database/ServerDatabase.ts';
import { describeServer } from './describeServer.fixture.ts';
import { largeFile, openApi, type Api } from './server.fixture.ts';

const ROWS = 12_000;

/** The records of an import, without what differs from run to run (ids, times). */
async function recordsOf({ database, databaseSchema }: Api): Promise<readonly unknown[]> {
  const { rows } = await database.client.query(
    `SELECT k.email, k.first_name, c.name, c.city FROM ${databaseSchema}.contact k
     JOIN ${databaseSchema}.company c ON c.id = k.parent_id ORDER BY k.email, c.name`,
  );
  return rows;
}

async function countOf({ database }: Api, table: string, id: string): Promise<number> {
  const { rows } = await database.client.query(
    `SELECT count(*)::integer AS count FROM importera.${table} WHERE import_id = $1`,
    [id],
  );
  return Number(rows[0]?.['count']);
}

async function outcomesOf(api: Api, id: string): Promise<readonly unknown[]> {
  const { rows } = await api.database.client.query(
    `SELECT row, status, (SELECT json_agg(r->>'action') FROM jsonb_array_elements(records) r) AS actions
     FROM importera.outcomes WHERE import_id = $1 ORDER BY row`,
    [id],
  );
  return rows as unknown as readonly Pick<RowOutcome, 'row' | 'status'>[];
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

function describeKills(open: () => ServerDatabase, port: number): void {
  describe('a worker process that is killed', { timeout: 400_000 }, () => {
    test('loses and doubles nothing: another ends its import as if nothing had been', async () => {
      const calm = await openApi(open());
      const rough = await openApi(open());
      const children: ChildProcess[] = [];
      try {
        const id = await rough.start(largeFile(ROWS));
        const next = (): ChildProcess => {
          const child = startWorker(port, rough.databaseSchema);
          children.push(child);
          return child;
        };
        const first = next();
        await untilMore(() => countOf(rough, 'plan_blocks', id), 0);
        await killed(first);
        expect(await countOf(rough, 'outcomes', id)).toBeLessThan(ROWS);

        const second = next();
        const before = await untilMore(() => countOf(rough, 'outcomes', id), 1_500);
        await killed(second);
        expect(before).toBeLessThan(ROWS);

        const third = next();
        const done = await rough.until(id, 'completed');
        expect(done.report).toMatchObject({
          rows: ROWS,
          created: { company: ROWS / 2, contact: ROWS },
          updated: { company: 0, contact: 0 },
          rejected: 0,
        });

        // All workers of a database share its queue: this one knows the other import's tables only.
        await killed(third);
        await calm.worker().start();
        const undisturbed = await calm.start(largeFile(ROWS));
        const expected = await calm.until(undisturbed, 'completed');
        expect({ ...done.report, ...timeless }).toEqual({
          ...expected.report,
          ...timeless,
          importId: id,
        });
        expect(await recordsOf(rough)).toEqual(await recordsOf(calm));
        expect(await outcomesOf(rough, id)).toEqual(await outcomesOf(calm, undisturbed));
      } finally {
        for (const child of children) child.kill('SIGKILL');
        await rough.close();
        await calm.close();
      }
    });
  });
}

const timeless = { seconds: 0, startedAt: '', finishedAt: '' };

const postgres = await startPostgres();

if ('reason' in postgres) {
  describe.skip(`Postgres can not run here: ${postgres.reason}`, () => {
    test('a server on Postgres', () => undefined);
  });
} else {
  const pool = postgres.pool();
  const open = (): ServerDatabase => postgresDatabase(pool);
  afterAll(() => postgres.stop());
  describeServer('Postgres', () => Promise.resolve(open()));
  describeKills(open, Number(pool.options.port));
}
