import { databaseOptions } from './databaseOptions.ts';
import { endWith } from './endWith.ts';
import { importWorker } from './imports.ts';
import { openCompany } from './openCompany.ts';
import { openDatabase } from './openDatabase.ts';
import { scenarios } from './scenarios.ts';
import { startBackgrounds } from './startBackgrounds.ts';

// A worker in a process of its own; any number of them share a Postgres.
const options = databaseOptions();
if (options.url === null) {
  console.error(
    'A worker of its own needs a Postgres that it shares with the demo: set DATABASE_URL. The embedded database belongs to one process.',
  );
  process.exit(1);
}
const opened = await openDatabase(options);
const companies = [];
for (const scenario of scenarios)
  companies.push(await openCompany(opened.database.client, scenario));
const worker = importWorker(opened.database, companies, {
  origin: process.env['ORIGIN'] ?? 'http://localhost:4400',
  smtp: process.env['SMTP_URL'],
});
await worker.start();
// The server has the accounting system; workers only have to know where.
process.env['ACCOUNTING_URL'] ??= 'http://127.0.0.1:4401';
const backgrounds = await startBackgrounds(opened.database, { work: true, folder: null });
console.log(`Importera demo: worker ${process.pid} waits for imports. Ctrl+C stops it.`);
endWith(async () => {
  for (const background of backgrounds.values()) await background.stop();
  await worker.stop();
  await opened.close();
});
