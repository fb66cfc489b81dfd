// A worker in a process of its own, to be killed: node worker.process.ts URL DELAY_MS. Prints `ready` once it works, and then
// what it is at; reads other delays from its input, and ends with it.
import { createInterface } from 'node:readline';
import { createImportWorker, postgresDatabase } from '@importera/server';
import pg from 'pg';
import { chaosTargets } from './chaosTargets.ts';

const [url = '', delay = '0'] = process.argv.slice(2);
let delayMs = Number(delay);
createInterface({ input: process.stdin })
  .on('line', (line) => (delayMs = Number(line)))
  .on('close', () => process.exit(0));
const pool = new pg.Pool({ connectionString: url });
// A connection that is lost while idle is emitted; nobody waits for it.
pool.on('error', () => undefined);
const pace = {
  delayMs: () => delayMs,
  tell: (phase: string) => void process.stdout.write(`${phase}\n`),
};
const worker = createImportWorker({
  ...chaosTargets(postgresDatabase(pool), pace),
  parallel: 1,
  watchMs: 250,
});
for (;;) {
  try {
    await worker.start();
    break;
  } catch {
    // Postgres is just being started again.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
console.log('ready');
