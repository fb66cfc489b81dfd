import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks, runScript, type CheckResult } from './runChecks.ts';
import { systemsPage } from './systemsPage.ts';
import { root } from './workspace.ts';

// Everything that has to hold before a change is merged: the build, the checks, and the tests in
// Node and in the browser. The last line counts checks and tests together.

const report = join(root, 'node_modules/.cache/vitest.json');

const before = [runScript('build'), ...(await runChecks())];
const tests = runTests();
const checks = [...before, checkSystems()];

console.log();
for (const { name, passed } of checks) console.log(`${passed ? '✓' : '✗'} ${name}`);
console.log(`${tests.failed === 0 ? '✓' : '✗'} tests: ${tests.passed} of ${tests.total}`);

const passed = checks.filter((check) => check.passed).length + tests.passed;
const failed = checks.filter((check) => !check.passed).length + tests.failed;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly total: number;
}

function runTests(): TestCounts {
  console.log('\n▶ tests');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('vitest', ['run', ...reporters], { cwd: root, stdio: 'inherit' });
  const counts = readCounts();
  // A file that cannot be loaded, or an error outside any test, fails the run but counts nowhere.
  const unseen = status !== 0 && counts.failed === 0 ? 1 : 0;
  return { ...counts, failed: counts.failed + unseen };
}

/** docs/systems.md says what this run says. */
function checkSystems(): CheckResult {
  const name = 'docs/systems.md';
  try {
    const kept = readFileSync(join(root, name), 'utf8');
    return { name, passed: kept === systemsPage([readFileSync(report, 'utf8')]).page };
  } catch {
    return { name, passed: false };
  }
}

function readCounts(): TestCounts {
  try {
    const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests, total: numTotalTests };
  } catch {
    return { passed: 0, failed: 0, total: 0 };
  }
}
