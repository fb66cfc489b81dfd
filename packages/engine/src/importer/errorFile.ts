import type { Issue } from '../issue/Issue.ts';
import { formatIssue } from '../issue/formatIssue.ts';
import type { IssueTexts } from '../issue/IssueTexts.ts';
import { columnDecision, formatDefaults } from '../records/columnDecision.ts';
import { targetFields } from '../records/targetFields.ts';
import type { Schema } from '../schema/Schema.ts';
import { MAX_CELL } from '../report/cutCell.ts';
import { collectBytes } from '../report/collectBytes.ts';
import { writeErrorFile } from '../report/writeErrorFile.ts';
import type { ErrorFileOptions, RejectedRow } from '../report/writeErrorFile.ts';
import type { Table } from '../table/Table.ts';
import { CELL_KINDS } from '../source/Block.ts';
import { findRow } from './findRow.ts';
import { rowPage } from './rowPage.ts';
import type { RowSources } from './rowIndex.ts';
import { MEDIA_TYPES } from './mediaTypes.ts';
import type { GridRow, RowQuery } from './Session.ts';

/** Rows taken from the index at a time. */
const PAGE = 1000;
const TEXT = CELL_KINDS.indexOf('text');

export interface ErrorFileContext {
  /** Language of the reasons; English unless told. */
  readonly texts?: IssueTexts;
  /** Says which cells of a workbook a CSV has to write as numbers. */
  readonly schema?: Schema;
}

/**
 * The rows that were not taken with their reasons, corrections applied: those the last run rejected or did not get
 * to, or before any run those the plan rejects.
 */
export async function errorFile(
  sources: RowSources,
  table: Table,
  format: 'csv' | 'xlsx',
  { texts, schema }: ErrorFileContext = {},
): Promise<Blob> {
  const bytes = await collectBytes(
    writeErrorFile(rejectedRows(sources, format, texts), {
      format,
      headers: table.columns.map(({ header, label }) =>
        table.headerRow === null ? label : header,
      ),
      ...(table.source.delimiter === null
        ? workbookCsv(sources, table, schema)
        : { delimiter: table.source.delimiter }),
    }),
  );
  return new Blob([bytes], { type: MEDIA_TYPES[format] });
}

/** How the numbers of a workbook are written into a CSV, so that reading it decides for the decimal sign it was read by. */
function workbookCsv(
  { recipe }: RowSources,
  table: Table,
  schema?: Schema,
): Pick<ErrorFileOptions, 'delimiter' | 'decimals'> {
  if (schema === undefined) return {};
  const formats = formatDefaults(table, schema.country);
  const decimals = targetFields(schema, recipe.columns, [])
    .flatMap(({ fields }) => fields.filter(({ field }) => field.type === 'number'))
    .flatMap(({ columns }) => columns)
    .map(
      ({ column, format }) =>
        [column, columnDecision(table.columns[column], format, formats).decimal] as const,
    );
  // Where the numbers leave the sign open, the delimiter says it.
  return { delimiter: formats.decimal === ',' ? ';' : ',', decimals: new Map(decimals) };
}

function* rejectedRows(
  sources: RowSources,
  format: 'csv' | 'xlsx',
  texts?: IssueTexts,
): Iterable<RejectedRow> {
  const which: Pick<RowQuery, 'outcomes' | 'statuses'> =
    sources.written.length > 0 ? { outcomes: ['rejected', 'pending'] } : { statuses: ['reject'] };
  const pending = formatIssue(pendingIssue(sources), texts);
  const cut = formatIssue({ code: 'cell-cut', params: { most: MAX_CELL } }, texts);
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = rowPage(sources, { ...which, offset, limit: PAGE });
    for (const gridRow of rows) {
      const { row, cells, planned, outcome } = gridRow;
      const isCut = format === 'xlsx' && cells.some(({ length }) => length > MAX_CELL);
      const issues = outcome === null ? planned.issues : outcome.issues;
      const why = reasons(issues, texts);
      yield {
        row,
        ...workbookCells(sources, gridRow),
        reasons: [
          ...why,
          ...(outcome?.status === 'pending' ? [pending] : []),
          ...(isCut ? [cut] : []),
        ],
      };
    }
    if (rows.length < PAGE) return;
  }
}

/**
 * The cells of a row and what they are in their workbook. One that was corrected is a text, and so is a number that
 * is shown with noughts before it.
 */
function workbookCells(
  { blocks }: RowSources,
  { row, cells, edited }: GridRow,
): Pick<RejectedRow, 'cells' | 'kinds'> {
  const place = findRow(blocks, row);
  if (place === null || place.block.columns.every(({ kinds }) => kinds === undefined))
    return { cells };
  const { block, index } = place;
  const kinds = Uint8Array.from(block.columns, (column) => column.kinds?.[index] ?? TEXT);
  for (const column of edited) kinds[column] = TEXT;
  const shown = cells.map((text, column) => {
    const digits = block.columns[column]?.digits?.[index] ?? 0;
    if (digits <= text.length || kinds[column] === TEXT || !/^\d+$/.test(text)) return text;
    kinds[column] = TEXT;
    return text.padStart(digits, '0');
  });
  return { cells: shown, kinds };
}

/** Nothing is wrong with a row that a run did not get to: it was held back by another, or the run was stopped. */
function pendingIssue({ recipe, written }: RowSources): Issue {
  const { status, error } = written.at(-1)?.result ?? { status: 'completed', error: null };
  const held = recipe.policy.allOrNothing && error === null && status !== 'cancelled';
  return { code: held ? 'held-back' : 'not-reached', severity: 'error', params: {} };
}

function reasons(issues: readonly Issue[], texts?: IssueTexts): readonly string[] {
  return issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => formatIssue(issue, texts));
}
