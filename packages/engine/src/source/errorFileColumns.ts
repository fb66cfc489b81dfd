/**
 * Headers of the two columns an error file has after the file's own. They are not translated: they are how
 * the file is known again when it is dropped a second time.
 */
export const ERROR_ROW_HEADER = 'Importera: row';
/** Heading of the column of an error file that says why a row was not taken; the same in every language. */
export const ERROR_PROBLEM_HEADER = 'Importera: problem';

/** 0-based positions of an error file's own columns. */
export interface ErrorFileColumns {
  readonly row: number;
  /** Null when the user deleted it. */
  readonly problem: number | null;
}

/** Whether a column was added by an error file; mapping passes it over. */
export function isErrorFileHeader(header: string): boolean {
  const bare = bareHeader(header);
  return bare === bareHeader(ERROR_ROW_HEADER) || bare === bareHeader(ERROR_PROBLEM_HEADER);
}

/** Where an error file keeps the original row numbers; null when the headers are no error file's. */
export function errorFileColumns(headers: readonly string[]): ErrorFileColumns | null {
  const bare = headers.map(bareHeader);
  const row = bare.lastIndexOf(bareHeader(ERROR_ROW_HEADER));
  if (row < 0) return null;
  const problem = bare.lastIndexOf(bareHeader(ERROR_PROBLEM_HEADER));
  return { row, problem: problem < 0 ? null : problem };
}

/** The row of the first import that a row of an error file corrects; null when the cell holds no row number. */
export function originalRow(text: string): number | null {
  const digits = /^\s*(\d{1,9})(?:\.0+)?\s*$/.exec(text)?.[1];
  return digits && Number(digits) > 0 ? Number(digits) : null;
}

function bareHeader(header: string): string {
  return header.trim().replace(/\s+/g, ' ').toLowerCase();
}
