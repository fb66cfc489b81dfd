// An import in this one process, engine and adapter without a server: node direct.process.ts URL SCHEMA FILE
import { openAsBlob } from 'node:fs';
import {
  commitPlan,
  createMapping,
  openSource,
  planBlocks,
  profileTable,
  readRecords,
  readTable,
  suggestMapping,
  validateRecords,
} from '@importera/engine';
import { openCustomers } from './customerDatabase.ts';
import { customerTable as schema } from './customerTable.ts';

const [url = '', databaseSchema = '', file = ''] = process.argv.slice(2);
const { pool, adapter } = openCustomers(url, databaseSchema);
const start = performance.now();
const source = await openSource(await openAsBlob(file), { name: 'customers.csv' });
const table = await profileTable(await readTable(source));
const profiled = performance.now();
const suggestions = suggestMapping(table.columns, schema);
const { columns } = createMapping(table.columns, suggestions, schema);
const records = readRecords(table, schema, { columns, defaults: [], edits: [], excluded: [] });
const context = { importId: 'bench', settings: {} };
const blocks = planBlocks(validateRecords(records, schema), { schema, columns, adapter, context });
const counts = new Map<string, number>();
const { status, error } = await commitPlan(blocks, {
  schema,
  columns,
  adapter,
  context,
  batchRows: 5000,
  onOutcomes: ({ statuses }) => {
    for (const code of statuses) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1);
  },
});
const end = performance.now();
if (status !== 'completed') throw error ?? new Error(status);
await pool.end();
console.log(
  JSON.stringify({
    ms: end - start,
    profileMs: profiled - start,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    cpuMs: process.cpuUsage().user / 1000,
    counts: Object.fromEntries(counts),
  }),
);
