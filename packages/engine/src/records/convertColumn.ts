import type { IssueParams, IssueSeverity } from '../issue/Issue.ts';
import type { Value } from '../schema/Schema.ts';
import type { CellColumn } from '../source/Block.ts';
import { type CellConverter, type Converted, isDoubtful, KIND } from './CellConverter.ts';
import { cleanCell } from './cleanCell.ts';

/** Told of each issue: row is the index in the block. */
export type CellIssueSink = (
  row: number,
  code: string,
  severity: IssueSeverity,
  params: IssueParams,
) => void;

/** Marks in `filled`: nothing, a value, or a text that could not be read. */
export const CELL = { empty: 0, value: 1, unreadable: 2 } as const;

export interface ConvertedColumn {
  readonly values: Value[];
  /** One of `CELL` for each row. */
  readonly filled: Uint8Array;
}

/** Reads the cells of one column, block after block. */
export type ColumnReader = (
  cells: CellColumn | undefined,
  size: number,
  excluded: Uint8Array | undefined,
  onIssue: CellIssueSink,
) => ConvertedColumn;

/** A column's reader: it remembers the texts it has read and the warnings it has given. */
export function columnReader(convert: CellConverter): ColumnReader {
  const cached = rememberingTexts(convert);
  const told = new Set<string>();
  return (cells, size, excluded, onIssue) => {
    const values: Value[] = new Array<Value>(size).fill(null);
    const filled = new Uint8Array(size);
    if (cells === undefined) return { values, filled };
    const { texts, kinds } = cells;
    for (let row = 0; row < size; row += 1) {
      const raw = texts[row];
      if (raw === undefined || raw === '' || excluded?.[row] === 1) continue;
      const text = cleanCell(raw);
      if (text === '') continue;
      const converted = cached(text, kinds?.[row] ?? KIND.text);
      const value = isDoubtful(converted) ? settle(converted, row, told, onIssue) : converted;
      if (value === undefined) filled[row] = CELL.unreadable;
      else if (value !== null) filled[row] = CELL.value;
      values[row] = value ?? null;
    }
    return { values, filled };
  };
}

/** Tells the issues of a cell; undefined where it could not be read. */
function settle(
  doubtful: Exclude<Converted, Value>,
  row: number,
  told: Set<string>,
  onIssue: CellIssueSink,
): Value | undefined {
  let readable = true;
  for (const { code, severity, params, once } of doubtful.issues) {
    if (severity === 'error') readable = false;
    if (once === true) {
      if (told.has(code)) continue;
      told.add(code);
    }
    onIssue(row, code, severity, params);
  }
  return readable ? doubtful.value : undefined;
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
