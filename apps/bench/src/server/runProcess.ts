import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs a process of this folder, with the conditions this one has, and reads the JSON it prints. */
export async function runProcess<Result>(name: string, args: readonly string[]): Promise<Result> {
  const path = new URL(name, import.meta.url).pathname;
  const child = spawn(process.execPath, [...process.execArgv, path, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ]);
  if (code !== 0) throw new Error(`${name} ended with ${code}.`);
  return JSON.parse(said) as Result;
}
