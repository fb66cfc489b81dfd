import { ImportError } from '../issue/ImportError.ts';
import type { CellEdit } from '../mapping/Mapping.ts';
import { errorFileColumns, isErrorFileHeader, originalRow } from '../source/errorFileColumns.ts';
import { unescapeFormula } from '../source/formulaSafety.ts';
import type { Block } from '../source/Block.ts';
import { openSource } from '../source/openSource.ts';
import type { SourceInput } from '../source/Source.ts';
import { readTable } from '../table/readTable.ts';
import type { Table } from '../table/Table.ts';
import { findRow } from './findRow.ts';
import type { RememberedTable } from './rememberBlocks.ts';

/**
 * Reads a corrected error file against the file it came from: every cell that differs is an edit of the row its
 * `Importera: row` column names. Rows the file does not have are passed over.
 * @throws {ImportError} `file-unsupported` when the columns are not those of an error file of `original`.
 */
export async function readCorrections(
  input: SourceInput,
  name: string,
  original: RememberedTable,
): Promise<readonly CellEdit[]> {
  const table = await readTable(await openSource(input, { name }), { headerRow: 1 });
  const { rowColumn, columns } = placeColumns(table, original);
  const blocks = original.remembered() ?? [];
  const edits: CellEdit[] = [];
  for await (const block of table.blocks()) {
    for (let r = 0; r < block.size; r++) {
      const row = originalRow(block.columns[rowColumn]?.texts[r] ?? '');
      const place = row === null ? null : findRow(blocks, row);
      if (place === null) continue;
      edits.push(
        ...rowEdits({ block, r, columns, isText: table.source.delimiter !== null }, place),
      );
    }
  }
  return edits;
}

interface Columns {
  /** Column of the error file that holds the original row number. */
  readonly rowColumn: number;
  /** For each column of the original file its column in the error file. */
  readonly columns: readonly number[];
}

/** The error file has the columns of the original in their order, with its own two added. */
function placeColumns(table: Table, original: Table): Columns {
  const headers = table.columns.map(({ header }) => header);
  const added = errorFileColumns(headers);
  const columns = headers.flatMap((header, index) => (isErrorFileHeader(header) ? [] : [index]));
  const expected = original.columns.filter(({ header }) => !isErrorFileHeader(header));
  if (added !== null && columns.length === expected.length) {
    return { rowColumn: added.row, columns };
  }
  throw new ImportError(
    'file-unsupported',
    `“${table.source.name}” is not the error file of this import: its columns are others. Correct the error file you downloaded here, keep its columns as they are, and drop it again.`,
    { params: { name: table.source.name } },
  );
}

interface CorrectedRow {
  readonly block: Block;
  readonly r: number;
  readonly columns: readonly number[];
  /** Cells of text files were made safe against formulas. */
  readonly isText: boolean;
}

function rowEdits(
  { block, r, columns, isText }: CorrectedRow,
  original: { readonly block: Block; readonly index: number },
): readonly CellEdit[] {
  const row = original.block.rowNumbers[original.index] ?? 0;
  return columns.flatMap((from, column) => {
    const text = block.columns[from]?.texts[r] ?? '';
    const value = isText ? unescapeFormula(text) : text;
    const before = original.block.columns[column]?.texts[original.index] ?? '';
    return value === before ? [] : [{ row, column, value }];
  });
}
