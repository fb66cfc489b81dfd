import { spawnSync } from 'node:child_process';
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

/** Runs all of them, also after one fails. */
export function runChecks(): CheckResult[] {
  return checks.map(runScript);
}
