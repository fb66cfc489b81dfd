import {
  createMapping,
  openSource,
  profileTable,
  readRecords,
  readTable,
  suggestMapping,
  validateRecords,
} from '@importera/engine';
import Papa from 'papaparse';
import { customersCsv } from './customersCsv.ts';
import { customerSchema } from './customerSchema.ts';
import { pairedRuns } from './pairedRuns.ts';

/** Rows of the file: the size issue trackers of importers complain about. */
const ROWS = 100_000;

/** Reading, mapping, converting and checking a whole file, against papaparse only parsing it. */
export async function againstPapaparse(): Promise<void> {
  for (const quoted of [false, true]) {
    const text = customersCsv(ROWS, { quoted });
    const file = new Blob([text]);
    const bare = (): unknown => Papa.parse(text).data.length;
    const read = await pairedRuns(() => countRows(file), bare);
    const whole = await pairedRuns(() => readMapCheck(file), bare);
    const name = `${ROWS} × 12, ${quoted ? 'quoted' : 'plain'}`;
    print(`${name}: read only`, read);
    print(`${name}: read, profile, map, convert, check`, whole);
  }
}

async function countRows(file: Blob): Promise<number> {
  const source = await openSource(file, { name: 'customers.csv' });
  let rows = 0;
  for await (const block of source.blocks()) rows += block.size;
  return rows;
}

/** Everything before the plan, the file read twice: once for its profile, once for its records. */
async function readMapCheck(file: Blob): Promise<number> {
  const source = await openSource(file, { name: 'customers.csv' });
  const table = await profileTable(await readTable(source));
  const { columns } = createMapping(
    table.columns,
    suggestMapping(table.columns, customerSchema),
    customerSchema,
  );
  const records = readRecords(table, customerSchema, {
    columns,
    defaults: [],
    edits: [],
    excluded: [],
  });
  let issues = 0;
  for await (const block of validateRecords(records, customerSchema)) issues += block.issues.length;
  return issues;
}

function print(
  what: string,
  {
    ours,
    theirs,
    ratio,
  }: { readonly ours: number; readonly theirs: number; readonly ratio: number },
): void {
  console.log(
    `${what}: ${ours.toFixed(0)} ms, papaparse bare ${theirs.toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
  );
}
