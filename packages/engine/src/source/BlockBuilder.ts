import { ImportError } from '../issue/ImportError.ts';
import { BLOCK_ROWS, type Block } from './Block.ts';

/** Columns a sheet of Excel has; a file with more is no table. */
export const MAX_COLUMNS = 16_384;

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

  function addColumn(): void {
    if (columns.length >= MAX_COLUMNS) throw tooManyColumns(row);
    columns.push(new Array<string>(size).fill(''));
  }

  function flush(): void {
    const rowNumbers = new Uint32Array(size);
    for (let r = 0; r < size; r++) rowNumbers[r] = row - size + r;
    const ragged = narrowest < columns.length;
    full.push({
      size,
      rowNumbers,
      columns: columns.map((texts) => ({ texts })),
      ...(ragged ? { lengths: lengths.slice(0, size) } : {}),
    });
    columns = columns.map(() => []);
    lengths = new Uint32Array(rows);
    size = 0;
    narrowest = Infinity;
  }

  return {
    cell(text) {
      if (at === columns.length) addColumn();
      (columns[at++] as string[]).push(text);
    },
    cells: () => at,
    endRow() {
      lengths[size] = at;
      if (at < narrowest) narrowest = at;
      for (let c = at; c < columns.length; c++) (columns[c] as string[]).push('');
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
