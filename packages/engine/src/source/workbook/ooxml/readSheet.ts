import {
  addCell,
  emptyCells,
  MAX_COLUMNS,
  MAX_ROWS,
  type CellList,
  type MergedRange,
} from '../cellList.ts';
import type { ShownCell } from '../numberCell.ts';
import { tooMuchText, type ZipArchive } from '../zipArchive.ts';
import { columnOf, createCellReader } from './cellReader.ts';
import { readXmlSteps } from '../xml/readXml.ts';
import type { XmlHandler } from '../xml/xmlScanner.ts';
import { attribute } from '../xml/xmlText.ts';

/** What the cells of every sheet refer to. */
export interface BookParts {
  readonly archive: ZipArchive;
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** Number format by cell style. */
  readonly formats: readonly (string | null)[];
}

/** A sheet while it is read: its cells so far, which the caller may take away. */
export interface SheetReading {
  cells: CellList;
  readonly merged: MergedRange[];
  /** Cells that no spreadsheet program could show. */
  outside: number;
  /** 0-based row under way. */
  row: number;
  /** Characters of all cells so far. */
  characters: number;
}

export function newReading(): SheetReading {
  return { cells: emptyCells(), merged: [], outside: 0, row: -1, characters: 0 };
}

/** Characters that a sheet's cells may come to, however few bytes name its shared strings. */
const MAX_TEXT = 64 * 1_048_576;
/** And how many times the size of its XML, beyond that. */
const MAX_GROWTH = 50;

/** Reads a sheet into `reading`, pausing after each piece of its XML. */
export function* readSheet(
  parts: BookParts,
  part: string,
  reading: SheetReading,
): Generator<void, void> {
  const most = Math.max(MAX_TEXT, MAX_GROWTH * parts.archive.size(part));
  for (const step of readXmlSteps(parts.archive, part, sheetHandler(parts, reading))) {
    if (reading.characters > most) throw tooMuchText();
    yield step;
  }
}

function sheetHandler(parts: BookParts, reading: SheetReading): XmlHandler {
  const cell = createCellReader(parts);
  // Drawings anchored in a sheet have elements named like rows and columns too.
  let inData = false;
  let column = -1;
  return {
    open(name, tag) {
      if (name === 'sheetData') inData = true;
      else if (name === 'mergeCell') addMerged(reading.merged, attribute(tag, 'ref') ?? '');
      if (!inData) return;
      if (name === 'c') column = cell.begin(tag, column);
      else if (name === 'row') {
        reading.row = Number(attribute(tag, 'r') ?? reading.row + 2) - 1;
        column = -1;
      } else cell.open(name);
    },
    close(name) {
      if (!inData) return;
      if (name === 'c') addShown(reading, column, cell.end());
      else if (name === 'sheetData') inData = false;
      else cell.close(name);
    },
    text(raw) {
      if (inData) cell.text(raw);
    },
    literal(text) {
      if (inData) cell.literal(text);
    },
  };
}

function addShown(reading: SheetReading, column: number, cell: ShownCell | null): void {
  if (cell === null) return;
  // Also false for a row number that is none.
  if (!(column < MAX_COLUMNS && reading.row >= 0 && reading.row < MAX_ROWS)) {
    reading.outside++;
    return;
  }
  reading.characters += cell.text.length;
  addCell(reading.cells, reading.row, column, cell);
}

/** More merged ranges than anybody has made by hand. */
const MAX_MERGED = 100_000;

function addMerged(merged: MergedRange[], reference: string): void {
  const [, from = '', top, to = '', bottom] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/i.exec(reference.replaceAll('$', '')) ?? [];
  if (from === '' || to === '' || merged.length >= MAX_MERGED) return;
  merged.push({
    firstRow: Number(top) - 1,
    lastRow: Number(bottom) - 1,
    firstColumn: columnOf(from) ?? 0,
    lastColumn: columnOf(to) ?? 0,
  });
}
