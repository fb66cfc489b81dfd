import type { Issue } from '../issue/Issue.ts';
import type { Block } from '../source/Block.ts';
import type { SourceProgress } from '../source/Source.ts';
import type { ColumnProfiler } from './createColumnProfiler.ts';
import { lastUsed, profileBlock } from './readTable.ts';
import { uniqueLabels } from './headLabels.ts';
import type { Table, TableColumn } from './Table.ts';
import { totalsRowIssues } from './totalsRow.ts';

/** Who is told while a table is profiled, and what ends it. */
export interface ProfileOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: SourceProgress) => void;
}

/**
 * Reads the whole file once: counts the rows, completes the profiles, gathers what was repaired, and
 * adds columns that only later rows have. The header stays as it is.
 */
export async function profileTable(table: Table, options: ProfileOptions = {}): Promise<Table> {
  if (table.complete) return table;
  const { signal, onProgress } = options;
  const profilers: ColumnProfiler[] = [];
  const issues: Issue[] = [];
  let rowCount = 0;
  let last: Block | undefined;
  const blocks = table.blocks({
    signal,
    onIssue: (issue) => issues.push(issue),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  for await (const block of blocks) {
    profileBlock(profilers, block, rowCount);
    rowCount += block.size;
    last = block;
  }
  const whole: Table = {
    ...table,
    columns: fullColumns(table, profilers),
    rowCount,
    complete: true,
    issues: [...unrelatedToRows(table), ...issues],
  };
  const totals = await totalsRowIssues(whole, last, signal);
  return totals.length === 0 ? whole : { ...whole, issues: [...whole.issues, ...totals] };
}

function fullColumns(table: Table, profilers: readonly ColumnProfiler[]): readonly TableColumn[] {
  const width = Math.max(table.columns.length, lastUsed(profilers));
  const headers = Array.from({ length: width }, (_, c) => table.columns[c]?.header ?? '');
  const labels = uniqueLabels(headers);
  return headers.map((header, index) => {
    const known = table.columns[index];
    const profiler = profilers[index];
    return {
      index,
      header,
      label: labels[index] as string,
      samples: known?.samples ?? profiler?.samples() ?? [],
      profile: profiler?.profile() ?? (known as TableColumn).profile,
    };
  });
}

/** What was found about the file and the header; what concerns other rows is met again when they are read. */
function unrelatedToRows(table: Table): readonly Issue[] {
  return table.issues.filter(
    ({ code, row }) => code === 'duplicate-header' || (row === undefined && code !== 'more-issues'),
  );
}
