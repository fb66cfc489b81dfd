import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A running demo server in a process of its own. */
export interface SpawnedDemo {
  readonly url: string;
  /** Ends it; `SIGKILL` as a power cut would. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the built demo: on any free port, with its records in memory, unless told otherwise. */
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
