import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from './workspace.ts';

// The server of docs/server.md is started as the page shows it, and asked by the page's own commands.

const page = readFileSync(join(root, 'docs/server.md'), 'utf8');
const fences = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].map(([, language, code]) => ({
  language,
  code: code ?? '',
}));

function fence(language: string, part: string): string {
  const found = fences.find((one) => one.language === language && one.code.includes(part));
  if (found === undefined) throw new Error(`docs/server.md shows no ${language} with "${part}".`);
  return found.code;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the server of docs/server.md', { timeout: 120_000 }, () => {
  // Where the packages that it imports are found, as in an app that has them.
  const folder = mkdtempSync(join(root, 'packages/server/.docs-'));
  let port = 0;
  let server: ChildProcess | null = null;
  const here = (code: string): string => code.replaceAll('3000', String(port));

  beforeAll(async () => {
    port = await freePort();
    writeFileSync(join(folder, 'crm.ts'), fence('ts', 'export const crm'));
    writeFileSync(join(folder, 'server.ts'), here(fence('ts', 'createImportWorker({')));
    writeFileSync(join(folder, 'recipe.json'), fence('json', '"recipe": {'));
    const args = ['--conditions=importera-source', 'server.ts'];
    server = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    await vi.waitFor(
      async () => expect((await fetch(`http://localhost:${port}/api/imports`)).status).toBe(401),
      { timeout: 90_000, interval: 200 },
    );
  }, 120_000);
  afterAll(async () => {
    if (server !== null && server.exitCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true });
  }, 60_000);

  async function shell(script: string): Promise<string> {
    const { stdout } = await promisify(execFile)('sh', ['-euc', here(script)], { cwd: folder });
    return stdout;
  }

  test('an import by hand comes to its end, with what was sent', async () => {
    const printed = await shell(fence('sh', 'start'));
    expect(printed).not.toContain('problem');
    expect(printed).toContain('"created":{"company":1,"contact":1}');
    expect(printed.trim().split('\n').at(-1)).toBe('{"outcomes":[],"next":null}');
  });

  test('a file goes on where it broke off', async () => {
    const [setUp = ''] = fence('sh', 'start').split('# Its file');
    const printed = await shell(
      `${setUp}${fence('sh', 'tus-resumable')}\ncurl -s $api/$id/file -H "$who"`,
    );
    expect(printed).toBe('Company name,E-mail\nAcme,anna@acme.example\n');
  });
});
