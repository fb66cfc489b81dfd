import type { Issue } from '../issue/Issue.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import type { Field, Schema, Value } from '../schema/Schema.ts';
import type { Block } from '../source/Block.ts';
import type { Table } from '../table/Table.ts';
import { type CellIssue, isDoubtful, KIND } from './CellConverter.ts';
import { cleanCell } from './cleanCell.ts';
import { columnDecision, type FormatDefaults } from './columnDecision.ts';
import {
  CELL,
  columnReader,
  type ColumnReader,
  type ConvertedColumn,
  emptyColumn,
} from './convertColumn.ts';
import { fieldConverter } from './fieldConverter.ts';
import { type FilePart, joinColumns } from './joinColumns.ts';
import type { Phones } from './loadPhones.ts';
import type { EntityRecords, FieldColumn } from './Records.ts';
import type { TargetEntity, TargetField } from './targetFields.ts';

/** What the fields of one import are read by. */
export interface ReaderContext {
  readonly table: Table;
  readonly schema: Schema;
  readonly formats: FormatDefaults;
  readonly phones: Phones;
}

/** One block being read. What is found is added to `issues`. */
export interface BlockRun {
  readonly block: Block;
  readonly excluded: Uint8Array | undefined;
  readonly issues: Issue[];
}

export type EntityReader = (run: BlockRun) => EntityRecords;

/** Reads one entity's records, block after block. */
export function entityReader(
  { entity, fields }: TargetEntity,
  context: ReaderContext,
): EntityReader {
  const readers = fields.map((field) => fieldReader(entity, field, context));
  return (run) => {
    const columns = readers.map((reader) => reader.read(run));
    const present = new Uint8Array(run.block.size);
    for (const { filled } of columns) {
      for (let row = 0; row < filled.length; row += 1) {
        if ((filled[row] ?? CELL.blank) >= CELL.value) present[row] = 1;
      }
    }
    // Only now is it known which rows hold a record, and so where a default goes.
    const complete = columns.map((column, index) =>
      withDefault(column, readers[index]?.default ?? null, present),
    );
    return { entity, present, fields: complete };
  };
}

interface FieldReader {
  readonly default: Value;
  readonly read: (run: BlockRun) => ReadField;
}

interface ReadField extends FieldColumn, ConvertedColumn {
  readonly values: Value[];
}

function fieldReader(entity: string, target: TargetField, context: ReaderContext): FieldReader {
  const readers = target.columns.map((mapping) => ({
    column: mapping.column,
    read: readerOf(target, mapping, context),
  }));
  const given = defaultValue(entity, target, context);
  const pending = [...given.issues];
  return {
    default: given.value,
    read(run) {
      // A default that can not be read is told once, with the first block.
      run.issues.push(...pending.splice(0));
      const { block, excluded } = run;
      const parts = readers.map(({ column, read }): FilePart => {
        const onIssue = issueSink(run, { entity, field: target.key, column });
        return {
          column,
          cells: read(block.columns[column], { size: block.size, excluded, onIssue }),
        };
      });
      const onDropped = (row: number, column: number, issue: CellIssue): void =>
        issueSink(run, { entity, field: target.key, column })(row, issue);
      const joined = joinColumns(parts, target, onDropped) ?? emptyColumn(block.size);
      return { field: target.key, column: parts[0]?.column ?? null, ...joined };
    },
  };
}

/** Types of which a leading nought is a part. */
const AS_SHOWN: ReadonlySet<Field['type']> = new Set(['text', 'id', 'reference', 'phone']);

function readerOf(
  target: TargetField,
  mapping: ColumnMapping,
  { table, schema, formats, phones }: ReaderContext,
): ColumnReader {
  const values = new Map(mapping.values.map(([text, value]) => [cleanCell(text), value] as const));
  const decision = columnDecision(table.columns[mapping.column], mapping.format, formats);
  return columnReader(
    fieldConverter(target.field, { decision, country: schema.country, phones, values }),
    AS_SHOWN.has(target.field.type),
  );
}

function issueSink({ block, issues }: BlockRun, place: Pick<Issue, 'entity' | 'field' | 'column'>) {
  return (row: number, { code, severity, params }: CellIssue): void => {
    issues.push({ code, severity, row: block.rowNumbers[row] ?? 0, ...place, params });
  };
}

/** The default as a cell would be read; null, with issues that belong to no row, where it can not be. */
function defaultValue(
  entity: string,
  target: TargetField,
  { schema, formats, phones }: ReaderContext,
): { readonly value: Value; readonly issues: readonly Issue[] } {
  const text = cleanCell(target.default ?? '');
  if (text === '') return { value: null, issues: [] };
  const decision = columnDecision(undefined, {}, formats);
  const convert = fieldConverter(target.field, {
    decision,
    country: schema.country,
    phones,
    values: new Map(),
  });
  const converted = convert(text, KIND.text);
  if (!isDoubtful(converted)) return { value: converted, issues: [] };
  const place = { entity, field: target.key };
  const issues = converted.issues.map(({ code, severity, params }): Issue => ({
    code,
    severity,
    ...place,
    params: Object.assign({ default: true }, params),
  }));
  return { value: converted.value, issues };
}

/** Fills the empty cells of a record; a cell that could not be read stays null beside its issue. */
function withDefault(read: ReadField, value: Value, present: Uint8Array): FieldColumn {
  const { field, column, filled } = read;
  const values =
    value === null
      ? read.values
      : read.values.map((own, row) => (present[row] === 1 && isEmpty(filled[row]) ? value : own));
  return column === null
    ? { field, column, values }
    : { field, column, values, blank: blanksOf(filled) };
}

function isEmpty(mark: number | undefined): boolean {
  return mark === CELL.blank || mark === CELL.omitted;
}

function blanksOf(filled: Uint8Array): Uint8Array {
  return filled.map((mark) => (mark === CELL.blank ? 1 : mark === CELL.omitted ? 2 : 0));
}
