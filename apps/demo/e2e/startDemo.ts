import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built demo listens during the end-to-end tests. */
    demoUrl: string;
  }
}

/** Starts the built demo on a free port and stops it after the tests. */
export default async function startDemo(project: TestProject): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, PORT: '0', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  project.provide('demoUrl', await printedUrl(server));
  return async () => {
    server.kill();
    if (server.exitCode === null) await once(server, 'exit');
  };
}

function printedUrl(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/\S+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    });
    server.once('exit', () => reject(new Error(`The demo stopped before it listened: ${output}`)));
  });
}
