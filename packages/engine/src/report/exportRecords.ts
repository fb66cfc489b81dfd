import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { formatValue } from '../records/formatValue.ts';
import { ownValue } from '../schema/ownValue.ts';
import type { Field, Schema, Value } from '../schema/Schema.ts';
import { templateColumns } from '../schema/templateColumns.ts';
import { CELL_KINDS } from '../source/Block.ts';
import { numberForm } from './numberForm.ts';
import { storedLines, type StoredLine } from './storedLines.ts';
import { writeCsv } from './writeCsv.ts';
import type { TemplateFormat } from './writeTemplate.ts';
import { writeXls } from './writeXls.ts';
import { writeXlsx } from './writeXlsx.ts';
import { xlsxCell, type XlsxCell } from './xlsxCell.ts';

/** What `exportRecords` writes, and how. */
export interface ExportOptions {
  /** Of the kind to export (see `schemaOfKind`), with the fields that users made (see `extendSchema`). */
  readonly schema: Schema;
  /** One that has `list`. */
  readonly adapter: PersistenceAdapter;
  /** Its settings say what the records belong to, e.g. a project. */
  readonly context: AdapterContext;
  readonly format: TemplateFormat;
  /** Of the CSV; `,` unless told. */
  readonly delimiter?: string;
  /** Name of the sheet; default `Export`. */
  readonly sheet?: string;
}

/**
 * What is stored, as a file with the columns of the import template: an example that imports back and changes nothing (AP3).
 * One row for each record that has none inside it, what it belongs to repeated; references by what people call their
 * target. Nothing in it runs as a formula. xls has text cells alone.
 * The file is written while the records come: pipe it to a download, or gather it by `collectBytes`.
 */
export async function* exportRecords(options: ExportOptions): AsyncGenerator<Uint8Array> {
  const { schema, format, sheet = 'Export', delimiter } = options;
  const columns = columnsOf(schema);
  const headers = columns.map(({ header }) => header);
  if (format === 'csv') {
    yield* writeCsv(rowsOf(options, csvText), delimiter === undefined ? {} : { delimiter });
    return;
  }
  const widths = columns.map(({ field }, at) => ({
    width: Math.min(40, Math.max(14, (headers[at] ?? '').length + 3)),
    text: !TYPED.has(field.type),
  }));
  if (format === 'xls') {
    yield await writeXls([{ name: sheet, columns: widths, rows: rowsOf(options, csvText) }]);
  } else {
    yield* writeXlsx([{ name: sheet, columns: widths, rows: rowsOf(options, typedCell) }]);
  }
}

/** What a spreadsheet has cells for; everything else stays text as it is. */
const TYPED: ReadonlySet<Field['type']> = new Set(['number', 'date', 'boolean']);

interface ExportColumn {
  readonly entity: string;
  readonly key: string;
  readonly field: Field;
  readonly header: string;
}

function columnsOf(schema: Schema): readonly ExportColumn[] {
  return templateColumns(schema).flatMap(({ entity, field: key, header }) => {
    const field = schema.entities[entity]?.fields[key];
    return field === undefined ? [] : [{ entity, key, field, header }];
  });
}

async function* rowsOf<C extends XlsxCell>(
  options: ExportOptions,
  toCell: (value: Value, field: Field) => C,
): AsyncGenerator<readonly (C | string)[]> {
  const columns = columnsOf(options.schema);
  yield columns.map(({ header }) => header);
  for await (const line of storedLines(options)) {
    yield columns.map((column) => toCell(valueOf(line, column), column.field));
  }
}

function valueOf(line: StoredLine, { entity, key, field }: ExportColumn): Value {
  const record = line[entity];
  if (record === undefined) return null;
  const value = ownValue(record.values, key) ?? null;
  return value === null && field.type === 'id' ? record.id : value;
}

function csvText(value: Value, field: Field): string {
  const text = formatValue(value, field);
  return typeof value === 'number' ? numberForm(text, '.') : text;
}

const KINDS: Readonly<Record<string, number>> = {
  number: CELL_KINDS.indexOf('number'),
  boolean: CELL_KINDS.indexOf('boolean'),
  date: CELL_KINDS.indexOf('date'),
};

function typedCell(value: Value, field: Field): XlsxCell {
  const text = formatValue(value, field);
  const kind = TYPED.has(field.type) ? KINDS[field.type] : undefined;
  return kind === undefined || text === '' ? text : xlsxCell(text, kind);
}
