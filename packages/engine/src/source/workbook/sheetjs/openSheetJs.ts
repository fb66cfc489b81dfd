import type * as Library from '@e965/xlsx';
import type { ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { addCell, emptyCells, MAX_COLUMNS, MAX_ROWS, type CellList } from '../cellList.ts';
import { listedSheet } from '../listedSheet.ts';
import type { OpenedSheet } from '../OpenedSheet.ts';
import { corruptError, type ZipArchive } from '../zipArchive.ts';
import { markupText } from '../xml/markupText.ts';
import { quietly } from './quietly.ts';
import { sheetJsCell } from './sheetJsCell.ts';

type SheetJs = typeof Library & {
  /** Exported by SheetJS but missing in its types: reads an already unpacked zip. */
  readonly parse_zip: (zip: unknown, options: ParsingOptions) => WorkBook;
};

/** A workbook in one of the shapes SheetJS is told about. */
export type SheetJsInput =
  | { readonly kind: 'zip'; readonly archive: ZipArchive }
  | { readonly kind: 'xml'; readonly bytes: Uint8Array }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array };

const OPTIONS: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  cellStyles: false,
  // Formatted texts are not used, but only with them are the implicit (localized) formats told.
  cellText: true,
  cellDates: false,
};

/**
 * The sheets of a workbook as SheetJS parses it, in one synchronous go; the library is loaded now.
 * Whatever it throws means a broken file.
 */
export async function openSheetJs(input: SheetJsInput): Promise<readonly OpenedSheet[]> {
  const sheetJs = (await import('@e965/xlsx')) as unknown as SheetJs;
  const book = quietly(() => parse(sheetJs, input));
  if (book.SheetNames.length === 0) throw corruptError('it holds no sheet');
  const date1904 = Boolean(book.Workbook?.WBProps?.date1904);
  return book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    const hidden = Boolean(book.Workbook?.Sheets?.[at]?.Hidden);
    return sheet?.['!type'] === 'chart' ? [] : [toListed(sheet, { name, hidden, date1904 })];
  });
}

function parse(sheetJs: SheetJs, input: SheetJsInput): WorkBook {
  if (input.kind === 'xml') {
    return sheetJs.read(markupText(input.bytes), { ...OPTIONS, type: 'string' });
  }
  if (input.kind === 'binary') {
    return sheetJs.read(input.bytes, { ...OPTIONS, type: 'array' });
  }
  // A damaged part can make SheetJS take all memory there is.
  const FileIndex = input.archive.names
    .filter(isNeeded)
    .map((name) => ({ name, content: input.archive.readChecked(name), type: 2 }));
  return sheetJs.parse_zip(
    { FullPaths: FileIndex.map(({ name }) => name), FileIndex },
    { ...OPTIONS, type: 'array' },
  );
}

/** Pictures, drawings, comments, themes and stored pivot data hold no cells. */
function isNeeded(name: string): boolean {
  return !/(?:\/|^)(?:media|drawings|embeddings|printerSettings|theme|charts|pivotCache|pivotTables|customXml|ctrlProps|activeX|externalLinks|comments[^/]*|threadedComments|docProps)(?:\/|$)|\/$|calcChain|vbaProject|\.vml$/i.test(
    name,
  );
}

function toListed(
  sheet: WorkSheet | undefined,
  { name, hidden, date1904 }: { name: string; hidden: boolean; date1904: boolean },
): OpenedSheet {
  const cells = emptyCells();
  const outside = sheet ? addCells(sheet, cells, date1904) : 0;
  const merged = (sheet?.['!merges'] ?? []).map(({ s: first, e: last }) => ({
    firstRow: first.r,
    lastRow: last.r,
    firstColumn: first.c,
    lastColumn: last.c,
  }));
  return listedSheet({ name, hidden, cells, merged, outside, unreadable: !sheet });
}

/** Adds the filled cells; declared ranges and formatted blanks count for nothing. */
function addCells(sheet: WorkSheet, cells: CellList, date1904: boolean): number {
  let outside = 0;
  const rows = sheet['!data'] ?? [];
  for (const r of filledIndexes(rows)) {
    const row = rows[r] ?? [];
    for (const c of filledIndexes(row)) {
      const cell = row[c] && sheetJsCell(row[c], date1904);
      if (!cell) continue;
      if (r >= MAX_ROWS || c >= MAX_COLUMNS) {
        outside++;
        continue;
      }
      addCell(cells, r, c, cell);
    }
  }
  return outside;
}

/** Up to this length an array is walked as it is; above it may be mostly holes. */
const SHORT = 256;

function filledIndexes(row: readonly unknown[]): Iterable<number> {
  return row.length <= SHORT
    ? row.keys()
    : Object.keys(row)
        .map(Number)
        .filter((index) => index >= 0);
}
