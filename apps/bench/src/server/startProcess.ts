import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Usage {
  readonly peakMb: number;
  readonly cpuMs: number;
}

export interface RunningProcess<Ready> {
  /** What it said when it was ready. */
  readonly ready: Ready;
  /** Asks it to end and tells what it took. */
  stop(): Promise<Usage>;
}

/** Starts a process of this folder that says a line of JSON when it is ready, and another when it ends. */
export async function startProcess<Ready>(
  name: string,
  args: readonly string[],
): Promise<RunningProcess<Ready>> {
  const path = new URL(name, import.meta.url).pathname;
  const child = spawn(process.execPath, [...process.execArgv, path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`${name} ended before it said anything.`);
    return JSON.parse(value);
  };
  return {
    ready: (await next()) as Ready,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const usage = (await next()) as Usage;
      await ended;
      return usage;
    },
  };
}
