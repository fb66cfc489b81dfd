import type { Issue } from '../issue/Issue.ts';
import { cellsOf } from '../source/cellsOf.ts';
import type { Table } from './Table.ts';

/** How many rows of a table are read, and who is told. */
export interface ReadRowsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Rows at most, the header not counted. */
  readonly limit?: number;
  readonly onIssue?: (issue: Issue) => void;
}

/** A row as it stands in the file. */
export interface FileRow {
  /** As the spreadsheet shows it. */
  readonly row: number;
  /** The file's own cells: a short row of a text file is not filled up. */
  readonly cells: readonly string[];
}

/**
 * The rows of a table as they stand in the file, from the header row on (itself included), or from the
 * first row that is not skipped where there is none; blank rows too. For showing and for comparing: one
 * object per row, so not for the way of the data.
 */
export async function* readRows(
  table: Table,
  options: ReadRowsOptions = {},
): AsyncIterable<FileRow> {
  const { limit = Infinity, signal, onIssue } = options;
  const from = table.headerRow ?? table.skipRows + 1;
  const last = from - (table.headerRow === null ? 1 : 0) + limit;
  const blocks = table.source.blocks({ signal, ...(onIssue === undefined ? {} : { onIssue }) });
  for await (const block of blocks) {
    for (let r = 0; r < block.size; r++) {
      const row = block.rowNumbers[r] as number;
      if (row > last) return;
      if (row >= from) yield { row, cells: cellsOf(block, r) };
    }
  }
}
