import {
  type Block,
  createMapping,
  openSource,
  profileTable,
  readRecords,
  readTable,
  suggestMapping,
  type Table,
  validateRecords,
} from '@importera/engine';
import Papa from 'papaparse';
import { customersCsv } from './customersCsv.ts';
import { customerSchema } from './customerSchema.ts';
import { pairedRuns } from './pairedRuns.ts';

const ROWS = 100_000;

/** Converting cells to typed values and checking them, the blocks being in memory, against papaparse's bare parse. */
export async function conversion(): Promise<void> {
  const text = customersCsv(ROWS);
  const source = await openSource(new Blob([text]), { name: 'customers.csv' });
  const table = await inMemory(await profileTable(await readTable(source)));
  const suggestions = suggestMapping(table.columns, customerSchema);
  const { columns } = createMapping(table.columns, suggestions, customerSchema);
  const recipe = { defaults: [], edits: [], excluded: [] };
  const bare = (): unknown => Papa.parse(text).data.length;
  for (const { header } of columns) {
    const one = columns.filter((column) => column.header === header);
    print(
      header,
      await pairedRuns(
        () => drain(readRecords(table, customerSchema, { ...recipe, columns: one })),
        bare,
        3,
      ),
    );
  }
  const records = () => readRecords(table, customerSchema, { ...recipe, columns });
  print('convert', await pairedRuns(() => drain(records()), bare));
  print(
    'convert and check',
    await pairedRuns(() => drain(validateRecords(records(), customerSchema)), bare),
  );
}

async function inMemory(table: Table): Promise<Table> {
  const blocks: Block[] = [];
  for await (const block of table.blocks()) blocks.push(block);
  return {
    ...table,
    async *blocks() {
      yield* blocks;
    },
  };
}

async function drain(
  blocks: AsyncIterable<{ readonly issues: readonly unknown[] }>,
): Promise<number> {
  let issues = 0;
  for await (const block of blocks) issues += block.issues.length;
  return issues;
}

function print(
  what: string,
  { ours, ratio }: { readonly ours: number; readonly ratio: number },
): void {
  console.log(`${ROWS} rows, ${what}: ${ours.toFixed(0)} ms, ${ratio.toFixed(2)} × papaparse bare`);
}
