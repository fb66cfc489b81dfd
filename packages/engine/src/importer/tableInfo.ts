import type { Block } from '../source/Block.ts';
import type { Source } from '../source/Source.ts';
import type { Table } from '../table/Table.ts';
import type { PreviewRow, TableInfo } from './Session.ts';

/** Rows a preview shows at most. */
export const PREVIEW_ROWS = 1000;

/** Under this much certainty a person should look. */
const SURE = 0.7;

/** The first rows of the sheet as they are in the file, the header and what stands above it included. */
export async function readPreview(
  source: Source,
  signal?: AbortSignal,
): Promise<readonly PreviewRow[]> {
  const rows: PreviewRow[] = [];
  for await (const block of source.blocks({ limit: PREVIEW_ROWS, signal })) {
    for (let r = 0; r < block.size; r++) rows.push(previewRow(block, r));
  }
  return rows;
}

/** One row of a block as text. */
export function previewRow(block: Block, r: number): PreviewRow {
  return {
    row: block.rowNumbers[r] ?? 0,
    cells: block.columns.map(({ texts }) => texts[r] ?? ''),
  };
}

/** What was found about a file and its table, as plain data. */
export function tableInfo(table: Table, preview: readonly PreviewRow[]): TableInfo {
  const { source } = table;
  return {
    fileName: source.name,
    fileSize: source.size,
    format: source.format,
    encoding: source.encoding,
    encodingConfidence: source.encodingConfidence,
    delimiter: source.delimiter,
    sheets: source.sheets,
    sheet: source.sheet,
    headerRow: table.headerRow,
    headerConfidence: table.headerConfidence,
    skipRows: table.skipRows,
    columns: table.columns,
    rowCount: table.rowCount,
    complete: table.complete,
    issues: table.issues,
    signature: table.signature,
    preview,
    doubtful: isDoubtful(table),
  };
}

/** A person is asked where a guess may be wrong: the header, the encoding, which of several sheets. */
function isDoubtful({ headerConfidence, headerRow, source, issues }: Table): boolean {
  const visible = source.sheets.filter(({ hidden, rows }) => hidden !== true && rows !== 0);
  return (
    headerRow === null ||
    headerConfidence < SURE ||
    (source.encodingConfidence ?? 1) < SURE ||
    visible.length > 1 ||
    issues.some(({ severity }) => severity !== 'info')
  );
}
