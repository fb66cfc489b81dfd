import { ImportError } from '../issue/ImportError.ts';
import type { Issue } from '../issue/Issue.ts';
import type { Block, CellColumn } from '../source/Block.ts';
import { cellsOf } from '../source/cellsOf.ts';
import type { ReadOptions, Source } from '../source/Source.ts';
import { type ColumnProfiler, createColumnProfiler } from './createColumnProfiler.ts';
import { dataBlocks } from './dataBlocks.ts';
import { findHeader } from './findHeader.ts';
import { headerSignature, uniqueLabels } from './headLabels.ts';
import type { Table } from './Table.ts';
import { totalsRowIssues } from './totalsRow.ts';

/** Where the table begins on its sheet, where not as found. */
export interface ReadTableOptions extends Pick<ReadOptions, 'headerRow' | 'skipRows'> {
  readonly signal?: AbortSignal | undefined;
}

/** Rows the table is found by. */
const HEAD_ROWS = 1000;

/**
 * Finds the header and the columns from the first thousand rows. Profiles and counts cover those rows
 * only, unless they are all there is: see `profileTable`.
 * @throws ImportError `option-invalid` for a header row or a number of rows to skip that cannot be.
 */
export async function readTable(source: Source, options: ReadTableOptions = {}): Promise<Table> {
  const { signal, skipRows = 0 } = options;
  const asked = options.headerRow ?? (options.headerRow === null ? null : 'auto');
  checkRow('skipRows', skipRows, 0);
  if (typeof asked === 'number') checkRow('headerRow', asked, 1);
  const issues: Issue[] = [];
  const limit = HEAD_ROWS + skipRows + (typeof asked === 'number' ? asked : 0);
  const head: HeadRow[] = [];
  let headRead = 0;
  // What is skipped may be most of the file: of it nothing is kept.
  for await (const block of source.blocks({
    limit,
    signal,
    onIssue: (issue) => issues.push(issue),
  })) {
    headRead += block.size;
    head.push(...headRows(block, { skipRows, asked }));
  }
  const found = locate(head, asked);
  const after = Math.max(skipRows, found.headerRow ?? 0);
  return describeTable({
    source,
    skipRows,
    after,
    ...found,
    issues,
    whole: headRead < limit,
    signal,
  });
}

interface HeadRow {
  readonly row: number;
  readonly cells: readonly string[];
}

interface Located {
  readonly headerRow: number | null;
  readonly headerConfidence: number;
  readonly header: readonly string[];
}

function locate(head: readonly HeadRow[], asked: number | null | 'auto'): Located {
  if (asked === null) return { headerRow: null, headerConfidence: 1, header: [] };
  if (asked !== 'auto') {
    const header = head.find(({ row }) => row === asked)?.cells ?? [];
    return { headerRow: asked, headerConfidence: 1, header };
  }
  const guess = findHeader(head.map(({ cells }) => cells));
  const found = guess.index === null ? undefined : head[guess.index];
  return {
    headerRow: found?.row ?? null,
    headerConfidence: guess.confidence,
    header: found?.cells ?? [],
  };
}

/** The rows of a block in which the header may be. */
function headRows(
  block: Block,
  { skipRows, asked }: { readonly skipRows: number; readonly asked: number | null | 'auto' },
): readonly HeadRow[] {
  if (asked === null) return [];
  return Array.from(block.rowNumbers).flatMap((row, r) =>
    row > skipRows && (asked === 'auto' || row === asked)
      ? [{ row, cells: cellsOf(block, r) }]
      : [],
  );
}

interface TableFacts extends Located {
  readonly source: Source;
  readonly skipRows: number;
  readonly after: number;
  readonly issues: readonly Issue[];
  readonly whole: boolean;
  readonly signal: AbortSignal | undefined;
}

async function describeTable(facts: TableFacts): Promise<Table> {
  const { source, after, header, headerRow } = facts;
  const profilers: ColumnProfiler[] = [];
  let rowCount = 0;
  let last: Block | undefined;
  const data = dataBlocks(source, { after, width: 0 }, { limit: HEAD_ROWS, signal: facts.signal });
  for await (const block of data) {
    profileBlock(profilers, block, rowCount);
    rowCount += block.size;
    last = block;
  }
  const width = Math.max(lastFilled(header), lastUsed(profilers));
  const headers = Array.from({ length: width }, (_, c) => header[c] ?? '');
  const labels = uniqueLabels(headers);
  const table: Table = {
    source,
    headerRow,
    headerConfidence: facts.headerConfidence,
    skipRows: facts.skipRows,
    columns: headers.map((text, index) => {
      const profiler = profilers[index] ?? emptyProfiler(rowCount);
      return {
        index,
        header: text,
        label: labels[index] as string,
        samples: profiler.samples(),
        profile: profiler.profile(),
      };
    }),
    rowCount: facts.whole ? rowCount : null,
    complete: facts.whole,
    issues: [...source.issues, ...facts.issues, ...tableIssues(facts, rowCount)],
    signature: headerSignature(headers, headerRow !== null),
    blocks: (options = {}) => dataBlocks(source, { after, width }, options),
  };
  const totals = facts.whole ? await totalsRowIssues(table, last, facts.signal) : [];
  return totals.length === 0 ? table : { ...table, issues: [...table.issues, ...totals] };
}

function tableIssues(facts: TableFacts, rowCount: number): readonly Issue[] {
  const issues: Issue[] = [];
  const { headerRow, header } = facts;
  if (facts.whole && rowCount === 0)
    issues.push({ code: 'no-data-rows', severity: 'warning', params: {} });
  const seen = new Set<string>();
  header.forEach((text, column) => {
    const name = text.trim().toLowerCase();
    if (name !== '' && seen.has(name)) {
      const row = headerRow === null ? {} : { row: headerRow };
      issues.push({
        code: 'duplicate-header',
        severity: 'info',
        ...row,
        column,
        params: { header: text },
      });
    }
    seen.add(name);
  });
  return issues;
}

/** Adds a block to the profilers, making those of columns not met before. */
export function profileBlock(profilers: ColumnProfiler[], block: Block, rowsBefore: number): void {
  const count = Math.max(profilers.length, block.columns.length);
  // Blank columns may be thousands and one and the same.
  let blank: CellColumn | undefined;
  for (let c = 0; c < count; c++) {
    const profiler = (profilers[c] ??= emptyProfiler(rowsBefore));
    const column = block.columns[c];
    if (profiler.add(column === blank ? undefined : column, block.size) === 0) blank ??= column;
  }
}

function emptyProfiler(rows: number): ColumnProfiler {
  const profiler = createColumnProfiler();
  profiler.add(undefined, rows);
  return profiler;
}

/** Number of columns up to the last one with a value. */
export function lastUsed(profilers: readonly ColumnProfiler[]): number {
  return profilers.findLastIndex((profiler) => profiler.profile().filled > 0) + 1;
}

function lastFilled(header: readonly string[]): number {
  return header.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function checkRow(option: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new ImportError(
    'option-invalid',
    `${option} is ${value}; it must be a whole number from ${least} on.`,
    {
      params: { option, value },
    },
  );
}
