import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { postgresDatabase, type ServerDatabase } from '@importera/server';
import { afterAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../../adapters/postgres/src/embeddedPostgres.fixture.ts';
import type { SalesDocument } from '../ports/SalesDocument.ts';
import type { MemoryAccounting } from '../testing/memoryAccounting.ts';
import type { MemoryCrm } from '../testing/memoryCrm.ts';
import { describeSalesSync } from './describeSalesSync.fixture.ts';
import { servePorts } from './servePorts.fixture.ts';
import { INVOICES, openBench } from './syncBench.fixture.ts';

const SALE = { customer: 'Åkeri AB', title: 'Skruv', amount: 100 };

const running = await startPostgres();

describe('on a real Postgres', () => {
  const pool = running.pool();
  const { port } = pool.options;
  const database = postgresDatabase(pool);
  afterAll(() => running.stop());

  describeSalesSync('Postgres', async () => database);
  describeOverlap(database);
  describeKills(database, Number(port));
});

function describeOverlap(database: ServerDatabase): void {
  test('SS6 runs of one company never overlap, however many workers there are and whoever asks', async () => {
    const bench = openBench(database);
    let now = 0;
    let most = 0;
    const { createDeal } = bench.crm;
    // One record at a time in each run, so two at once are two runs.
    bench.crm.createDeal = async (draft) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const id = await createDeal(draft);
      now -= 1;
      return id;
    };
    try {
      for (let i = 0; i < 3; i += 1) await bench.worker({ parallel: 1, concurrency: 3 });
      await bench.save(INVOICES);
      for (let i = 0; i < 30; i += 1) {
        bench.accounting.add('invoice', SALE);
        await bench.call('POST', '/runs');
      }
      await bench.quiet();
      await bench.call('POST', '/runs');
      const { runs } = await bench.quiet();
      expect(most).toBe(1);
      expect(bench.crm.deals()).toHaveLength(30);
      expect(runs.every(({ status }) => status === 'completed')).toBe(true);
    } finally {
      await bench.close();
    }
  });

  test(
    'SS2 what is sold comes by the schedule, with nobody asking',
    { timeout: 200_000 },
    async () => {
      const bench = openBench(database, { cron: '* * * * *' });
      try {
        await bench.worker();
        await bench.save(INVOICES);
        await bench.quiet();
        bench.accounting.add('invoice', SALE);
        await expect.poll(() => bench.crm.deals().length, { timeout: 150_000 }).toBe(1);
        const { runs } = await bench.quiet();
        expect(runs.some(({ reason }) => reason === 'schedule')).toBe(true);
      } finally {
        await bench.close();
      }
    },
  );
}

function describeKills(database: ServerDatabase, port: number): void {
  test(
    'SS6 workers killed in the middle, in both directions: another goes on, nothing lost, nothing doubled',
    { timeout: 300_000 },
    async () => {
      const bench = openBench(database);
      const { accounting, crm } = bench;
      const ports = await servePorts({ accounting, crm });
      const children: ChildProcess[] = [];
      const start = (): ChildProcess => {
        const child = startWorker(port, ports.url, bench.tenant);
        children.push(child);
        return child;
      };
      const until = (count: () => number, least: number): Promise<void> =>
        expect.poll(count, { timeout: 100_000, interval: 5 }).toBeGreaterThanOrEqual(least);
      try {
        for (let i = 0; i < 150; i += 1) accounting.add('invoice', { ...SALE, amount: i });
        for (let i = 0; i < 60; i += 1) crm.add({ ...SALE, status: 'won', amount: i });
        await bench.save(INVOICES);

        const documents = (): number => accounting.documents('invoice').length;
        const [first] = [start(), start()];
        await until(documents, 150 + 20);
        await killed(first);
        // Whichever had the run, it is gone at the latest now.
        await killed(children[1]);
        expect(documents()).toBeLessThan(150 + 60);

        const third = start();
        await until(() => crm.deals().length, 60 + 40);
        await killed(third);
        expect(crm.deals().length).toBeLessThan(60 + 150);

        start();
        const { runs } = await bench.quiet();
        expect(runs[0]).toMatchObject({ status: 'completed', error: null });
        for (const run of runs) expect(run).toMatchObject({ status: 'completed', error: null });
        // It was begun three times; a run by the schedule that came in between went on with it first.
        const disturbed = runs.filter(({ reason }) => reason === 'settings');
        expect(disturbed).toHaveLength(1);
        expect(disturbed[0]?.attempts).toBeGreaterThanOrEqual(3);
        expectOneEach(accounting, crm);
        await bench.call('POST', '/runs');
        const { runs: after } = await bench.quiet();
        expect(after[0]?.counts).toMatchObject({
          deal: { created: 0, updated: 0 },
          document: { created: 0, updated: 0 },
        });
      } finally {
        for (const child of children) await killed(child);
        await ports.close();
        await bench.close();
      }
    },
  );
}

function expectOneEach(accounting: MemoryAccounting, crm: MemoryCrm): void {
  const documents = accounting.documents('invoice');
  expect(documents).toHaveLength(150 + 60);
  expect(crm.deals()).toHaveLength(150 + 60);
  const held = crm.deals().map(({ invoices }) => invoices.join('+'));
  expect([...held].sort()).toEqual(documents.map(({ id }: SalesDocument) => id).sort());
}

function startWorker(port: number, url: string, tenant: string): ChildProcess {
  const script = fileURLToPath(new URL('./worker.process.fixture.ts', import.meta.url));
  return spawn(
    process.execPath,
    ['--conditions=importera-source', script, String(port), url, tenant],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
}

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
