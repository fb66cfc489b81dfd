import type { Value } from '../schema/Schema.ts';
import type { CellColumn } from '../source/Block.ts';
import {
  type CellConverter,
  type CellIssue,
  type Converted,
  type Doubtful,
  isDoubtful,
  KIND,
} from './CellConverter.ts';
import { cleanCell } from './cleanCell.ts';

/** What became of a cell, the weightiest last: blank, left out (by the user, or a placeholder), read, unreadable. */
export const CELL: {
  readonly blank: 0;
  readonly omitted: 1;
  readonly value: 2;
  readonly unreadable: 3;
} = { blank: 0, omitted: 1, value: 2, unreadable: 3 };

export interface ConvertedColumn {
  readonly values: Value[];
  /** One of `CELL` for each row. */
  readonly filled: Uint8Array;
}

export interface ColumnRows {
  readonly size: number;
  /** 1 for rows to pass over. */
  readonly excluded: Uint8Array | undefined;
  /** Told of each issue; `row` is the index in the block. */
  readonly onIssue: (row: number, issue: CellIssue) => void;
}

/** Reads the cells of one column, block after block; `undefined` is a column the block does not have. */
export type ColumnReader = (cells: CellColumn | undefined, rows: ColumnRows) => ConvertedColumn;

/**
 * A column's reader: it remembers the texts it has read and the warnings it has given.
 * @param asShown numbers are read with the noughts that their cells show before them.
 */
export function columnReader(convert: CellConverter, asShown = false): ColumnReader {
  const read = convert.cheap === true ? convert : rememberingTexts(convert);
  const told = new Set<string>();
  return (cells, { size, excluded, onIssue }) => {
    const texts = cells?.texts ?? [];
    const kinds = cells?.kinds;
    const digits = asShown ? cells?.digits : undefined;
    // Pushed and not allocated at once: an array that never had holes is the fastest to read later.
    const values: Value[] = [];
    const filled = new Uint8Array(size);
    for (let row = 0; row < size; row += 1) {
      const text = excluded?.[row] === 1 ? '' : shownText(texts[row], digits?.[row]);
      if (text === '') {
        values.push(null);
        continue;
      }
      const converted = read(text, kinds === undefined ? KIND.text : (kinds[row] ?? KIND.text));
      if (!isDoubtful(converted)) {
        values.push(converted);
        filled[row] = converted === null ? CELL.omitted : CELL.value;
        continue;
      }
      values.push(converted.value);
      filled[row] = markOf(converted);
      for (const issue of converted.issues) {
        if (issue.once === true && told.has(issue.code)) continue;
        if (issue.once === true) told.add(issue.code);
        onIssue(row, issue);
      }
    }
    return { values, filled };
  };
}

function shownText(text = '', digits = 0): string {
  const bare = cleanCell(text);
  return digits === 0 || bare === '' ? bare : bare.padStart(digits, '0');
}

/** A column without a value. */
export function emptyColumn(size: number): ConvertedColumn {
  return { values: Array.from({ length: size }, () => null), filled: new Uint8Array(size) };
}

function markOf({ value, issues }: Doubtful): number {
  if (issues.some(({ severity }) => severity === 'error')) return CELL.unreadable;
  return value === null ? CELL.omitted : CELL.value;
}

/** Texts a column's cache holds before it starts afresh. */
const CACHE_LIMIT = 4096;

/**
 * Most columns repeat their texts: cities, dates, choices. A column that does not (e-mail addresses) is found out
 * after the first few thousand cells, and no longer pays for the cache.
 */
function rememberingTexts(convert: CellConverter): CellConverter {
  let known: Map<string, Converted>[] | null = [];
  let asked = 0;
  let found = 0;
  return (text, kind) => {
    if (known === null) return convert(text, kind);
    const cache = (known[kind] ??= new Map());
    asked += 1;
    const hit = cache.get(text);
    if (hit !== undefined) {
      found += 1;
      return hit;
    }
    const converted = convert(text, kind);
    if (cache.size >= CACHE_LIMIT) {
      if (found < asked / 4) known = null;
      else cache.clear();
    }
    if (text.length <= 100) cache.set(text, converted);
    return converted;
  };
}
