import type { Block, CellColumn, CellKind } from '../source/Block.ts';
import { CELL_KINDS } from '../source/Block.ts';
import type { ReadBlocksOptions, Source } from '../source/Source.ts';
import type { ColumnEvidence, Table, TableColumn } from '../table/Table.ts';

/** A cell of a test table: a text, or a workbook's cell with its kind. */
export type TestCell = string | { readonly text: string; readonly kind: CellKind };

export interface TestTableOptions {
  /** By column. */
  readonly evidence?: Readonly<Record<number, Partial<ColumnEvidence>>>;
  /** Rows in a block; all in one by default. */
  readonly blockRows?: number;
  readonly delimiter?: string;
  /** Share of numbers in each column's profile. */
  readonly likelyNumber?: number;
}

/** A table in memory: its rows are numbered from 2, as under a header. */
export function tableOf(
  header: readonly string[],
  rows: readonly (readonly TestCell[])[],
  options: TestTableOptions = {},
): Table {
  const { evidence = {}, blockRows = Math.max(rows.length, 1), likelyNumber = 0 } = options;
  const columns = header.map((text, index): TableColumn => {
    const texts = rows.map((row) => textOf(row[index])).filter((cell) => cell !== '');
    return {
      index,
      header: text,
      label: text,
      samples: texts.slice(0, 5),
      profile: {
        filled: texts.length,
        empty: rows.length - texts.length,
        distinct: [...new Set(texts)].map(
          (cell) => [cell, texts.filter((other) => other === cell).length] as const,
        ),
        distinctComplete: true,
        maxLength: Math.max(0, ...texts.map(({ length }) => length)),
        likely: { number: likelyNumber, date: 0, boolean: 0, email: 0, phone: 0, url: 0 },
        evidence: { dateOrders: [], decimals: [], ...evidence[index] },
      },
    };
  });
  return {
    source: { delimiter: options.delimiter ?? ',' } as Source,
    headerRow: 1,
    headerConfidence: 1,
    skipRows: 0,
    columns,
    rowCount: rows.length,
    complete: true,
    issues: [],
    signature: header.join('|'),
    async *blocks({ signal, limit = rows.length }: ReadBlocksOptions = {}) {
      for (let start = 0; start < Math.min(limit, rows.length); start += blockRows) {
        signal?.throwIfAborted();
        await Promise.resolve();
        yield blockOf(
          rows.slice(start, Math.min(start + blockRows, limit)),
          header.length,
          start + 2,
        );
      }
    },
  };
}

function blockOf(rows: readonly (readonly TestCell[])[], width: number, firstRow: number): Block {
  const columns = Array.from({ length: width }, (_, index): CellColumn => {
    const cells = rows.map((row) => row[index]);
    const texts = cells.map(textOf);
    if (!cells.some((cell) => typeof cell === 'object')) return { texts };
    const kinds = cells.map((cell) =>
      CELL_KINDS.indexOf(
        typeof cell === 'object' ? cell.kind : textOf(cell) === '' ? 'empty' : 'text',
      ),
    );
    return { texts, kinds: Uint8Array.from(kinds) };
  });
  return {
    size: rows.length,
    rowNumbers: Uint32Array.from(rows, (_, index) => firstRow + index),
    columns,
  };
}

function textOf(cell: TestCell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '');
}
