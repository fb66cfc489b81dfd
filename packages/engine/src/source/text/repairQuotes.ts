import type { Dialect } from './Dialect.ts';
import { createClosing, findClosingQuote } from './findClosingQuote.ts';
import type { Scan } from './Scan.ts';
import { unescapeQuotes } from './unescapeQuotes.ts';

/** How far a line is looked through for a closing quote, where the text has none further on. */
const MAX_LINE_LOOK = 64 * 1024;

/**
 * Reads a cell that is closed, but has quotes inside that are neither doubled nor escaped. They are text,
 * unless the row only gets its usual width when the opening quote is text instead.
 * @returns index of what follows the cell, as with all here.
 */
export function readMalformed(scan: Scan, text: string, open: number): number {
  const { closing, dialect, out } = scan;
  const { quote: close, end } = closing;
  const lineEnd = endOfLine(text, open, dialect);
  const width = scan.usual.width();
  if (width > 0 && out.cells() + cellsAsText(text, open, lineEnd, dialect) === width) {
    const spansLines = close > lineEnd;
    const kept = out.cells() + 1 + (end < lineEnd ? cellsAfter(text, end, lineEnd, dialect) : 0);
    if (spansLines || kept !== width) {
      // What would close this cell is further on, so it closes none in between either.
      if (spansLines) scan.hopelessUntil = close;
      return readStray(scan, text, open);
    }
  }
  scan.repaired('quote-in-quotes');
  out.cell(unescapeQuotes(text.slice(open + 1, close), dialect));
  return end;
}

/**
 * Reads a cell whose quote no other closes: the rest of the file would be one cell. It is, where the
 * rest is but a line more and nothing says otherwise (a file cut off in its last cell); else the
 * quote is text.
 */
export function readUnterminated(scan: Scan, text: string, open: number): number {
  const { dialect, out } = scan;
  const lineEnd = endOfLine(text, open, dialect);
  const width = scan.usual.width();
  const fits = width > 0 && out.cells() + cellsAsText(text, open, lineEnd, dialect) === width;
  if (!scan.last || fits || countBreaks(text, lineEnd, 2) > 1) {
    scan.hopelessUntil = text.length;
    return readStray(scan, text, open);
  }
  scan.repaired('unterminated-quote');
  const end = text.length - trailingBreak(text);
  out.cell(unescapeQuotes(text.slice(open + 1, end), dialect));
  return end;
}

/** Reads a quoted cell where a close further on is known not to exist: what is looked through stays short. */
export function readClosedOnLine(scan: Scan, text: string, open: number): number {
  const { closing, dialect, out } = scan;
  const lineEnd = Math.min(endOfLine(text, open, dialect), open + MAX_LINE_LOOK);
  const line = text.slice(open, lineEnd);
  findClosingQuote(line, 1, dialect, closing);
  if (closing.quote === -1 || closing.strays > 0) return readStray(scan, text, open);
  out.cell(unescapeQuotes(line.slice(1, closing.quote), dialect));
  return open + closing.end;
}

/** Takes a cell as it stands, quote and all, up to the next delimiter. */
function readStray(scan: Scan, text: string, open: number): number {
  scan.repaired('stray-quote');
  const { delimiter } = scan.dialect;
  const lineEnd = endOfLine(text, open, scan.dialect);
  const next = delimiter === '' ? -1 : text.indexOf(delimiter, open);
  const end = next === -1 || next > lineEnd ? lineEnd : next;
  scan.out.cell(text.slice(open, end));
  return end;
}

/** Index of the line's end: of its break, or of the text. */
function endOfLine(text: string, from: number, { lineBreak }: Dialect): number {
  const feed = text.indexOf('\n', from);
  const end = feed === -1 ? text.length : feed;
  if (lineBreak === 'cr') {
    const back = text.indexOf('\r', from);
    return back === -1 || back > end ? end : back;
  }
  return feed > from && text.charCodeAt(feed - 1) === 13 ? feed - 1 : end;
}

/** Cells on the rest of a line whose first is taken as it stands. */
function cellsAsText(text: string, from: number, lineEnd: number, dialect: Dialect): number {
  const { delimiter } = dialect;
  const next = delimiter === '' ? -1 : text.indexOf(delimiter, from);
  return next === -1 || next >= lineEnd ? 1 : 1 + cellsAfter(text, next, lineEnd, dialect);
}

/** Cells on the rest of a line after the delimiter at `from`. */
function cellsAfter(text: string, from: number, lineEnd: number, dialect: Dialect): number {
  const { delimiter, quote } = dialect;
  const line = text.slice(from, lineEnd);
  const closing = createClosing();
  let cells = 0;
  let at = 0;
  while (at !== -1) {
    cells++;
    at += delimiter.length;
    if (line[at] === quote) {
      findClosingQuote(line, at + 1, dialect, closing);
      if (closing.quote !== -1) at = closing.end;
    }
    at = line.indexOf(delimiter, at);
  }
  return cells;
}

/** Line breaks from `from` on, up to `limit`, that at the text's very end not counted. */
function countBreaks(text: string, from: number, limit: number): number {
  const end = text.length - trailingBreak(text);
  let breaks = 0;
  for (let at = from; breaks < limit && at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) breaks++;
  }
  return breaks;
}

function trailingBreak(text: string): number {
  if (text.endsWith('\r\n')) return 2;
  return text.endsWith('\n') || text.endsWith('\r') ? 1 : 0;
}
