import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { root } from './workspace.ts';

/** The checks that are no tests: package scripts, in the order in which they say most. */
const checks = [
  'lint',
  'format:check',
  'typecheck',
  'knip',
  'api:check',
  'size',
  'package:check',
] as const;

/** What ran, and whether it was fine. */
export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
}

/** Runs one script of the root `package.json`, its output shown as it comes. */
export function runScript(name: string): CheckResult {
  console.log(`\n▶ ${name}`);
  const { status } = spawnSync('pnpm', ['run', '--silent', name], { cwd: root, stdio: 'inherit' });
  return { name, passed: status === 0 };
}

/** Runs all of them, also after one fails, two at a time: each works on one core most of its time. */
export async function runChecks(): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  const waiting = checks.entries();
  const lane = async (): Promise<void> => {
    for (const [at, name] of waiting) results[at] = await runCheck(name);
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** Shows its output when it has ended: two would be mixed. */
async function runCheck(name: string): Promise<CheckResult> {
  const check = spawn('pnpm', ['run', '--silent', name], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [check.stdout, check.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [status] = (await once(check, 'close')) as [number | null];
  console.log(`\n▶ ${name}\n${output.trimEnd()}`);
  return { name, passed: status === 0 };
}
