import type { Issue } from '../issue/Issue.ts';
import { formatIssue } from '../issue/formatIssue.ts';
import type { IssueTexts } from '../issue/IssueTexts.ts';
import { collectBytes } from '../report/collectBytes.ts';
import { writeErrorFile } from '../report/writeErrorFile.ts';
import type { RejectedRow } from '../report/writeErrorFile.ts';
import type { Table } from '../table/Table.ts';
import { rowPage } from './rowPage.ts';
import type { RowSources } from './rowIndex.ts';
import { MEDIA_TYPES } from './mediaTypes.ts';
import type { RowQuery } from './Session.ts';

/** Rows taken from the index at a time. */
const PAGE = 1000;

/**
 * The rejected rows with their reasons, corrections applied: those of the last run, or before any run those
 * the plan rejects.
 */
export async function errorFile(
  sources: RowSources,
  table: Table,
  format: 'csv' | 'xlsx',
  texts?: IssueTexts,
): Promise<Blob> {
  const bytes = await collectBytes(
    writeErrorFile(rejectedRows(sources, texts), {
      format,
      headers: table.columns.map(({ header, label }) =>
        table.headerRow === null ? label : header,
      ),
      ...(table.source.delimiter !== null && { delimiter: table.source.delimiter }),
    }),
  );
  return new Blob([bytes], { type: MEDIA_TYPES[format] });
}

function* rejectedRows(sources: RowSources, texts?: IssueTexts): Iterable<RejectedRow> {
  const which: Pick<RowQuery, 'outcomes' | 'statuses'> =
    sources.written.length > 0 ? { outcomes: ['rejected'] } : { statuses: ['reject'] };
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = rowPage(sources, { ...which, offset, limit: PAGE });
    for (const { row, cells, planned, outcome } of rows) {
      const issues = outcome === null ? planned.issues : outcome.issues;
      yield { row, cells, reasons: reasons(issues, texts) };
    }
    if (rows.length < PAGE) return;
  }
}

function reasons(issues: readonly Issue[], texts?: IssueTexts): readonly string[] {
  return issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => formatIssue(issue, texts));
}
