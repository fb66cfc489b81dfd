import {
  ERROR_PROBLEM_HEADER,
  ERROR_ROW_HEADER,
  errorFileColumns,
  isErrorFileHeader,
  originalRow,
} from '../source/errorFileColumns.ts';
import { CELL_KINDS } from '../source/Block.ts';
import { numberForm } from './numberForm.ts';
import { writeCsv } from './writeCsv.ts';
import { writeXlsx } from './writeXlsx.ts';
import { xlsxCell, type XlsxCell } from './xlsxCell.ts';
import { zipFiles } from './zipFiles.ts';

/** A row that was not taken, as it stands in the file. */
export interface RejectedRow {
  /** Row number as the spreadsheet shows it. */
  readonly row: number;
  /** Cell texts exactly as read, one per header. */
  readonly cells: readonly string[];
  /** Index into `CELL_KINDS` for each cell, where the rows come from a workbook; absent when every cell is text. */
  readonly kinds?: ArrayLike<number>;
  /** Why, one finished sentence each, in the user's language. */
  readonly reasons: readonly string[];
}

/** Formats an error file can have; `zip` is the CSV, packed. */
export type ErrorFileFormat = 'csv' | 'xlsx' | 'zip';

/** What `writeErrorFile` needs beside the rows, and how the file is written. */
export interface ErrorFileOptions {
  /** `zip` is the CSV, packed. */
  readonly format: ErrorFileFormat;
  /** The file's headers, duplicates and blanks too; for a file without headers its column labels. */
  readonly headers: readonly string[];
  /** Of the CSV: best the one the file itself had. */
  readonly delimiter?: string;
  /**
   * Of the CSV: the decimal sign of each column that holds numbers. Number cells are written with it, so that no other
   * sign fits; those of other columns as they are.
   */
  readonly decimals?: ReadonlyMap<number, '.' | ','>;
  /** Name of the CSV inside a zip. */
  readonly name?: string;
  readonly signal?: AbortSignal;
}

/**
 * The rejected rows as a file to correct and import again: the rows exactly as they were, followed by the
 * columns `Importera: row` and `Importera: problem`, which mapping passes over and by which the corrected rows
 * find their way back into the same import. Cells of a workbook are of their kind again in an xlsx; all others are
 * kept as text. Nothing in it runs as a formula.
 * The file is written while the rows come: pipe it to a download, or gather it by `collectBytes`.
 */
export function writeErrorFile(
  rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>,
  options: ErrorFileOptions,
): AsyncIterable<Uint8Array> {
  if (options.format === 'xlsx') {
    const lines = errorRows(rows, options, xlsxCell);
    return writeXlsx([{ name: 'Errors', columns: errorColumns(options.headers), rows: lines }]);
  }
  const csv = writeCsv(
    errorRows(rows, options, (text, kind, column) => {
      const decimal = kind === NUMBER ? options.decimals?.get(column) : undefined;
      return decimal === undefined ? text : numberForm(text, decimal);
    }),
    options.delimiter === undefined ? {} : { delimiter: options.delimiter },
  );
  return options.format === 'csv'
    ? csv
    : zipFiles([{ name: options.name ?? 'errors.csv', chunks: csv }]);
}

const NUMBER = CELL_KINDS.indexOf('number');

async function* errorRows<C extends XlsxCell>(
  rows: AsyncIterable<RejectedRow> | Iterable<RejectedRow>,
  { headers, signal }: ErrorFileOptions,
  toCell: (text: string, kind: number, column: number) => C,
): AsyncGenerator<readonly (C | string)[]> {
  const own = headers.flatMap((header, at) => (isErrorFileHeader(header) ? [] : [at]));
  const before = errorFileColumns(headers);
  yield [...own.map((at) => headers[at] ?? ''), ERROR_ROW_HEADER, ERROR_PROBLEM_HEADER];
  for await (const { row, cells, kinds, reasons } of rows) {
    signal?.throwIfAborted();
    // The errors of an error file still count their rows in the first file.
    const first = before && originalRow(cells[before.row] ?? '');
    const texts = own.map((at) => toCell(cells[at] ?? '', kinds?.[at] ?? 0, at));
    yield [...texts, String(first ?? row), reasons.join('\n')];
  }
}

function errorColumns(headers: readonly string[]): readonly { width: number; text: boolean }[] {
  const own = headers.filter((header) => !isErrorFileHeader(header));
  return [
    ...own.map((header) => ({ width: Math.min(40, Math.max(12, header.length + 2)), text: true })),
    { width: 14, text: true },
    { width: 60, text: true },
  ];
}
