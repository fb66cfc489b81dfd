import type { Dialect } from './Dialect.ts';

/** Where a quoted cell ends. One object is filled again and again, since this runs for every quoted cell. */
export interface Closing {
  /** Index of the closing quote; -1: none up to the end of the text. */
  quote: number;
  /** Index of the delimiter, line break or end of text that follows the cell. */
  end: number;
  /** A quote inside the cell is written as two, or escaped. */
  escaped: boolean;
  /** Quotes inside the cell that are neither: the file is not well-formed here. */
  strays: number;
}

export function createClosing(): Closing {
  return { quote: -1, end: 0, escaped: false, strays: 0 };
}

/**
 * Looks for the quote that closes the cell whose text begins at `from`: one that a delimiter, a line
 * break or the end of the text follows, blanks between them allowed.
 */
export function findClosingQuote(
  text: string,
  from: number,
  dialect: Dialect,
  found: Closing,
): void {
  const quote = dialect.quote as string;
  const { escape } = dialect;
  found.escaped = false;
  found.strays = 0;
  let at = from;
  for (;;) {
    const next = text.indexOf(quote, at);
    found.quote = next;
    if (next === -1) {
      found.end = text.length;
      return;
    }
    if (escape !== null && isEscaped(text, next, from, escape) && !endsCell(text, next, dialect)) {
      found.escaped = true;
      at = next + 1;
    } else if (text.charCodeAt(next + 1) === quote.charCodeAt(0)) {
      found.escaped = true;
      at = next + 2;
    } else {
      const end = cellEnd(text, next + 1, dialect);
      if (end !== -1) {
        found.end = end;
        return;
      }
      found.strays++;
      at = next + 1;
    }
  }
}

/** Whether an odd number of escape characters stands before the quote. */
function isEscaped(text: string, quote: number, from: number, escape: string): boolean {
  let at = quote;
  while (at > from && text[at - 1] === escape) at--;
  return (quote - at) % 2 === 1;
}

/** `"C:\"` and a delimiter: the backslash is the text's last character, where the row then goes on with a quote. */
function endsCell(text: string, quote: number, dialect: Dialect): boolean {
  const end = cellEnd(text, quote + 1, dialect);
  if (end === -1 || dialect.delimiter === '') return false;
  return text.startsWith(dialect.delimiter + String(dialect.quote), end) || end >= text.length;
}

/** Index of what ends a cell at or after `at`, with only blanks before it; -1: more text follows. */
export function cellEnd(text: string, at: number, dialect: Dialect): number {
  const { delimiter } = dialect;
  const first = delimiter === '' ? -1 : delimiter.charCodeAt(0);
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i;
    if (code === 13 && (dialect.lineBreak === 'cr' || isBreak(text, i))) return i;
    if (code === first && (delimiter.length === 1 || text.startsWith(delimiter, i))) return i;
    if (code !== 32 && code !== 9) return -1;
  }
  return text.length;
}

/** Whether the carriage return at `at` is half of a line break, or the last character there is. */
function isBreak(text: string, at: number): boolean {
  return at + 1 === text.length || text.charCodeAt(at + 1) === 10;
}
