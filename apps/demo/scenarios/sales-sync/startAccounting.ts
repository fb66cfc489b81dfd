import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface RunningAccounting {
  readonly url: string;
  stop(): void;
}

const script = fileURLToPath(new URL('../../accounting/main.ts', import.meta.url));

/** Starts the accounting system as a process of its own, and again on the same port whenever it dies. */
export async function startAccounting(
  port: number,
  dataFile: string | null,
): Promise<RunningAccounting> {
  let child: ChildProcess | null = null;
  let stopping = false;
  const start = async (at: number): Promise<string> => {
    const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: {
        ...process.env,
        PORT: String(at),
        ACCOUNTING_DATA: dataFile ?? 'memory',
        ACCOUNTING_CHILD: 'yes',
      },
      // It ends when its input does, so that it never outlives the demo, however that one ends.
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child = started;
    const url = await printedUrl(started);
    started.once('exit', () => {
      if (!stopping)
        setTimeout(() => void start(Number(new URL(url).port)).catch(console.error), 300);
    });
    return url;
  };
  return {
    url: await start(port),
    stop() {
      stopping = true;
      child?.kill();
    },
  };
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (part: Buffer) => {
      output += part.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error('The accounting system did not start.')));
  });
}
