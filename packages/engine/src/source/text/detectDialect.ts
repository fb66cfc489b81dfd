import { cellShape, isTypedValue } from './cellShape.ts';
import { PLAIN_DIALECT, type Dialect } from './Dialect.ts';
import { readSample } from './readSample.ts';

export interface DialectGuess {
  readonly dialect: Dialect;
  /** 0–1: how far the best reading is ahead of the next. */
  readonly confidence: number;
}

/** What the user fixed, or is known; the rest is found out. */
export interface DialectChoice {
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  /** Null where quotes inside cells are doubled for sure. */
  readonly escape?: null;
}

/** Longest sample that is read under each candidate, in UTF-16 units. */
const SAMPLE = 24 * 1024;

/**
 * How likely a delimiter is before the file is looked at. Signs that also stand inside values have to
 * make up for it by a far better table.
 */
const DELIMITERS: ReadonlyMap<string, number> = new Map([
  [',', 1],
  [';', 1],
  ['\t', 1],
  ['|', 0.95],
  ['\u0001', 0.9],
  ['\u001f', 0.9],
  ['\u001e', 0.9],
  ['~', 0.6],
  ['^', 0.6],
  ['¦', 0.6],
  ['§', 0.5],
  ['¬', 0.5],
  [':', 0.4],
  [' ', 0.4],
  ['#', 0.2],
  ['+', 0.2],
  ['*', 0.2],
  ['!', 0.2],
  ['?', 0.2],
  ['&', 0.2],
  ['=', 0.15],
  ['$', 0.15],
  ['@', 0.1],
  ['%', 0.1],
  ['/', 0.1],
  ['_', 0.05],
  ['-', 0.05],
  ['.', 0.03],
]);

interface Candidate {
  readonly dialect: Dialect;
  readonly score: number;
}

/**
 * Chooses the delimiter, quote and escape under which the text falls most evenly into rows of the same
 * length and cells of known shape: pattern score × type score as in CleverCSV, times how common the
 * delimiter is.
 * @param whole the text is all of the file.
 */
export function detectDialect(
  text: string,
  whole: boolean,
  choice: DialectChoice = {},
): DialectGuess {
  const short = text.length <= SAMPLE;
  const sample = short ? text : text.slice(0, SAMPLE);
  const lineBreak = detectLineBreak(sample);
  const candidates: Candidate[] = [];
  const split = worthSplitting(sample);
  for (const delimiter of delimitersOf(sample, choice.delimiter)) {
    const worth = isSteady(sample, delimiter) ? 1 : split;
    for (const quote of quotesOf(sample, delimiter, choice.quote)) {
      const skipBlanks = quotesFollowBlanks(sample, delimiter, quote);
      const escapes = choice.escape === null ? [null] : escapesOf(sample, delimiter, quote);
      for (const escape of escapes) {
        const dialect = { ...PLAIN_DIALECT, delimiter, quote, lineBreak, escape, skipBlanks };
        candidates.push(scored(sample, dialect, { whole: short && whole, split: worth }));
      }
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (best === undefined || (best.score < CONVINCING && choice.delimiter === undefined)) {
    return {
      dialect:
        split < WHOLE ? oneColumn(sample, lineBreak) : fallback(sample, lineBreak, candidates),
      confidence: best === undefined ? 1 : 0.5,
    };
  }
  const rival = candidates.find((one) => one.dialect.delimiter !== best.dialect.delimiter);
  return { dialect: best.dialect, confidence: 1 - (rival?.score ?? 0) / best.score / 2 };
}

/** Under this score no delimiter made a table of the text. */
const CONVINCING = 0.08;

/** The lines are values as they are: a delimiter that stands in none of them leaves them whole. */
function oneColumn(sample: string, lineBreak: Dialect['lineBreak']): Dialect {
  const delimiter = [',', ';', '\t', '|'].find((one) => !sample.includes(one)) ?? '';
  return { ...PLAIN_DIALECT, delimiter, lineBreak };
}

/** The text is one column, or too little to tell: the most usual delimiter that stands in it. */
function fallback(
  sample: string,
  lineBreak: Dialect['lineBreak'],
  all: readonly Candidate[],
): Dialect {
  const delimiter = [',', ';', '\t', '|'].find((one) => sample.includes(one)) ?? ',';
  const known = all.find((one) => one.dialect.delimiter === delimiter);
  return known?.dialect ?? { ...PLAIN_DIALECT, delimiter, lineBreak };
}

/**
 * How little the lines look like values as they are (0–1). A column of times, names or addresses falls
 * evenly apart at `:`, blanks or `@`, but is a column all the same.
 */
function worthSplitting(sample: string): number {
  const lines = sample.split(/[\r\n]+/, 200).filter((line) => line !== '');
  const shapes = lines.reduce((sum, line) => sum + cellShape(line), 0);
  return lines.length === 0 ? 0 : 1 - shapes / lines.length;
}

interface Measure {
  readonly whole: boolean;
  /** See `worthSplitting`; counts for the delimiters that are common inside values. */
  readonly split: number;
}

function scored(sample: string, dialect: Dialect, { whole, split }: Measure): Candidate {
  const { rows, repairs } = readSample(sample, dialect, whole);
  const counts = new Map<number, number>();
  let shapes = 0;
  let cells = 0;
  for (const row of rows) {
    if (row.length === 1 && row[0] === '') continue;
    counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    cells += row.length;
    for (const cell of row) shapes += cellShape(cell);
  }
  if (cells === 0) return { dialect, score: 0 };
  const types = shapes / cells;
  const repaired = 1 / (1 + (3 * repairs) / rows.length);
  const score =
    patternScore(counts) * types * types * repaired * prior(dialect, counts.has(1), split);
  return { dialect: { ...dialect, width: usualWidth(counts) }, score };
}

/** How likely the delimiter is, before its rows are looked at. */
function prior({ delimiter }: Dialect, hasSingles: boolean, split: number): number {
  const known = DELIMITERS.get(delimiter.charAt(0)) ?? 0.1;
  if (known < 0.9) return known * split;
  // `pris` above `1,50`, `2,25`: a column of decimals, not a table.
  return split < WHOLE && hasSingles ? known / 10 : known;
}

/** Under this share of lines worth splitting, the lines are values as they are. */
const WHOLE = 0.15;

/** Signs that part cells in some files though they stand in words too, if all lines have as many of them. */
const STEADY = '+?&*!#=$:';

function isSteady(sample: string, delimiter: string): boolean {
  if (!STEADY.includes(delimiter)) return false;
  const lines = sample.split(/[\r\n]+/, 200).filter((line) => line !== '');
  const count = (line: string): number => line.split(delimiter).length - 1;
  const first = count(lines[0] ?? '');
  return (
    first > 1 &&
    lines.length > 1 &&
    // The last line may be cut off.
    lines
      .slice(0, Math.max(2, lines.length - 1))
      .every((line) => count(line) === first && !isTypedValue(line))
  );
}

/** Mean over the row lengths met of how many rows have it, weighted by how much it divides them; per row. */
function patternScore(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  let rows = 0;
  let patterns = 0;
  for (const [length, count] of counts) {
    sum += (count * (length - 1)) / length;
    rows += count;
    patterns++;
  }
  return sum / patterns / rows;
}

/** The row length that at least two rows and more rows than any other have; else 0. */
function usualWidth(counts: ReadonlyMap<number, number>): number {
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < 2 || first[1] === second?.[1]) return 0;
  return first[0];
}

/** Prior of the signs that are hardly ever part of a value. */
const SURE = 0.9;

function delimitersOf(sample: string, chosen: string | undefined): readonly string[] {
  if (chosen !== undefined) return [chosen];
  // One line shows no pattern: only a sign that is hardly anything else cuts it.
  const isOneLine = !/[\r\n]+[^\r\n]/.test(sample);
  return [...DELIMITERS]
    .filter(([delimiter, prior]) => sample.includes(delimiter) && (!isOneLine || prior >= SURE))
    .map(([delimiter]) => delimiter)
    .map((delimiter) => (isDoubled(sample, delimiter) ? delimiter + delimiter : delimiter));
}

/** A sign that never stands alone: `a||b||c`. */
function isDoubled(sample: string, sign: string): boolean {
  if (!DOUBLED.includes(sign)) return false;
  const count = (text: string): number => sample.split(text).length - 1;
  return count(sign) === 2 * count(sign + sign);
}

const DOUBLED = '|:~^¦§';

function quotesOf(
  sample: string,
  delimiter: string,
  chosen: string | undefined,
): (string | null)[] {
  if (chosen !== undefined) return [chosen === '' ? null : chosen];
  const single = countQuoted(sample, delimiter, "'");
  const double = countQuoted(sample, delimiter, '"');
  // A single quote is an apostrophe unless cells begin and end with it.
  return single > double ? ["'", '"'] : ['"'];
}

/** Cells that a quote opens and one closes. */
function countQuoted(sample: string, delimiter: string, quote: string): number {
  const edge = delimiter === '' ? '[\\r\\n]' : `(?:${literal(delimiter)}|[\\r\\n])`;
  const opened = sample.match(new RegExp(`(?:^|${edge})[ \\t]*${quote}`, 'g'))?.length ?? 0;
  const closed = sample.match(new RegExp(`${quote}[ \\t]*(?:$|(?=${edge}))`, 'g'))?.length ?? 0;
  return Math.min(opened, closed);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/**
 * What may make a quote inside a quoted cell text. Where a cell ends in a backslash (`"C:\",2024`) it looks like an escape too,
 * so that reading without one is always tried.
 */
function escapesOf(
  sample: string,
  delimiter: string,
  quote: string | null,
): readonly (string | null)[] {
  const escape = possibleEscape(sample, delimiter, quote);
  return escape === null ? [null] : [escape, null];
}

/** `\"` stands inside quoted cells, as it seems, and never is a quote doubled. */
function possibleEscape(sample: string, delimiter: string, quote: string | null): string | null {
  if (quote === null) return null;
  for (const escape of ['\\', '\0']) {
    if (!sample.includes(escape + quote)) continue;
    const inside = new RegExp(
      `(?<!${literal(escape)})(?:${literal(escape + escape)})*${literal(escape)}${quote}(?!\\s*(?:${literal(delimiter)}${quote}|$))`,
      'm',
    );
    const doubled = new RegExp(
      `[^${literal(delimiter)}\\s${literal(escape)}]${quote}${quote}[^${quote}]`,
    );
    if (inside.test(sample) && !doubled.test(sample)) return escape;
  }
  return null;
}

/** Nearly all quoted cells after the first of a row have blanks before the quote. */
function quotesFollowBlanks(sample: string, delimiter: string, quote: string | null): boolean {
  if (quote === null || delimiter === ' ' || delimiter === '') return false;
  const count = (blanks: string) =>
    sample.match(new RegExp(`${literal(delimiter)}${blanks}${quote}`, 'g'))?.length ?? 0;
  const after = count(' +');
  return after > 1 && after >= 4 * count('');
}

/** Which line break ends rows: a lone carriage return does only where it is the file's first break. */
function detectLineBreak(sample: string): Dialect['lineBreak'] {
  const first =
    /\r\n|\n|\r(?!$)/.exec(withoutQuoted(sample))?.[0] ?? (sample.endsWith('\r') ? '\r' : '\n');
  return first === '\r' ? 'cr' : 'lf';
}

function withoutQuoted(sample: string): string {
  return sample.slice(0, 64 * 1024).replaceAll(/(^|[,;\t|\r\n])"[^"]*"/g, '$1');
}
