/** How a text file writes rows and cells. */
export interface Dialect {
  /** One or more characters between two cells; `''` where every line is one cell. */
  readonly delimiter: string;
  /** The character around cells that hold delimiters or line breaks; null where there is none. */
  readonly quote: string | null;
  /** The character that makes a quote inside a quoted cell text, where it is not doubled. */
  readonly escape: string | null;
  /** `cr`: a lone carriage return ends a row too (old Mac files). `lf`: it is text. */
  readonly lineBreak: 'lf' | 'cr';
  /** Blanks after a delimiter are no part of the cell (`a, "b"`). */
  readonly skipBlanks: boolean;
  /** Cells most rows have; 0 where not known. */
  readonly width: number;
}

/** RFC 4180. */
export const PLAIN_DIALECT: Dialect = {
  delimiter: ',',
  quote: '"',
  escape: null,
  lineBreak: 'lf',
  skipBlanks: false,
  width: 0,
};
