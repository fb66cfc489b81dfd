import { ImportError } from '../issue/ImportError.ts';
import { BLOCK_ROWS, type Block } from './Block.ts';

/** Columns a sheet of Excel has; a file with more is no table. */
export const MAX_COLUMNS = 16_384;

/** Columns that a table may have before it is thought odd. */
const WIDE_COLUMNS = 256;

/** Collects cells, row by row, into column-major blocks. */
export interface BlockBuilder {
  /** Appends a cell to the row under way. */
  cell(text: string): void;
  /** Cells of the row under way so far. */
  cells(): number;
  /** Ends the row under way. */
  endRow(): void;
  /** Row number of the row under way (1-based). */
  row(): number;
  /** Takes the full blocks; with `all`, the begun one too. */
  take(all?: boolean): readonly Block[];
}

/** @param rows rows of a full block; the first block may be smaller, so that a preview comes soon. */
export function createBlockBuilder(rows: number = BLOCK_ROWS, firstRow = 1): BlockBuilder {
  let columns: string[][] = [];
  let lengths = new Uint32Array(rows);
  let size = 0;
  let row = firstRow;
  let at = 0;
  let narrowest = Infinity;
  let full: Block[] = [];

  // Made at full length: growing twelve arrays step by step costs a tenth of all parsing.
  // A file that falls apart into thousands of columns must not get memory for as many full ones.
  const emptyColumn = (): string[] =>
    columns.length > WIDE_COLUMNS ? [] : new Array<string>(rows);

  function addColumn(): void {
    if (columns.length >= MAX_COLUMNS) throw tooManyColumns(row);
    const texts = emptyColumn();
    for (let r = 0; r < size; r++) texts[r] = '';
    columns.push(texts);
  }

  function flush(): void {
    const rowNumbers = new Uint32Array(size);
    for (let r = 0; r < size; r++) rowNumbers[r] = row - size + r;
    if (size < rows) for (const texts of columns) texts.length = size;
    const ragged = narrowest < columns.length;
    full.push({
      size,
      rowNumbers,
      columns: columns.map((texts) => ({ texts })),
      ...(ragged ? { lengths: lengths.slice(0, size) } : {}),
    });
    columns = columns.map(emptyColumn);
    lengths = new Uint32Array(rows);
    size = 0;
    narrowest = Infinity;
  }

  return {
    cell(text) {
      if (at === columns.length) addColumn();
      (columns[at++] as string[])[size] = text;
    },
    cells: () => at,
    endRow() {
      lengths[size] = at;
      if (at < narrowest) narrowest = at;
      for (let c = at; c < columns.length; c++) (columns[c] as string[])[size] = '';
      size++;
      row++;
      at = 0;
      if (size === rows) flush();
    },
    row: () => row,
    take(all = false) {
      if (all && size > 0) flush();
      const taken = full;
      full = [];
      return taken;
    },
  };
}

function tooManyColumns(row: number): ImportError {
  return new ImportError(
    'file-too-large',
    `Row ${row} has more than ${MAX_COLUMNS} cells, so this is hardly a table. Check the delimiter, or split the file.`,
    { params: { row, limit: MAX_COLUMNS } },
  );
}
