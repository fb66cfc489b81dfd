// Server and worker in one process on PGlite, to be killed: node single.process.ts FOLDER ROWS BATCH_ROWS.
// Started again in the same folder it goes on. Prints `written N` and `state S` on the way, at the end the records.
import { PGlite } from '@electric-sql/pglite';
import { createImportServer, createImportWorker, pgliteDatabase } from '@importera/server';
import { chaosApi } from './chaosApi.ts';
import { chaosFile } from './chaosFile.ts';
import { chaosTargets, makeTables, recordsOf } from './chaosTargets.ts';

const TENANT = 'chaos_single';
const DELAY_MS = 100;
const [folder = '', rows = '0', batchRows = '0'] = process.argv.slice(2);
const database = pgliteDatabase(await PGlite.create(folder));
const { client } = database;
// Else it would be done before anybody could kill it.
const pace = { delayMs: () => DELAY_MS, tell: () => undefined };
const targets = chaosTargets(database, pace);
const server = createImportServer({
  ...targets,
  identify: () => ({ tenant: TENANT, user: 'chaos' }),
  authorize: () => true,
  batchRows: Number(batchRows),
});
const api = chaosApi(server);
const tables = await client.query(`SELECT to_regnamespace('${TENANT}') IS NOT NULL AS known`);
if (tables.rows[0]?.['known'] !== true) await makeTables(client, TENANT, Number(rows));
await server.start();
const worker = createImportWorker({ ...targets, parallel: 1, watchMs: 250 });
await worker.start();
const id = (await api.newest()) ?? (await api.begin(chaosFile(Number(rows))));
let written = false;
for (;;) {
  const { status, progress } = await api.look(id);
  console.log(`written ${progress?.rowsDone ?? 0}`);
  console.log(`state ${status}`);
  if (status === 'failed') throw new Error('The import failed.');
  if (status === 'completed' && !written) {
    written = true;
    console.log(`records ${JSON.stringify(await recordsOf(client, TENANT))}`);
    await api.undo(id);
  }
  if (status === 'undone') break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const end = `end ${JSON.stringify(await recordsOf(client, TENANT))}\n`;
process.stdout.write(end, () => process.exit(0));
