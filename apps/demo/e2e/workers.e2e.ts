import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startPostgres } from '../../../packages/adapters/postgres/src/embeddedPostgres.fixture.ts';
import { stored } from './crm.ts';
import { goTo, openDemo } from './openDemo.ts';
import { spawnDemo } from './spawnDemo.ts';
import { csvFile, matchFile, review } from './wizard.ts';

const header = ['Company name', 'First name', 'Last name', 'E-mail'];

test('FX18: on Postgres an import waits in the queue until workers of their own run it, and the bell says so', async () => {
  const postgres = await startPostgres();
  const database = { DATABASE_URL: postgres.url };
  const workers: ChildProcess[] = [];
  const server = await spawnDemo({ ...database, WORK: 'elsewhere' });
  try {
    await using demo = await openDemo({ url: server.url });
    const { page } = demo;
    const rows = Array.from({ length: 3000 }, (_, at) => [
      'Norrskens Energi AB',
      `Kö${at}`,
      'Kösson',
      `ko${at}@queue.example`,
    ]);
    await matchFile(page, csvFile('queued.csv', [header, ...rows]));
    await review(page, 60_000);
    await page.getByRole('button', { name: /^Start import/u }).click();
    await goTo(page, 'Contacts');
    await page.getByRole('button', { name: /^Imports, 1 running/u }).click();
    const entry = page.getByRole('listitem').filter({ hasText: 'queued.csv' });
    await entry.getByText('Waiting for its turn').waitFor();
    expect((await stored(page, 'contact', { search: '@queue.example' })).total).toBe(0);

    workers.push(startWorker(database), startWorker(database));
    await entry.filter({ hasText: 'queued.csv is imported' }).waitFor({ timeout: 90_000 });
    expect((await stored(page, 'contact', { search: '@queue.example' })).total).toBe(3000);
  } finally {
    for (const worker of workers) {
      const ended = worker.exitCode === null ? once(worker, 'exit') : null;
      worker.kill('SIGKILL');
      await ended;
    }
    await server.stop('SIGKILL');
    await postgres.stop();
  }
}, 240_000);

function startWorker(env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['server/worker.ts'], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
}
