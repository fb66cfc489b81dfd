import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { root } from './workspace.ts';

const projects = globSync(
  ['.scripts/tsconfig.json', '{packages,packages/adapters,apps}/*/tsconfig*.json'],
  { cwd: root },
);

const failed = projects.sort().filter((project) => {
  const { status } = spawnSync('tsc', ['-p', project], { cwd: root, stdio: 'inherit' });
  return status !== 0;
});

console.log(`${projects.length - failed.length} of ${projects.length} TypeScript projects compile`);
for (const project of failed) console.log(`  fails: ${project}`);
process.exitCode = failed.length === 0 ? 0 : 1;
