/** What a cell was in the file. Text formats have only `text`; a blank cell is `empty`. */
export const CELL_KINDS = ['text', 'number', 'date', 'time', 'boolean', 'error', 'empty'] as const;
/** What a cell of a workbook holds, as the workbook says. */
export type CellKind = (typeof CELL_KINDS)[number];

/**
 * One column of a block. `texts[r]` is the cell's text: for text formats exactly the file's text; for
 * workbooks the canonical form (`2024-03-01`, `2024-03-01T09:30:00`, `09:30:00`, `1234.5`, `true`, `#N/A`).
 * Blank cells are `''`, never undefined.
 */
export interface CellColumn {
  readonly texts: readonly string[];
  /** Index into `CELL_KINDS` for each cell; absent when every cell is text. */
  readonly kinds?: Uint8Array;
  /**
   * Digits that the number format of each cell fills up with noughts, at most 255: 5 for 123 shown as 00123 (`00000`).
   * 0 for any other cell; absent when there is none.
   */
  readonly digits?: Uint8Array;
}

/** A run of rows, column-major: what every stage works on. */
export interface Block {
  /** Number of rows. */
  readonly size: number;
  /** Row number of each row as the user's spreadsheet shows it (1-based). */
  readonly rowNumbers: Uint32Array;
  /** All of one length (`size`); ragged rows are filled up with `''`. Later blocks may be wider than earlier ones. */
  readonly columns: readonly CellColumn[];
  /** Cells each row had in a text file, where a row had fewer than the block has columns; absent otherwise. */
  readonly lengths?: Uint32Array;
}

/** Rows in a full block. */
export const BLOCK_ROWS = 1024;
