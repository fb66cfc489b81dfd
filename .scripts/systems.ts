import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemsPage } from './systemsPage.ts';
import { root } from './workspace.ts';

// Writes docs/systems.md anew from a run of the end-to-end tests: `npm run systems`, or, with the JSON reports of
// runs that were (of a file in several of them the last counts), `node .scripts/systems.ts REPORT.json …`.

const given = process.argv.slice(2);
const report = join(root, 'node_modules/.cache/systems.json');
if (given.length === 0) {
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const project = ['--project', 'e2e'];
  spawnSync('vitest', ['run', ...project, ...reporters], { cwd: root, stdio: 'inherit' });
}
const { page, passed, total } = systemsPage(
  (given.length === 0 ? [report] : given).map((path) => readFileSync(path, 'utf8')),
);
writeFileSync(join(root, 'docs/systems.md'), page);
console.log(`docs/systems.md: ${passed} of ${total} capabilities have passing tests`);
