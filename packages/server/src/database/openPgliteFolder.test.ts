import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from './lockFolder.ts';
import { openPgliteFolder } from './openPgliteFolder.ts';

let folder = '';
const children: ChildProcess[] = [];
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'importera-lock-'))));
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const lockFile = (): string => join(folder, 'importera.lock');

const IMPORT = `const { lockFolder } = await import(${JSON.stringify(new URL('./lockFolder.ts', import.meta.url).href)});`;

/** Another process that takes the folder, and says so or why not. */
async function other(): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const source = `
    ${IMPORT}
    console.log(await lockFolder(${JSON.stringify(folder)}).then(() => 'has it', (error) => error.message));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, line };
}

/** Another process that takes the folders it is told, each at its time, and says whether it has it. */
async function taker(): Promise<(folder: string, at: number) => Promise<boolean>> {
  const source = `
    ${IMPORT}
    process.on('message', ({ folder, at }) => {
      while (Date.now() < at);
      lockFolder(folder).then(() => process.send(true), () => process.send(false));
    });
    process.send('up');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  await once(child, 'message');
  return async (folder, at) => {
    child.send({ folder, at });
    const [has] = (await once(child, 'message')) as [boolean];
    return has;
  };
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** The lock as another holder would have written it. */
async function rewrite(change: object): Promise<void> {
  const holder = JSON.parse(await readFile(lockFile(), 'utf8')) as object;
  await writeFile(lockFile(), JSON.stringify({ ...holder, ...change }));
}

describe('the folder of an embedded database', () => {
  test('is one process’s at a time, and says what to do', async () => {
    const { child, line } = await other();
    expect(line).toBe('has it');
    const why = await lockFolder(folder).catch((error: Error) => error);
    expect(why).toMatchObject({ name: 'FolderInUse' });
    const { message } = why as Error;
    for (const word of [
      folder,
      `process ${child.pid} `,
      'Stop the other',
      'another folder',
      'DATABASE_URL',
    ])
      expect(message).toContain(word);
    expect((await other()).line).toBe(message);
  });

  test('is free at once after its process was killed', async () => {
    const { child } = await other();
    await killed(child);
    const release = await lockFolder(folder);
    await release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is not opened twice by the same process either', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow('in use');
    await release();
    await (
      await lockFolder(folder)
    )();
  });

  test('is free where the number of its process is another’s by now, as in a container that starts again', async () => {
    await lockFolder(folder);
    await rewrite({ pid: process.pid, began: '1', id: 'gone' });
    await (
      await lockFolder(folder)
    )();
  });

  test('is free where what was written of its process can not be read', async () => {
    await writeFile(lockFile(), '{"pid":');
    await (
      await lockFolder(folder)
    )();
  });

  test('is another container’s as long as that gives signs of life', async () => {
    const { child } = await other();
    await rewrite({ place: 'elsewhere' });
    await expect(lockFolder(folder)).rejects.toThrow('on elsewhere');
    await killed(child);
    await (
      await lockFolder(folder, 1_500)
    )();
  });

  test('of many that come to what a killed one left, one gets it', async () => {
    await killed((await other()).child);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['importera.lock']);
  });

  test('is one’s of three processes that come at once to what a killed one left', async () => {
    await killed((await other()).child);
    const left = await readFile(lockFile());
    const takers = await Promise.all([taker(), taker(), taker()]);
    for (let round = 0; round < 60; round += 1) {
      const place = join(folder, `round ${round}`);
      await mkdir(place);
      await writeFile(join(place, 'importera.lock'), left);
      const at = Date.now() + 10;
      const have = await Promise.all(takers.map((take) => take(place, at + (round % 3))));
      expect(have.filter(Boolean), `round ${round}`).toHaveLength(1);
      expect(await readdir(place)).toEqual(['importera.lock']);
    }
  });

  test('is free though whoever removed what was left was killed while it did', async () => {
    await killed((await other()).child);
    await link(lockFile(), `${lockFile()}.removal`);
    await (
      await lockFolder(folder)
    )();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is opened, closed and opened again, with what is in it', async () => {
    const open = () => openPgliteFolder(join(folder, 'made', 'here'), (at) => PGlite.create(at));
    const first = await open();
    await first.database.client.query('CREATE TABLE kept AS SELECT 1 AS n', []);
    await expect(open()).rejects.toThrow('belongs to one process');
    await first.close();
    const second = await open();
    expect((await second.db.query('SELECT n FROM kept')).rows).toEqual([{ n: 1 }]);
    await second.close();
  });

  test('that can not be opened is free again', async () => {
    const broken = openPgliteFolder(folder, () => Promise.reject(new Error('no room')));
    await expect(broken).rejects.toThrow('no room');
    expect(await readdir(folder)).toEqual([]);
  });
});
