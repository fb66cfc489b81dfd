import { addCell, emptyCells, MAX_COLUMNS, MAX_ROWS, type CellList } from '../cellList.ts';
import type { ShownCell } from '../numberCell.ts';
import type { XmlHandler } from '../xml/xmlScanner.ts';
import { attribute, decodeEntities } from '../xml/xmlText.ts';
import { tooLarge } from '../zipArchive.ts';
import { paragraphs } from './paragraphs.ts';
import { createCellStyles, type CellStyles } from './cellStyles.ts';
import { valueCell } from './valueCell.ts';

/** A `table:table`. */
export interface ContentTable {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: CellList;
  outside: number;
}

/** Cells that repeated rows and columns may come to in a workbook. */
const MAX_CELLS = 20_000_000;

/** Elements that hold text or tables of their own, which are no part of a sheet. */
const APART = new Set([
  'annotation',
  'shapes',
  'frame',
  'custom-shape',
  'dde-links',
  'tracked-changes',
  'ruby-text',
]);

/** Adds the tables of a `content.xml` to `tables` as they are met. */
export function contentHandler(
  tables: ContentTable[],
  styles: CellStyles = createCellStyles(),
): XmlHandler {
  const text = paragraphs();
  const row = createRow();
  let date1904 = false;
  let apart = 0;
  let depth = 0;
  let cellTag: string | null = null;

  function openTable(tag: string): void {
    depth++;
    if (depth > 1) return;
    const name = attribute(tag, 'name') ?? `Sheet${tables.length + 1}`;
    const hidden = styles.isHiddenTable(attribute(tag, 'style-name'));
    tables.push({ name, hidden, cells: emptyCells(), outside: 0 });
    row.startTable();
  }

  return {
    open(name, tag) {
      if (APART.has(name)) apart++;
      if (apart > 0) return;
      if (depth === 0 && name !== 'table') {
        if (name === 'null-date') date1904 = attribute(tag, 'date-value') === '1904-01-01';
        else styles.open(name, tag);
        return;
      }
      if (name === 'table') openTable(tag);
      else if (depth !== 1) return;
      else if (name === 'table-row') row.start(tag);
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        // A cell under a merged one may have a value, but does not show it.
        cellTag = tag;
        text.clear();
      } else if (cellTag !== null) text.open(name, tag);
    },
    close(name) {
      if (apart > 0) {
        if (APART.has(name)) apart--;
        return;
      }
      if (name === 'table') depth--;
      else if (depth !== 1) return;
      else if (name === 'table-row') row.end(tables.at(-1));
      else if (name === 'table-cell') {
        row.cell(cellTag ?? '', valueCell(cellTag ?? '', text.value(), { styles, date1904 }));
        cellTag = null;
      } else if (name === 'covered-table-cell') {
        row.cell(cellTag ?? '', null);
        cellTag = null;
      } else if (cellTag !== null) text.close(name);
    },
    text(raw) {
      if (apart === 0 && cellTag !== null) text.text(decodeEntities(raw));
    },
    literal(literal) {
      if (apart === 0 && cellTag !== null) text.text(literal);
    },
  };
}

/** Rows as they come; a row or cell that is repeated is put down as often as it holds something. */
function createRow() {
  let number = 0;
  let repeat = 1;
  let column = 0;
  let total = 0;
  let filled: { readonly column: number; readonly cell: ShownCell }[] = [];
  return {
    startTable(): void {
      number = 0;
    },
    start(tag: string): void {
      repeat = repeated(tag, 'number-rows-repeated');
      column = 0;
      filled = [];
    },
    cell(tag: string, cell: ShownCell | null): void {
      const count = repeated(tag, 'number-columns-repeated');
      if (cell)
        for (let n = 0; n < Math.min(count, MAX_COLUMNS + 1); n++)
          filled.push({ column: column + n, cell });
      column += count;
    },
    end(table: ContentTable | undefined): void {
      const rows = filled.length === 0 ? 0 : Math.min(repeat, MAX_ROWS + 1);
      total += rows * filled.length;
      if (total > MAX_CELLS) throw tooLarge(MAX_CELLS);
      if (table)
        for (let n = 0; n < rows; n++)
          for (const { column: at, cell } of filled) addShown(table, number + n, at, cell);
      number += repeat;
    },
  };
}

function addShown(table: ContentTable, row: number, column: number, cell: ShownCell): void {
  if (row >= MAX_ROWS || column >= MAX_COLUMNS) {
    table.outside++;
    return;
  }
  addCell(table.cells, row, column, cell);
}

function repeated(tag: string, name: string): number {
  const count = tag.includes(name) ? Number(attribute(tag, name)) : 1;
  return count >= 1 ? Math.floor(count) : 1;
}
