import { ImportError } from '../../issue/ImportError.ts';
import type { BlockBuilder } from '../BlockBuilder.ts';
import type { Dialect } from './Dialect.ts';
import { createClosing, findClosingQuote } from './findClosingQuote.ts';

/** What the tokenizer repaired, told with the row under way and the cell's column. */
export type RepairCode =
  | 'stray-quote'
  | 'quote-in-quotes'
  | 'unterminated-quote'
  | 'mixed-line-breaks';

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
/** How far a line is looked through for a closing quote, where the text has none further on. */
const MAX_LINE_LOOK = 64 * 1024;

/**
 * Cuts delimited text into cells, straight into the columns of blocks. Text may come in pieces of any
 * size; what is kept of it between two pieces is the cell under way. Malformed quotes are repaired
 * by what the rows before them look like, see `docs/decisions/001-csv-tokenizer.md`.
 * @throws ImportError `file-too-large` for a cell or a row no table has.
 */
export function createTokenizer(
  dialect: Dialect,
  out: BlockBuilder,
  onRepair: (code: RepairCode, row: number, column: number) => void,
): Tokenizer {
  const { delimiter, lineBreak, skipBlanks } = dialect;
  const delimiterCode = delimiter === '' ? -1 : delimiter.charCodeAt(0);
  const skip = delimiter.length;
  // A carriage return or half a delimiter at the end of a piece may go on in the next one.
  const ahead = Math.max(skip, 1);
  // Most characters are above every sign that matters.
  const ordinary = Math.max(delimiterCode, 13);
  const quoteCode = dialect.quote === null ? -1 : dialect.quote.charCodeAt(0);
  const oneQuote = dialect.quote ?? '';
  const twoQuotes = oneQuote + oneQuote;
  const escapeChar = dialect.escape ?? '';
  const escapes = escapePattern(dialect);
  const closing = createClosing();
  const usual = createUsualWidth(dialect.width);
  let rest = '';
  // Text that ended inside a cell is looked at again only when there is twice as much of it.
  let wanted = 0;
  let pieces: string[] = [];
  let pending = 0;
  let last = false;
  let firstBreak = '';
  let toldBreaks = false;
  // No closing quote was found before this index of the text, when last looked for.
  let hopelessUntil = 0;

  function scan(text: string): number {
    const length = text.length;
    let start = 0;
    hopelessUntil = 0;
    while (start < length) {
      let from = start;
      if (skipBlanks) while (text.charCodeAt(from) === 32) from++;
      if (text.charCodeAt(from) === quoteCode) {
        const end = quoted(text, from);
        if (end === -1) return start;
        start = afterCell(text, end);
        continue;
      }
      let end = from;
      for (; end < length; end++) {
        const code = text.charCodeAt(end);
        if (code > ordinary) continue;
        if (code === delimiterCode && (skip === 1 || text.startsWith(delimiter, end))) break;
        if (code === 10) break;
        if (code === 13 && endsRow(text, end)) break;
      }
      if (end + ahead >= length && !last) return start;
      out.cell(text.slice(from, end));
      start = afterCell(text, end);
    }
    return start;
  }

  /** Passes the delimiter or line break after a cell. */
  function afterCell(text: string, end: number): number {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) {
      const pair = code === 13 && text.charCodeAt(end + 1) === 10;
      endRow(pair ? '\r\n' : code === 10 ? '\n' : '\r');
      return pair ? end + 2 : end + 1;
    }
    if (end >= text.length) return end;
    // The delimiter is the last thing in the file: an empty cell follows it.
    if (last && end + skip >= text.length) out.cell('');
    return end + skip;
  }

  function endRow(lineBreakText: string): void {
    if (firstBreak === '') firstBreak = lineBreakText;
    else if (lineBreakText !== firstBreak && !toldBreaks) {
      toldBreaks = true;
      onRepair('mixed-line-breaks', out.row(), 0);
    }
    usual.count(out.cells());
    out.endRow();
  }

  function endsRow(text: string, at: number): boolean {
    if (lineBreak === 'cr') return true;
    const next = text.charCodeAt(at + 1);
    return next === 10 || (Number.isNaN(next) && last && firstBreak !== '\n' && at > 0);
  }

  /** Reads a quoted cell. Returns the index after it; -1: more text is needed. */
  function quoted(text: string, open: number): number {
    if (open < hopelessUntil) return closedOnItsLine(text, open);
    findClosingQuote(text, open + 1, dialect, closing);
    const { quote: close, end, strays } = closing;
    if (close !== -1 && strays === 0) {
      // What follows the quote may be cut off by the end of the piece.
      if (end + ahead >= text.length && !last) return wait(text, open);
      out.cell(unescape(text.slice(open + 1, close), closing.escaped));
      return end;
    }
    if ((close === -1 || end + ahead >= text.length) && !last && text.length - open < MAX_QUOTED) {
      return wait(text, open);
    }
    return close === -1 ? unterminated(text, open) : malformed(text, open);
  }

  /** As `quoted`, where a close further on is known not to exist: what is looked through stays short. */
  function closedOnItsLine(text: string, open: number): number {
    const line = text.slice(open, Math.min(lineEnd(text, open, dialect), open + MAX_LINE_LOOK));
    findClosingQuote(line, 1, dialect, closing);
    if (closing.quote === -1 || closing.strays > 0) return stray(text, open);
    out.cell(unescape(line.slice(1, closing.quote), closing.escaped));
    return open + closing.end;
  }

  function wait(text: string, open: number): number {
    if (text.length - open > MAX_CELL) throw cellTooLong(out.row());
    return -1;
  }

  /** Quotes inside the cell that are not doubled. */
  function malformed(text: string, open: number): number {
    const { quote: close, end, firstStray, escaped } = closing;
    const asText = lineEnd(text, open, dialect);
    const spansLines = close > asText;
    const width = usual.width();
    const column = out.cells();
    if (width > 0) {
      const literal = column + countCells(text, open, asText, dialect, false);
      const kept = spansLines ? -1 : column + 1 + countAfter(text, end, asText);
      if (literal === width && kept !== width) {
        if (spansLines) hopelessUntil = close;
        return stray(text, open);
      }
    }
    onRepair('quote-in-quotes', out.row(), column);
    // `""text"`: the opening quote was typed twice.
    const from = firstStray === open + 1 && closing.strays === 1 ? open + 2 : open + 1;
    out.cell(unescape(text.slice(from, close), escaped));
    return end;
  }

  function countAfter(text: string, end: number, stop: number): number {
    if (end >= stop) return 0;
    return countCells(text, end + skip, stop, dialect, true);
  }

  /** No quote closes the cell: the rest of the text would be one cell. */
  function unterminated(text: string, open: number): number {
    const asText = lineEnd(text, open, dialect);
    const width = usual.width();
    const linesTaken = countBreaks(text, asText, 2);
    const literal = out.cells() + countCells(text, open, asText, dialect, false);
    const unproven = width === 0 || literal !== width;
    if (last && unproven && linesTaken < 2) {
      onRepair('unterminated-quote', out.row(), out.cells());
      const end = text.length - trailingBreak(text);
      out.cell(unescape(text.slice(open + 1, end), closing.escaped));
      return end;
    }
    hopelessUntil = text.length;
    return stray(text, open);
  }

  /** Takes the cell as it stands, up to the next delimiter; a quote that only opens is left out. */
  function stray(text: string, open: number): number {
    onRepair('stray-quote', out.row(), out.cells());
    let end = open + 1;
    const stop = lineEnd(text, open, dialect);
    if (delimiterCode !== -1) {
      const next = text.indexOf(delimiter, end);
      end = next === -1 || next > stop ? stop : next;
    } else end = stop;
    const cell = text.slice(open, end);
    const alone = cell.indexOf(cell[0] as string, 1) === -1;
    out.cell(alone ? cell.slice(1) : cell);
    return end;
  }

  function unescape(cell: string, escaped: boolean): string {
    const single = escaped ? cell.replaceAll(twoQuotes, oneQuote) : cell;
    return escapes !== null && single.includes(escapeChar) ? single.replace(escapes, '$1') : single;
  }

  return {
    push(piece) {
      pieces.push(piece);
      pending += piece.length;
      if (pending < wanted) return;
      const text = rest + pieces.join('');
      pieces = [];
      pending = 0;
      rest = text.slice(scan(text));
      if (rest.length > MAX_CELL) throw cellTooLong(out.row());
      wanted = rest.length;
    },
    end() {
      last = true;
      const text = rest + pieces.join('');
      scan(text);
      if (out.cells() > 0) {
        usual.count(out.cells());
        out.endRow();
      }
      rest = '';
    },
  };
}

/** Matches an escaped quote or escape character. */
function escapePattern({ escape, quote }: Dialect): RegExp | null {
  if (escape === null || quote === null) return null;
  const literal = (char: string) => char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
  return new RegExp(`${literal(escape)}(${literal(quote)}|${literal(escape)})`, 'g');
}

/** Index of the line's end: of its break, or of the text. */
function lineEnd(text: string, from: number, dialect: Dialect): number {
  const feed = text.indexOf('\n', from);
  const end = feed === -1 ? text.length : feed;
  if (dialect.lineBreak === 'cr') {
    const back = text.indexOf('\r', from);
    return back === -1 || back > end ? end : back;
  }
  return feed > from && text.charCodeAt(feed - 1) === 13 ? feed - 1 : end;
}

/** Cells on a line from `from` on; the first is taken as plain text unless `quotes`. */
function countCells(
  text: string,
  from: number,
  end: number,
  dialect: Dialect,
  quotes: boolean,
): number {
  if (dialect.delimiter === '') return 1;
  const line = text.slice(from, end);
  const closing = createClosing();
  let cells = 1;
  let at = 0;
  let plain = !quotes;
  for (;;) {
    if (!plain && line[at] === dialect.quote) {
      findClosingQuote(line, at + 1, dialect, closing);
      if (closing.quote !== -1) at = closing.end;
    }
    plain = false;
    const next = line.indexOf(dialect.delimiter, at);
    if (next === -1) return cells;
    cells++;
    at = next + dialect.delimiter.length;
  }
}

/** Line breaks after `from`, none at the very end counted, up to `limit`. */
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

/** The width most rows had so far, by majority vote: one candidate and a counter. */
function createUsualWidth(known: number): { count(cells: number): void; width(): number } {
  let width = known;
  let lead = known > 0 ? 1 : 0;
  return {
    count(cells) {
      if (cells === width) lead++;
      else if (cells > 1 && --lead < 0) {
        width = cells;
        lead = 1;
      }
    },
    width: () => width,
  };
}

function cellTooLong(row: number): ImportError {
  return new ImportError(
    'file-too-large',
    `A cell in row ${row} has more than ${MAX_CELL} characters, so this is hardly a table. Check the delimiter and the quotes.`,
    { params: { row, limit: MAX_CELL } },
  );
}
