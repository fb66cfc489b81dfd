import { hasHeaderWord } from './headerWords.ts';
import { LOOKS_LIKE } from './looksLike.ts';

export interface HeaderGuess {
  /** Index into the rows given; null: the table has no header. */
  readonly index: number | null;
  /** 0–1. */
  readonly confidence: number;
}

/** Rows a header is looked for in; below so many titles nobody writes a table. */
const DEPTH = 40;
/** Data rows that a header is compared with. */
const COMPARED = 100;

/**
 * Finds the row of headings: the first row that is about as wide as the table, if it reads like names
 * for what stands below it. Rows above it are titles.
 */
export function findHeader(rows: readonly (readonly string[])[]): HeaderGuess {
  const width = usualWidth(rows);
  const first = firstWideRow(rows, width);
  if (first === -1) return { index: null, confidence: 1 };
  const start = skipUpperRow(rows, fullerRow(rows, first, width), width);
  const header = rows[start] as readonly string[];
  const score = headerScore(header, dataBelow(rows, start));
  return score > 0
    ? { index: start, confidence: Math.min(0.99, 0.5 + score * 0.5) }
    : { index: null, confidence: Math.min(0.99, 0.5 - score * 0.5) };
}

/** The first row about as wide as the table. Titles are above a table only where data are below it. */
function firstWideRow(rows: readonly (readonly string[])[], width: number): number {
  const filled = rows.map(filledCells);
  const wide = filled.findIndex((cells) => cells > 0 && cells * 2 >= width);
  if (wide > DEPTH || !filled.slice(wide + 1).some((cells) => cells > 0)) {
    return filled.findIndex((cells) => cells > 0);
  }
  return wide;
}

function filledCells(row: readonly string[]): number {
  let filled = 0;
  for (const cell of row) if (cell.trim() !== '') filled++;
  return filled;
}

/** Filled cells most rows have, rows of one cell (titles, notes) counting little. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const filled = filledCells(row);
    if (filled > 0) counts.set(filled, (counts.get(filled) ?? 0) + (filled === 1 ? 0.3 : 1));
  }
  let width = 0;
  let most = 0;
  for (const [filled, count] of counts) {
    if (count > most || (count === most && filled > width)) {
      width = filled;
      most = count;
    }
  }
  return width;
}

/**
 * Above a table may stand pairs of names and values (`Station:,Lund`), which are as wide as half of it.
 * The first row that is nearly full is the header then, if its names stand above values.
 */
function fullerRow(rows: readonly (readonly string[])[], first: number, width: number): number {
  const isFull = (row: readonly string[]): boolean => filledCells(row) >= width * 0.75;
  if (isFull(rows[first] as readonly string[])) return first;
  const full = rows.findIndex((row, index) => index > first && isFull(row));
  const row = rows[full];
  if (row === undefined || full > DEPTH || !row.every(isName)) return first;
  return headsValues(row, dataBelow(rows, full)) ? full : first;
}

/** Rows below one that have something in them. */
function dataBelow(
  rows: readonly (readonly string[])[],
  index: number,
): readonly (readonly string[])[] {
  return rows.slice(index + 1, index + 1 + COMPARED).filter((row) => filledCells(row) > 0);
}

/**
 * A row of names may stand above the row of headings: one with gaps that groups the columns
 * (`control,,fire,`), or a title that fell apart at a delimiter. Both are followed by names where
 * the table has values.
 */
function skipUpperRow(rows: readonly (readonly string[])[], index: number, width: number): number {
  const upper = rows[index] as readonly string[];
  const next = rows[index + 1];
  if (next === undefined || index >= DEPTH) return index;
  if (!next.every(isName) || filledCells(next) < 2) return index;
  if (!headsValues(next, dataBelow(rows, index + 1))) return index;
  const gaps = upper.length >= next.length && upper.slice(0, next.length).includes('');
  const grouped = gaps && upper.every(isName) && filledCells(next) > filledCells(upper);
  const apart = filledCells(upper) !== width && filledCells(next) === width;
  return grouped || apart ? index + 1 : index;
}

/** Whether there are columns of values, and all of them have a name above them. */
function headsValues(header: readonly string[], below: readonly (readonly string[])[]): boolean {
  const names = header.filter((_, c) => {
    const values = below.map((row) => (row[c] ?? '').trim()).filter((text) => text !== '');
    return values.length > 0 && values.filter(isValue).length > values.length * 0.8;
  });
  return (
    names.length > 0 && names.every((name) => name.trim() !== '' && !NOTHING.test(name.trim()))
  );
}

/** What stands in a cell that has no value. */
const NOTHING = /^(?:n\/?a|nan|null|none|unknown|\?|[-–—.]+)$/i;

function isName(cell: string): boolean {
  const text = cell.trim();
  return text === '' || (!isValue(text) && text.length <= 120);
}

/** Numbers, dates, addresses: what stands in a table, not above it. */
function isValue(text: string): boolean {
  return (
    LOOKS_LIKE.number(text) ||
    LOOKS_LIKE.date(text) ||
    LOOKS_LIKE.email(text) ||
    /^https?:/.test(text)
  );
}

/** −1 (surely data) to 1 (surely names). */
function headerScore(header: readonly string[], below: readonly (readonly string[])[]): number {
  if (header.length === 0) return 0;
  const filled = header.filter((cell) => cell.trim() !== '').length;
  let sum = 0;
  header.forEach((cell, c) => {
    sum += columnScore(
      cell.trim(),
      below.map((row) => (row[c] ?? '').trim()).filter((text) => text !== ''),
    );
  });
  // Headings that are known words, where what is below them is not, are no accident.
  const known = filled === 0 ? 0 : header.filter(hasHeaderWord).length / filled;
  const knownBelow =
    below.length === 0 ? 0 : (below[0] ?? []).filter(hasHeaderWord).length / filled;
  return Math.max(-1, Math.min(1, (sum / filled) * 1.2 + Math.max(0, known - knownBelow) * 0.5));
}

function columnScore(name: string, values: readonly string[]): number {
  if (name === '') return 0;
  const typed = values.filter(isValue).length;
  if (isValue(name)) {
    // Years head columns of figures: 2011, 2010.
    if (/^(?:19|20)\d{2}$/.test(name))
      return values.some((value) => /^(?:19|20)\d{2}$/.test(value)) ? -0.5 : 0.2;
    return typed * 2 >= values.length ? -1 : -0.6;
  }
  if (values.length > 0 && typed * 2 > values.length) return 1;
  if (values.includes(name)) return values.length > 1 ? -0.3 : -0.1;
  return name.length <= 60 ? 0.3 : -0.2;
}
