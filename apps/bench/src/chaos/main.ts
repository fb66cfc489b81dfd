// Kills workers and restarts the database while they import, and compares with an import that nobody disturbed:
// node main.ts --rows 100000 --kills 20
import { parseArgs } from 'node:util';
import { onPglite } from './onPglite.ts';
import { onPostgres } from './onPostgres.ts';

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

const postgres = await onPostgres({ rows, kills: Number(values.kills), say });
const pglite = await onPglite(rows, say);
const kills = postgres.kills + pglite.kills;
const equal = postgres.equal && pglite.equal;
console.log(`rows=${rows} kills=${kills} restarts=${postgres.restarts} equal=${equal}`);
process.exit(equal ? 0 : 1);
