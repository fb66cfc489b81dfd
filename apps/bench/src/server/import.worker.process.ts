// A worker in a process of its own: node import.worker.process.ts URL SCHEMA. Prints `{}` once it works.
import { createImportWorker } from '@importera/server';
import { endWhenAsked, openTargets } from './openTargets.ts';

const [url = '', databaseSchema = ''] = process.argv.slice(2);
const { pool, ...targets } = openTargets(url, databaseSchema);
const worker = createImportWorker({ ...targets, onError: (error) => console.error(error) });
await worker.start();
console.log('{}');
endWhenAsked(async () => {
  await worker.stop();
  await pool.end();
});
