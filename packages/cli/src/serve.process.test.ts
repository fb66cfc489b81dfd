import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../adapters/postgres/src/embeddedPostgres.fixture.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const schema = {
  id: 'crm',
  entities: {
    company: {
      label: 'Company',
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Name', required: true },
        city: { type: 'text', label: 'City' },
      },
    },
  },
};
const column = (index: number, header: string, field: string, match: boolean) => ({
  column: index,
  header,
  target: { kind: 'field', entity: 'company', field },
  match,
});
const recipe = {
  version: 1,
  columns: [column(0, 'Name', 'name', true), column(1, 'City', 'city', false)],
};

interface Started {
  readonly child: ChildProcess;
  /** What it said first on stdout. */
  readonly line: string;
  readonly log: () => string;
}

const postgres = await startPostgres();

describe('serve and worker as processes', { timeout: 200_000 }, () => {
  let folder = '';
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'importera-serve-'));
    await writeFile(join(folder, 'crm.json'), JSON.stringify(schema));
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    await postgres.stop();
  }, 60_000);

  async function start(...args: readonly string[]): Promise<Started> {
    const child = spawn(process.execPath, ['--conditions=importera-source', main, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    let log = '';
    child.stderr.on('data', (data: Buffer) => void (log += data.toString()));
    const ended = once(child, 'exit').then(() => '');
    const line = await Promise.race([
      once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
      ended,
    ]);
    return { child, line, log: () => log };
  }

  async function stopped({ child }: Started): Promise<number | null> {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return code;
  }

  const addressOf = ({ line }: Started): string => /http:\S+/.exec(line)?.[0] ?? '';

  async function importFile(
    url: string,
    rows: number,
    headers: Readonly<Record<string, string>> = {},
  ) {
    const ask = async <Result>(method: string, path: string, body?: unknown): Promise<Result> => {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok)
        throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Result;
    };
    const { id } = await ask<{ id: string }>('POST', '', { schema: 'crm', fileName: 'a.csv' });
    const lines = Array.from({ length: rows }, (_, i) => `Company ${i},City ${i}`);
    const bytes = new TextEncoder().encode(['Name,City', ...lines, ''].join('\n'));
    const sent = await fetch(`${url}/${id}/uploads`, {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(bytes.length),
        'upload-metadata': `filename ${Buffer.from('a.csv').toString('base64')}`,
        'content-type': 'application/offset+octet-stream',
        ...headers,
      },
      body: bytes,
    });
    expect(sent.status).toBe(201);
    await ask('PATCH', `/${id}`, { recipe });
    await ask('POST', `/${id}/start`, {});
    for (let tries = 0; tries < 600; tries += 1) {
      const now = await ask<{ status: string; report: unknown }>('GET', `/${id}`);
      if (['completed', 'failed'].includes(now.status)) return now;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The import never ended.');
  }

  test('serve takes a file and imports it, here alone; started again it knows it', async () => {
    const args = ['serve', '--schema', 'crm.json', '--database', 'data', '--port', '0'];
    const first = await start(...args);
    const url = addressOf(first);
    const done = await importFile(url, 3);
    expect(done).toMatchObject({ status: 'completed', report: { created: { company: 3 } } });
    // A page of another name that leads here is not the person at this machine.
    const { port } = new URL(url);
    const foreign = await fetch(`http://127.0.0.1.nip.invalid:${port}/`).catch(() => null);
    expect(foreign).toBe(null);
    expect(await stopped(first)).toBe(0);
    expect(first.log()).toContain('"route":"/api/imports/:id/start"');
    expect(first.log()).not.toContain('Company 1');
    const second = await start(...args);
    const { imports } = (await (await fetch(addressOf(second))).json()) as {
      imports: readonly unknown[];
    };
    expect(imports).toHaveLength(1);
    expect(await stopped(second)).toBe(0);
  });

  test('what can not be served is said in a line', async () => {
    for (const [args, why] of [
      [['serve', '--schema', 'crm.json', '--database', 'other', '--host', '0.0.0.0'], 'identify'],
      [['worker', '--schema', 'crm.json', '--database', 'other'], 'needs Postgres'],
      [['serve', '--schema', 'crm.json', '--port', 'x'], '--port'],
      [['serve', '--config', 'missing.ts'], 'Cannot read "missing.ts"'],
    ] as const) {
      const one = await start(...args);
      if (one.child.exitCode === null) await once(one.child, 'exit');
      expect([one.child.exitCode, one.log().includes(why)]).toEqual([2, true]);
    }
    // Nor is a database made for it.
    const made = await readdir(folder);
    expect(made.filter((name) => ['other', 'importera-data'].includes(name))).toEqual([]);
  });

  test('a folder that another has, and a port: it says so, ends, and begins nothing', async () => {
    const on = (database: string, port: string) =>
      start('serve', '--schema', 'crm.json', '--database', database, '--port', port);
    const first = await on('shared', '0');
    const { port } = new URL(addressOf(first));
    const refused: readonly (readonly [Started, number, RegExp])[] = [
      [await on('shared', '0'), 2, /^importera: The database in "shared" is in use by process /],
      [
        await on('unmade', port),
        1,
        new RegExp(`^importera: Port ${port} is already in use\\. .*--port`),
      ],
    ];
    for (const [{ child, line, log }, code, why] of refused) {
      if (child.exitCode === null) await once(child, 'exit');
      expect([line, child.exitCode]).toEqual(['', code]);
      expect(log()).toMatch(why);
      expect(log().trim().split('\n')).toHaveLength(1);
    }
    expect(await readdir(folder)).not.toContain('unmade');
    // One that was killed is in nobody's way.
    const ended = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await ended;
    const again = await on('shared', '0');
    expect(again.line).toContain('Importera serves');
    expect(await stopped(again)).toBe(0);
    expect(await readdir(join(folder, 'shared'))).not.toContain('importera.lock');
  });

  test('a server without a worker and two workers share a Postgres, as a configuration says', async () => {
    const database = postgres.url;
    await writeFile(
      join(folder, 'importera.config.ts'),
      `const schema = ${JSON.stringify(schema)};
       type Asked = { readonly headers: Headers };
       export default {
         schemas: [schema],
         path: '/imports',
         identify: ({ headers }: Asked) => headers.get('x-key') === 'secret' ? { tenant: 'acme', user: 'ann' } : null,
         authorize: () => true,
       };`,
    );
    const server = await start('serve', '--database', database, '--port', '0', '--no-worker');
    const url = addressOf(server);
    expect(url.endsWith('/imports')).toBe(true);
    expect((await fetch(url)).status).toBe(401);
    const workers = [
      await start('worker', '--database', database),
      await start('worker', '--database', database),
    ];
    expect(workers.map(({ line }) => line)).toEqual(['Importera works.', 'Importera works.']);
    const key = { 'x-key': 'secret' };
    const done = await Promise.all([importFile(url, 400, key), importFile(url, 300, key)]);
    expect(done.map(({ status }) => status)).toEqual(['completed', 'completed']);
    for (const worker of workers) expect(await stopped(worker)).toBe(0);
    expect(await stopped(server)).toBe(0);
    expect(workers.some(({ log }) => log().includes('job done'))).toBe(true);
  });
});
