import { readTable } from '@importera/engine';
import type { Block, Issue, Source, Table } from '@importera/engine';
import { once } from 'node:events';
import { CliError } from '../CliError.ts';
import { openFile } from '../openFile.ts';
import type { Command, CliStreams } from '../runCli.ts';

/** `importera read`: what is in the file, cell by cell as text. */
export const read: Command = async (args, streams) => {
  const source = await openFile(args);
  if (args.text) return printText(source, streams);
  const table = await readTable(source, {
    ...(args.read.headerRow !== undefined && { headerRow: args.read.headerRow }),
    ...(args.read.skipRows !== undefined && { skipRows: args.read.skipRows }),
  });
  const { rows, rowCount, issues } = await readRows(source, table, args.limit);
  const result = {
    format: source.format,
    encoding: source.encoding,
    encodingConfidence: source.encodingConfidence,
    delimiter: source.delimiter,
    sheets: source.sheets.map(({ name, rows: count }) => ({ name, rows: count })),
    sheet: source.sheet,
    headerRow: table.headerRow,
    columns: table.headerRow === null ? [] : table.columns.map(({ header }) => header),
    rowCount,
    rows,
    issues,
  };
  streams.stdout.write(args.json ? `${JSON.stringify(result)}\n` : describe(result));
  return 0;
};

interface ReadRows {
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  readonly issues: readonly Issue[];
}

/** Every row after the header, blank ones too, each as long as the file has it. */
async function readRows(source: Source, table: Table, limit: number | null): Promise<ReadRows> {
  const rows: string[][] = [];
  const late: Issue[] = [];
  const after = Math.max(table.headerRow ?? 0, table.skipRows);
  let rowCount = 0;
  for await (const block of source.blocks({ onIssue: (issue) => late.push(issue) })) {
    for (let r = 0; r < block.size; r++) {
      if ((block.rowNumbers[r] ?? 0) <= after) continue;
      rowCount++;
      if (limit === null || rows.length < limit) rows.push(rowOf(block, r));
    }
  }
  return { rows, rowCount, issues: [...source.issues, ...table.issues, ...late] };
}

function rowOf(block: Block, r: number): string[] {
  const width = block.widths?.[r] ?? block.columns.length;
  return block.columns.slice(0, width).map(({ texts }) => texts[r] ?? '');
}

async function printText(source: Source, { stdout }: CliStreams): Promise<0> {
  if (source.text === undefined) {
    throw new CliError(
      `--text is for text files; "${source.name}" is a workbook (${source.format}).`,
    );
  }
  for await (const chunk of source.text()) {
    if (!stdout.write(chunk)) await once(stdout, 'drain');
  }
  return 0;
}

function describe(result: {
  readonly format: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string;
  readonly headerRow: number | null;
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly issues: readonly Issue[];
}): string {
  const delimiter =
    result.delimiter === null ? '' : `, delimiter ${JSON.stringify(result.delimiter)}`;
  const encoding = result.encoding === null ? '' : `, ${result.encoding}`;
  const header = result.headerRow === null ? 'no header row' : `header in row ${result.headerRow}`;
  return [
    `${result.format}${encoding}${delimiter}, sheet "${result.sheet}", ${header}`,
    `${result.rowCount} rows × ${result.columns.length} columns: ${result.columns.join(' | ')}`,
    ...result.issues.map(({ code, row }) => `${code}${row === undefined ? '' : ` in row ${row}`}`),
    '',
  ].join('\n');
}
