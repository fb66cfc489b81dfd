import { runChecks } from './runChecks.ts';

const results = await runChecks();

console.log();
for (const { name, passed } of results) console.log(`${passed ? '✓' : '✗'} ${name}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
