// Kills workers and restarts the database while they import, and compares with an import that nobody disturbed:
// node main.ts --rows 100000 --kills 20
import { parseArgs } from 'node:util';
import { onPglite } from './onPglite.ts';
import { onPostgres, type Tally } from './onPostgres.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '20' },
  },
});
const rows = Number(values.rows);
const start = performance.now();
const say = (text: string): void =>
  console.log(`${((performance.now() - start) / 1_000).toFixed(1).padStart(6)}  ${text}`);

const tally: Tally = { kills: 0, restarts: 0 };
let equal = false;
try {
  const onServer = await onPostgres({ rows, kills: Number(values.kills), tally, say });
  equal = (await onPglite({ rows, tally, say })) && onServer;
} catch (error) {
  say(`It ended before its time: ${String(error)}`);
}
console.log(`rows=${rows} kills=${tally.kills} restarts=${tally.restarts} equal=${equal}`);
process.exit(equal ? 0 : 1);
