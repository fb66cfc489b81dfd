import type { Block } from '../Block.ts';

/** A sheet of an opened workbook, whatever read it. */
export interface OpenedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows of the used range; null when the sheet is too big to have been counted. */
  readonly rows: number | null;
  /** Cells that no spreadsheet program could show. */
  readonly outside: number;
  /** Cells left out because nearly all between them and the others are blank; see `withoutFarCells`. */
  readonly far?: number;
  /** Its part is missing or broken. */
  readonly unreadable: boolean;
  /** The first `limit` rows of the used range. */
  blocks(limit: number): AsyncIterable<Block> | Iterable<Block>;
}
