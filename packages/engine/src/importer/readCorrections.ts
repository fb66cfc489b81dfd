import { ImportError } from '../issue/ImportError.ts';
import type { CellEdit } from '../mapping/Mapping.ts';
import { errorFileColumns, isErrorFileHeader, originalRow } from '../source/errorFileColumns.ts';
import { unescapeFormula } from '../source/formulaSafety.ts';
import { CELL_KINDS, type Block } from '../source/Block.ts';
import { openSource } from '../source/openSource.ts';
import type { SourceInput } from '../source/Source.ts';
import { isUnchangedCell } from '../report/isUnchangedCell.ts';
import { numberForm } from '../report/numberForm.ts';
import { readTable } from '../table/readTable.ts';
import type { Table } from '../table/Table.ts';
import { findRow } from './findRow.ts';
import type { RowPlace } from './findRow.ts';

/** The file a corrected error file came from. */
export interface CorrectedFile {
  readonly table: Table;
  /** Whether a row was written already: then it takes no corrections. */
  readonly isSettled: (row: number) => boolean;
}

/** What a corrected error file changes. */
export interface Corrections {
  /** In rows that can still be imported. */
  readonly edits: readonly CellEdit[];
  /** In rows that were written already: they are not taken, since the record would stay as it is. */
  readonly refused: readonly CellEdit[];
}

/**
 * Reads a corrected error file against the file it came from: every cell that differs is an edit of the row its
 * `Importera: row` column names. Rows the file does not have are passed over; edits of those already written are kept apart.
 * @throws {ImportError} `file-unsupported` when the columns are not those of an error file of `original`.
 */
export async function readCorrections(
  input: SourceInput,
  name: string,
  { table: original, isSettled }: CorrectedFile,
): Promise<Corrections> {
  const table = await readTable(await openSource(input, { name }), { headerRow: 1 });
  const { rowColumn, columns } = placeColumns(table, original);
  const place = placeRows(original, await rowsOf(original));
  const edits: CellEdit[] = [];
  const refused: CellEdit[] = [];
  for await (const block of table.blocks()) {
    for (let r = 0; r < block.size; r++) {
      const row = originalRow(block.columns[rowColumn]?.texts[r] ?? '');
      const found = row === null ? null : place(row);
      if (found === null) continue;
      const isWritten = isSettled(found.block.rowNumbers[found.index] ?? 0);
      (isWritten ? refused : edits).push(
        ...rowEdits({ block, r, columns, isText: isText(table) }, found),
      );
    }
  }
  return { edits, refused };
}

interface PlacedColumn {
  /** In the corrected file. */
  readonly from: number;
  /** In the original. */
  readonly column: number;
}

interface Columns {
  /** Column of the error file that holds the original row number. */
  readonly rowColumn: number;
  readonly columns: readonly PlacedColumn[];
}

/** The error file has the columns of the original, under the same headings, with its own two added. */
function placeColumns(table: Table, original: Table): Columns {
  const headers = table.columns.map(({ header }) => header);
  const added = errorFileColumns(headers);
  const given = named(headers.map((header) => (isText(table) ? unescapeFormula(header) : header)));
  const own = named(
    original.columns.map(({ header, label }) => (original.headerRow === null ? label : header)),
  );
  const columns = [...own].flatMap(([name, column]) => {
    const from = given.get(name);
    return from === undefined ? [] : [{ from, column }];
  });
  if (added !== null && columns.length === own.size && given.size === own.size) {
    return { rowColumn: added.row, columns };
  }
  throw new ImportError(
    'file-unsupported',
    `“${table.source.name}” is not the error file of this import: its columns are others. Correct the error file you downloaded here, keep its columns as they are, and drop it again.`,
    { params: { name: table.source.name } },
  );
}

/** Positions of a file's own columns by heading and, since headings repeat, by which of that heading they are. */
function named(headers: readonly string[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const positions = new Map<string, number>();
  for (const [index, header] of headers.entries()) {
    if (isErrorFileHeader(header)) continue;
    const name = header.trim().replace(/\s+/g, ' ');
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    positions.set(`${nth} ${name}`, index);
  }
  return positions;
}

async function rowsOf(original: Table): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for await (const block of original.blocks()) blocks.push(block);
  return blocks;
}

/** Finds a row by the number an error file gives it: where the original is an error file too, that of the first file. */
function placeRows(
  original: Table,
  blocks: readonly Block[],
): (row: number) => RowPlace<Block> | null {
  const before = errorFileColumns(original.columns.map(({ header }) => header));
  if (before === null) return (row) => findRow(blocks, row);
  const places = new Map<number, RowPlace<Block>>();
  for (const block of blocks) {
    const texts = block.columns[before.row]?.texts ?? [];
    for (let index = 0; index < block.size; index++) {
      const row = originalRow(texts[index] ?? '') ?? block.rowNumbers[index] ?? 0;
      if (!places.has(row)) places.set(row, { block, index });
    }
  }
  return (row) => places.get(row) ?? null;
}

/** Cells of text files were made safe against formulas. */
function isText(table: Table): boolean {
  return table.source.delimiter !== null;
}

interface CorrectedRow {
  readonly block: Block;
  readonly r: number;
  readonly columns: readonly PlacedColumn[];
  readonly isText: boolean;
}

function rowEdits(
  { block, r, columns, isText }: CorrectedRow,
  original: RowPlace<Block>,
): readonly CellEdit[] {
  const row = original.block.rowNumbers[original.index] ?? 0;
  return columns.flatMap(({ from, column }) => {
    const corrected = block.columns[from];
    const text = corrected?.texts[r] ?? '';
    const value = isText ? unescapeFormula(text) : text;
    const { texts = [], kinds = [] } = original.block.columns[column] ?? {};
    const kind = kinds[original.index] ?? 0;
    const isUnchanged = isUnchangedCell(texts[original.index] ?? '', kind, value);
    if (isUnchanged) return [];
    // An edit is a text: a number from a workbook takes the form in which its point stays a decimal point.
    const isNumber = CELL_KINDS[corrected?.kinds?.[r] ?? 0] === 'number';
    return [{ row, column, value: isNumber ? numberForm(value, '.') : value }];
  });
}
