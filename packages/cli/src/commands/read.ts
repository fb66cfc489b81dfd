import { once } from 'node:events';
import { formatIssue, readRows, readTable } from '@importera/engine';
import type { Issue, IssueTexts, SheetInfo, Source, Table } from '@importera/engine';
import { CliError } from '../CliError.ts';
import { counted } from '../counted.ts';
import { openFile } from '../openFile.ts';
import type { Command, CliStreams } from '../runCli.ts';
import { textsFor } from '../textsFor.ts';

/** `importera read`: what is in the file, cell by cell as text. */
export const read: Command = async (args, streams) => {
  const source = await openFile(args);
  if (args.text) return printText(source, streams);
  const table = await readTable(source, args.read);
  // A person is told of the rows in numbers.
  const limit = args.json ? (args.limit ?? Infinity) : 0;
  const { header, rows, rowCount, blankRows, lastRow, issues } = await readSheet(table, limit);
  if (table.headerRow !== null && header === null) {
    throw new CliError(
      `--header ${table.headerRow} is past the end of the sheet. Name a row it has.`,
    );
  }
  const result = {
    format: source.format,
    encoding: source.encoding,
    encodingConfidence: rounded(source.encodingConfidence),
    delimiter: source.delimiter,
    sheets: source.sheets.map((sheet) => sheetSize(sheet, source, lastRow)),
    sheet: source.sheet,
    headerRow: table.headerRow,
    columns: header ?? [],
    rowCount,
    blankRows,
    rows,
    issues,
  };
  streams.stdout.write(
    args.json ? `${JSON.stringify(result)}\n` : describe(result, textsFor(args)),
  );
  return 0;
};

interface SheetRows {
  /** The header row's own cells; null without one. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  /** Those of them that no import takes: without any text. */
  readonly blankRows: number;
  /** As the spreadsheet numbers it. */
  readonly lastRow: number;
  readonly issues: readonly Issue[];
}

/** The header and every row after it, blank ones too, each as long as the file has it. */
async function readSheet(table: Table, limit: number): Promise<SheetRows> {
  const rows: (readonly string[])[] = [];
  const late: Issue[] = [];
  let header: readonly string[] | null = null;
  let rowCount = 0;
  let blankRows = 0;
  let lastRow = 0;
  for await (const { row, cells } of readRows(table, { onIssue: (issue) => late.push(issue) })) {
    lastRow = row;
    if (row === table.headerRow) {
      header = cells;
      continue;
    }
    rowCount++;
    if (cells.every((text) => text.trim() === '')) blankRows++;
    if (rows.length < limit) rows.push(cells);
  }
  return {
    header,
    rows,
    rowCount,
    blankRows,
    lastRow,
    issues: allIssues(table, late),
  };
}

/** A table that was not read to its end knows only its first rows, which were met again here. */
function allIssues(table: Table, met: readonly Issue[]): readonly Issue[] {
  if (table.complete) return table.issues;
  const isOfFile = ({ row, code }: Issue): boolean =>
    code === 'duplicate-header' || (row === undefined && code !== 'more-issues');
  return [...table.issues.filter(isOfFile), ...met];
}

/** A text file is one sheet, whose size is known once it was read. */
function sheetSize(
  { name, rows }: SheetInfo,
  { sheet }: Source,
  lastRow: number,
): { readonly name: string; readonly rows: number | null } {
  return { name, rows: rows ?? (name === sheet ? lastRow : null) };
}

/** Three digits: more would say that a guess is exact. */
function rounded(confidence: number | null): number | null {
  return confidence === null ? null : Math.round(confidence * 1000) / 1000;
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

interface ReadResult {
  readonly format: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string;
  readonly headerRow: number | null;
  readonly columns: readonly string[];
  readonly rowCount: number;
  readonly blankRows: number;
  readonly issues: readonly Issue[];
}

function describe(result: ReadResult, texts: IssueTexts): string {
  const delimiter =
    result.delimiter === null ? '' : `, delimiter ${JSON.stringify(result.delimiter)}`;
  const encoding = result.encoding === null ? '' : `, ${result.encoding}`;
  const header = result.headerRow === null ? 'no header row' : `header in row ${result.headerRow}`;
  const rows = counted(result.rowCount - result.blankRows, 'row');
  const blank = result.blankRows === 0 ? '' : ` (and ${result.blankRows} blank)`;
  return [
    `${result.format}${encoding}${delimiter}, sheet "${result.sheet}", ${header}`,
    `${rows}${blank} × ${counted(result.columns.length, 'column')}: ${result.columns.join(' | ')}`,
    ...result.issues.map(
      (issue) =>
        `${issue.row === undefined ? '' : `Row ${issue.row}: `}${formatIssue(issue, texts)}`,
    ),
    '',
  ].join('\n');
}
