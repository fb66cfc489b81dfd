import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running demo server in a process of its own. */
export interface SpawnedDemo {
  readonly url: string;
  /** Ends it; `SIGKILL` as a power cut would. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the built demo on any free port. */
export async function spawnDemo(env: Readonly<Record<string, string>> = {}): Promise<SpawnedDemo> {
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, PORT: '0', DATA_DIR: 'memory', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await printedUrl(server);
  return {
    url,
    async stop(signal = 'SIGTERM') {
      const ended = server.exitCode === null ? once(server, 'exit') : null;
      server.kill(signal);
      await ended;
    },
  };
}

/** What a demo has stored at its first start, for others to begin with: making a database is most of a start. */
export async function makeFirstStart(): Promise<string> {
  const folder = await newFolder();
  const demo = await spawnDemo({ DATA_DIR: folder, WORK: 'elsewhere' });
  await demo.stop();
  return folder;
}

/** Starts a demo that was started once before, in a folder of its own; one that names its folder begins there. */
export async function spawnFrom(
  firstStart: string,
  env: Readonly<Record<string, string>> = {},
): Promise<SpawnedDemo> {
  if (env['DATA_DIR'] !== undefined) return await spawnDemo(env);
  const folder = await newFolder();
  await cp(firstStart, folder, { recursive: true });
  const demo = await spawnDemo({ DATA_DIR: folder, ...env });
  return {
    url: demo.url,
    async stop(signal) {
      await demo.stop(signal);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'importera-demo-'));
}

function printedUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /http:\/\/localhost:\d+\//.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => reject(new Error(`The demo stopped before it listened: ${output}`)));
  });
}
