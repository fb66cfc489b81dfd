// Server and worker in one process on PGlite, to be killed: node single.process.fixture.ts FOLDER ROWS
// Started anew in the same folder it goes on; at the end it prints the records and the report.
import { createHash } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { postgresAdapter } from '@importera/postgres';
import { pgliteDatabase } from './database/ServerDatabase.ts';
import { crm, largeFile, openApi } from './server.fixture.ts';
import type { ImportSummary } from './store/ServerImport.ts';

const [folder = '', rows = '0'] = process.argv.slice(2);
const db = await PGlite.create(folder);
const database = pgliteDatabase(db);
const adapter = postgresAdapter({ schema: crm, client: database.client });
await adapter.createTables();
// Small batches: many to be killed in.
const api = await openApi(database, { adapter, batchRows: 200 }, { tenant: 'one', adapter });
await api.server.start();
const { imports } = await api.json<{ imports: readonly ImportSummary[] }>('GET', '');
await api.worker().start();
const id = imports[0]?.id ?? (await api.start(largeFile(Number(rows))));
console.log('started');

const told = setInterval(async () => {
  const { rows: counts } = await db.query<{ n: number }>(
    'SELECT coalesce(sum(size), 0)::int AS n FROM importera.outcome_blocks',
  );
  console.log(`outcomes ${counts[0]?.n}`);
}, 50);
let status = '';
while (status !== 'completed')
  status = (await api.until(id, 'completed').catch(() => null))?.status ?? '';
clearInterval(told);
const { report } = await api.until(id, 'completed');
const records = await db.query(
  `SELECT k.email, k.first_name, c.name, c.city FROM contact k JOIN company c ON c.id = k.parent_id ORDER BY k.email`,
);
const { created, updated, unchanged, rejected } = report ?? {};
const hash = createHash('sha256').update(JSON.stringify(records.rows)).digest('hex');
const counts = { created, updated, unchanged, rejected };
// Ends once it is read: a process that exits at once may cut it off.
process.stdout.write(
  `end ${JSON.stringify({ ...counts, records: records.rows.length, hash })}\n`,
  () => process.exit(0),
);
