import {
  createMapping,
  openSource,
  profileTable,
  readRecords,
  readTable,
  suggestMapping,
  validateRecords,
} from '@importera/engine';
import type { Block, Table } from '@importera/engine';
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
    const bare = async (): Promise<unknown> => Papa.parse(await file.text()).data.length;
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

/**
 * Everything before the plan. As in a session, the file is read once: its rows are kept while they are profiled, and
 * converted and checked from there.
 */
async function readMapCheck(file: Blob): Promise<number> {
  const source = await openSource(file, { name: 'customers.csv' });
  const table = await profileTable(keepBlocks(await readTable(source)));
  const suggestions = suggestMapping(table.columns, customerSchema);
  const { columns } = createMapping(table.columns, suggestions, customerSchema);
  const recipe = { columns, defaults: [], edits: [], excluded: [] };
  let issues = 0;
  for await (const block of validateRecords(
    readRecords(table, customerSchema, recipe),
    customerSchema,
  )) {
    issues += block.issues.length;
  }
  return issues;
}

/** The table with its rows kept after the first reading. */
function keepBlocks(table: Table): Table {
  const kept: Block[] = [];
  let isRead = false;
  return {
    ...table,
    async *blocks(options) {
      if (isRead) return yield* kept;
      for await (const block of table.blocks(options)) {
        kept.push(block);
        yield block;
      }
      isRead = true;
    },
  };
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
