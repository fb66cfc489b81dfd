import type { Issue } from '../issue/Issue.ts';
import type { RecordBlock } from '../records/Records.ts';
import { markedId } from '../records/givenValue.ts';
import { readRecords } from '../records/readRecords.ts';
import type { Schema, Value } from '../schema/Schema.ts';
import type { Source } from '../source/Source.ts';
import type { Table } from '../table/Table.ts';
import { importScope } from './importScope.ts';
import type { Recipe } from './Recipe.ts';
import type { PreviewRow, TableInfo } from './Session.ts';

/** One field of a record as a row of the file fills it. */
export interface SampleField {
  readonly entity: string;
  readonly field: string;
  /** Converted; a reference as the file writes it, or the id a setting gives. */
  readonly value: Value;
  /** Column of the file it came from; null for a default, a fixed, derived or given value. */
  readonly column: number | null;
  readonly issues: readonly Issue[];
}

/** A row of the file as the records it holds, before anything is looked up. */
export interface SampleRow {
  readonly row: number;
  readonly fields: readonly SampleField[];
}

/**
 * Some rows of a table's preview as records under a recipe: the values are those that an import would write, for the file's text.
 * For looking at while columns are matched; nothing is looked up or written.
 * @throws {ImportError} `recipe-invalid`
 */
export async function sampleRecords(
  table: TableInfo,
  recipe: Recipe,
  schema: Schema,
  rows: readonly PreviewRow[],
): Promise<readonly SampleRow[]> {
  const scope = importScope(schema, recipe, { importId: '' });
  const { columns, defaults } = recipe;
  const blocks = readRecords(previewTable(table, rows), scope.schema, {
    columns,
    defaults,
    edits: recipe.edits,
    excluded: [],
    given: scope.given,
  });
  const samples: SampleRow[] = [];
  for await (const block of blocks) {
    for (const [r, { row }] of rows.entries())
      samples.push({ row, fields: fieldsOf(block, r, row) });
  }
  return samples;
}

function fieldsOf(
  { entities, issues }: RecordBlock,
  r: number,
  row: number,
): readonly SampleField[] {
  const own = issues.filter((issue) => issue.row === row);
  return entities.flatMap(({ entity, present, fields }) =>
    present[r] !== 1 && !own.some((issue) => issue.entity === entity)
      ? []
      : fields.map(({ field, column, values, blank }) => ({
          entity,
          field,
          value: shown(values[r] ?? null),
          column: (blank?.[r] ?? 0) === 0 ? column : null,
          issues: own.filter((issue) => issue.entity === entity && issue.field === field),
        })),
  );
}

function shown(value: Value): Value {
  if (Array.isArray(value)) return value.map((one: string) => markedId(one) ?? one);
  return markedId(value) ?? value;
}

/** The previewed rows as a table of their own, with what the whole file proves about its columns. */
function previewTable(table: TableInfo, rows: readonly PreviewRow[]): Table {
  const source = { delimiter: table.delimiter, format: table.format } as Source;
  return {
    source,
    headerRow: table.headerRow,
    headerConfidence: table.headerConfidence,
    skipRows: table.skipRows,
    columns: table.columns,
    rowCount: rows.length,
    complete: true,
    issues: [],
    signature: table.signature,
    async *blocks() {
      await Promise.resolve();
      yield {
        size: rows.length,
        rowNumbers: Uint32Array.from(rows, ({ row }) => row),
        columns: table.columns.map(({ index }) => ({
          texts: rows.map(({ cells }) => cells[index] ?? ''),
        })),
      };
    },
  };
}
