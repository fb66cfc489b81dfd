import { ImportError } from '../../issue/ImportError.ts';
import type { BlockBuilder } from '../BlockBuilder.ts';
import type { Dialect } from './Dialect.ts';
import { findClosingQuote } from './findClosingQuote.ts';
import { readClosedOnLine, readMalformed, readUnterminated } from './repairQuotes.ts';
import { createScan, type OnRepair, type Scan } from './Scan.ts';
import { unescapeQuotes } from './unescapeQuotes.ts';

export interface Tokenizer {
  /** Takes the next piece of the text. */
  push(piece: string): void;
  /** Ends the text. */
  end(): void;
}

/** Longest cell, in UTF-16 units. */
const MAX_CELL = 16 * 1024 * 1024;
/** A quote that does not close within this many units is taken as text. */
const MAX_QUOTED = 1024 * 1024;

/**
 * Cuts delimited text into cells, straight into the columns of blocks. Text may come in pieces of any
 * size; what is kept of it between two pieces is the cell under way. Malformed quotes are repaired
 * by what the rows before them look like, see `docs/decisions/001-csv-tokenizer.md`.
 * @throws ImportError `file-too-large` for a cell or a row no table has.
 */
export function createTokenizer(
  dialect: Dialect,
  out: BlockBuilder,
  onRepair: OnRepair,
): Tokenizer {
  const scan = createScan(dialect, out, onRepair);
  let rest = '';
  let pieces: string[] = [];
  let pending = 0;
  return {
    push(piece) {
      pieces.push(piece);
      pending += piece.length;
      // A cell that is not over yet is looked at again only when there is twice as much of it.
      if (pending < rest.length) return;
      const text = rest + (pieces.length === 1 ? piece : pieces.join(''));
      pieces = [];
      pending = 0;
      rest = text.slice(readCells(scan, text));
      if (rest.length > MAX_CELL) throw cellTooLong(out.row());
    },
    end() {
      scan.last = true;
      readCells(scan, rest + pieces.join(''));
      if (out.cells() > 0) endRow(scan, '');
      rest = '';
    },
  };
}

/** Reads cells as far as the text surely has them. Returns where the cell begins that is not over yet. */
function readCells(scan: Scan, text: string): number {
  const { out, last } = scan;
  const { delimiter, quote, lineBreak, skipBlanks } = scan.dialect;
  const { length } = text;
  const delimiterCode = delimiter === '' ? -1 : delimiter.charCodeAt(0);
  const quoteCode = quote === null ? -1 : quote.charCodeAt(0);
  // Most characters are above every sign that matters.
  const ordinary = Math.max(delimiterCode, 13);
  // A carriage return or half a delimiter at the end of a piece may go on in the next one.
  const ahead = Math.max(delimiter.length, 1);
  const oneSign = delimiter.length === 1;
  let start = 0;
  scan.hopelessUntil = 0;
  while (start < length) {
    let from = start;
    if (skipBlanks) while (text.charCodeAt(from) === 32) from++;
    let end = from;
    if (text.charCodeAt(from) === quoteCode) {
      end = readQuoted(scan, text, from);
      if (end === -1) return start;
    } else {
      for (; end < length; end++) {
        const code = text.charCodeAt(end);
        if (code > ordinary) continue;
        if (code === delimiterCode && (oneSign || text.startsWith(delimiter, end))) break;
        if (code === 10) break;
        if (code === 13 && (lineBreak === 'cr' || endsRow(scan, text, end))) break;
      }
      if (end + ahead >= length && !last) return start;
      out.cell(text.slice(from, end));
    }
    start = afterCell(scan, text, end);
  }
  return start;
}

/** Whether a carriage return is the first half of a line break, or ends a file that has such. */
function endsRow(scan: Scan, text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) === 10) return true;
  return at + 1 === text.length && scan.last && scan.firstBreak !== '\n';
}

/** Passes the delimiter or line break after a cell. Returns where the next one begins. */
function afterCell(scan: Scan, text: string, end: number): number {
  const code = text.charCodeAt(end);
  const skip = scan.dialect.delimiter.length;
  if (code === 10 || code === 13) {
    const pair = code === 13 && text.charCodeAt(end + 1) === 10;
    endRow(scan, pair ? '\r\n' : code === 10 ? '\n' : '\r');
    return pair ? end + 2 : end + 1;
  }
  if (end >= text.length) return end;
  // The delimiter is the last thing in the file: an empty cell follows it.
  if (scan.last && end + skip >= text.length) scan.out.cell('');
  return end + skip;
}

function endRow(scan: Scan, lineBreak: string): void {
  const { out } = scan;
  if (scan.firstBreak === '') scan.firstBreak = lineBreak;
  else if (lineBreak !== scan.firstBreak && lineBreak !== '' && scan.firstBreak !== MIXED) {
    scan.firstBreak = MIXED;
    scan.repaired('mixed-line-breaks');
  }
  scan.usual.count(out.cells());
  out.endRow();
}

/** Stands for the first line break once another kind was told of. */
const MIXED = 'mixed';

/** Reads a quoted cell. Returns the index of what follows it; -1: more text is needed. */
function readQuoted(scan: Scan, text: string, open: number): number {
  if (open < scan.hopelessUntil) return readClosedOnLine(scan, text, open);
  const { closing, dialect, last, out } = scan;
  findClosingQuote(text, open + 1, dialect, closing);
  const { quote: close, end, strays } = closing;
  const { length } = text;
  // What follows the quote may be cut off by the end of the piece.
  const cutOff = !last && (close === -1 || end + Math.max(dialect.delimiter.length, 1) >= length);
  if (close !== -1 && strays === 0) {
    if (cutOff) return -1;
    const cell = text.slice(open + 1, close);
    out.cell(closing.escaped || dialect.escape !== null ? unescapeQuotes(cell, dialect) : cell);
    return end;
  }
  if (cutOff && length - open < MAX_QUOTED) return -1;
  return close === -1 ? readUnterminated(scan, text, open) : readMalformed(scan, text, open);
}

function cellTooLong(row: number): ImportError {
  return new ImportError(
    'file-too-large',
    `A cell in row ${row} has more than ${MAX_CELL} characters, so this is hardly a table. Check the delimiter and the quotes.`,
    { params: { row, limit: MAX_CELL } },
  );
}
