import { KIND } from '../cellKinds.ts';
import { addCell, emptyCells, MAX_COLUMNS, MAX_ROWS, type CellList } from '../cellList.ts';
import { listedSheet } from '../listedSheet.ts';
import type { ShownCell } from '../numberCell.ts';
import { numberText } from '../numberText.ts';
import type { OpenedSheet } from '../OpenedSheet.ts';
import { markupText } from '../xml/markupText.ts';
import { xmlScanner, type XmlHandler } from '../xml/xmlScanner.ts';
import { corruptError } from '../zipArchive.ts';
import { cellText } from './cellText.ts';

/**
 * The tables of an HTML page, below one another as Excel shows them, as one sheet. Cells are text as written,
 * so leading zeros and local numbers stay; a number that Excel noted beside it (`x:num`) is that number.
 * @throws ImportError `file-corrupt` when the page has no table.
 */
export function openHtml(bytes: Uint8Array): readonly OpenedSheet[] {
  const table = tableReader();
  const scan = xmlScanner(table.handler);
  scan(withoutScripts(markupText(bytes)));
  const { cells, outside, found } = table.end();
  if (!found) throw corruptError('it holds no table');
  return [listedSheet({ name: 'Sheet1', hidden: false, cells, merged: [], outside })];
}

/** What stands in scripts and styles is no markup, whatever it looks like. */
function withoutScripts(page: string): string {
  const begin = /<(script|style)\b/gi;
  let kept = '';
  let at = 0;
  for (let found = begin.exec(page); found; found = begin.exec(page)) {
    kept += page.slice(at, found.index);
    const end = new RegExp(`</${found[1]}\\s*>`, 'gi');
    end.lastIndex = found.index;
    at = end.test(page) ? end.lastIndex : page.length;
    begin.lastIndex = at;
  }
  return kept + page.slice(at);
}

interface TableReader {
  readonly handler: XmlHandler;
  end(): { readonly cells: CellList; readonly outside: number; readonly found: boolean };
}

function tableReader(): TableReader {
  const cells = emptyCells();
  const grid = createGrid();
  const text = cellText();
  let depth = 0;
  let found = false;
  let outside = 0;
  let apart: string | null = null;
  let tag: string | null = null;

  /** End tags may be left out: a cell ends where the next begins. */
  function endCell(): void {
    if (tag === null) return;
    const { row, column } = grid.place(spanOf(tag, 'colspan'), spanOf(tag, 'rowspan'));
    const cell = shownCell(tag, text.value());
    tag = null;
    if (!cell) return;
    if (row >= MAX_ROWS || column >= MAX_COLUMNS) {
      outside++;
      return;
    }
    addCell(cells, row, column, cell);
  }

  const handler: XmlHandler = {
    open(written, attributes) {
      const name = written.toLowerCase();
      if (apart !== null) return;
      if (APART.has(name)) apart = name;
      else if (name === 'table') {
        depth++;
        found = true;
      } else if (depth === 1 && (name === 'tr' || name === 'td' || name === 'th')) {
        endCell();
        if (name === 'tr') return grid.nextRow();
        tag = attributes;
        text.clear();
      } else if (tag !== null) text.open(name);
    },
    close(written) {
      const name = written.toLowerCase();
      if (apart !== null) {
        if (apart === name) apart = null;
        return;
      }
      if (depth === 1 && (name === 'td' || name === 'th' || name === 'tr' || name === 'table'))
        endCell();
      else if (tag !== null) text.close(name);
      if (name === 'table' && depth > 0) depth--;
    },
    text(raw) {
      if (tag !== null && apart === null) text.text(raw);
    },
  };
  return {
    handler,
    end() {
      endCell();
      return { cells, outside, found };
    },
  };
}

const APART = new Set(['head', 'title', 'template']);

function spanOf(tag: string, name: 'colspan' | 'rowspan'): number {
  const digits = new RegExp(`\\s${name}\\s*=\\s*["']?\\s*(\\d{1,9})`, 'i').exec(tag)?.[1];
  return Math.max(1, Math.min(Number(digits ?? 1), MAX_ROWS));
}

/** Where the next cell stands, past those that reach down from above. */
function createGrid() {
  let row = -1;
  let column = 0;
  // By column: the first row that is free again.
  const free: number[] = [];
  return {
    nextRow(): void {
      row++;
      column = 0;
    },
    place(columns: number, rows: number): { row: number; column: number } {
      if (row < 0) row = 0;
      while ((free[column] ?? 0) > row) column++;
      const at = { row, column };
      const end = Math.min(column + columns, MAX_COLUMNS);
      if (rows > 1) for (; column < end; column++) free[column] = row + rows;
      column = at.column + columns;
      return at;
    },
  };
}

function shownCell(tag: string, text: string): ShownCell | null {
  if (text === '') return null;
  const noted = /\sx:num\s*=\s*["']?(-?[\d.]+(?:e[+-]?\d+)?)/i.exec(tag)?.[1];
  // A date is noted as its serial number, but what is shown says more.
  const isNumber =
    noted !== undefined &&
    Number.isFinite(Number(noted)) &&
    /\d/.test(text) &&
    !/\p{L}|\d\s*[-/:]\s*\d/u.test(text);
  return isNumber
    ? { text: numberText(Number(noted)), kind: KIND.number }
    : { text, kind: KIND.text };
}
