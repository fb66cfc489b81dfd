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

/** What `errorFile` knows besides the rows. */
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
    writeErrorFile(rejectedRows(sources, format, wordsFor(table, texts)), {
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

/** An issue as a reason. */
type Words = (issue: Pick<Issue, 'code' | 'column' | 'params'>) => string;

/**
 * Reasons in a language. Fields are called as the file calls their columns: that is what stands beside the reason, and
 * a schema's own words may be in another language than the one asked for.
 */
function wordsFor({ columns, headerRow }: Table, texts?: IssueTexts): Words {
  return ({ code, column, params }) => {
    const header = column === undefined || headerRow === null ? '' : columns[column]?.header.trim();
    const isNamed = Object.hasOwn(params, 'label') && header !== undefined && header !== '';
    const named = isNamed ? { ...params, label: header } : params;
    // Whoever reads it has the file before them: the steps of the import are behind.
    return formatIssue({ code, params: { ...named, late: true } }, texts);
  };
}

function* rejectedRows(
  sources: RowSources,
  format: 'csv' | 'xlsx',
  say: Words,
): Iterable<RejectedRow> {
  const which: Pick<RowQuery, 'outcomes' | 'statuses'> =
    sources.written.length > 0 ? { outcomes: ['rejected', 'pending'] } : { statuses: ['reject'] };
  const pending = say(pendingIssue(sources));
  const cut = say({ code: 'cell-cut', params: { most: MAX_CELL } });
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = rowPage(sources, { ...which, offset, limit: PAGE });
    for (const gridRow of rows) {
      const { row, cells, planned, outcome } = gridRow;
      const isCut = format === 'xlsx' && cells.some(({ length }) => length > MAX_CELL);
      const issues = outcome === null ? planned.issues : outcome.issues;
      yield {
        row,
        ...workbookCells(sources, gridRow),
        reasons: [
          ...issues.filter(({ severity }) => severity === 'error').map(say),
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
