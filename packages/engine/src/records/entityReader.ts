import type { Issue } from '../issue/Issue.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import type { Schema, Value } from '../schema/Schema.ts';
import type { Block } from '../source/Block.ts';
import type { Table } from '../table/Table.ts';
import { isDoubtful, KIND } from './CellConverter.ts';
import { cleanCell } from './cleanCell.ts';
import { columnDecision, type FormatDefaults } from './columnDecision.ts';
import { CELL, columnReader, type ColumnReader, type ConvertedColumn } from './convertColumn.ts';
import { fieldConverter } from './fieldConverter.ts';
import { joinColumns } from './joinColumns.ts';
import type { EntityRecords, FieldColumn } from './Records.ts';
import type { TargetEntity, TargetField } from './targetFields.ts';

export interface EntityReaderContext {
  readonly table: Table;
  readonly schema: Schema;
  readonly formats: FormatDefaults;
}

/** Reads one entity's records from a block, and adds what it finds to `issues`. */
export type EntityReader = (
  block: Block,
  excluded: Uint8Array | undefined,
  issues: Issue[],
) => EntityRecords;

export function entityReader(target: TargetEntity, context: EntityReaderContext): EntityReader {
  const fields = target.fields.map((field) => fieldReader(target.entity, field, context));
  return (block, excluded, issues) => {
    const present = new Uint8Array(block.size);
    const columns = fields.map((field) => field.read(block, excluded, present, issues));
    // Only now is it known which rows hold a record, and so where a default goes.
    const filled = columns.map((column, index) =>
      withDefault(column, fields[index]?.default ?? null, present),
    );
    return { entity: target.entity, present, fields: filled };
  };
}

interface FieldReader {
  readonly default: Value;
  read(
    block: Block,
    excluded: Uint8Array | undefined,
    present: Uint8Array,
    issues: Issue[],
  ): ReadField;
}

interface ReadField extends FieldColumn {
  readonly values: Value[];
  readonly filled: Uint8Array;
}

function fieldReader(
  entity: string,
  target: TargetField,
  context: EntityReaderContext,
): FieldReader {
  const readers = target.columns.map((mapping) => ({
    column: mapping.column,
    read: readerOf(target, mapping, context),
  }));
  const pending: Issue[] = [];
  const value = defaultValue(entity, target, context, pending);
  return {
    default: value,
    read(block, excluded, present, issues) {
      // A default that can not be read is told once, with the first block.
      issues.push(...pending.splice(0));
      const parts = readers.map(({ column, read }) => {
        const sink = issueSink(block, { entity, field: target.key, column }, issues);
        return { column, ...read(block.columns[column], block.size, excluded, sink) };
      });
      const { values, filled } = joined(parts, target, block, entity, issues);
      for (let row = 0; row < filled.length; row += 1) {
        if (filled[row] !== CELL.empty) present[row] = 1;
      }
      return { field: target.key, column: parts[0]?.column ?? null, values, filled };
    },
  };
}

function readerOf(
  target: TargetField,
  mapping: ColumnMapping,
  { table, schema, formats }: EntityReaderContext,
): ColumnReader {
  const values = new Map(mapping.values.map(([text, value]) => [cleanCell(text), value] as const));
  const decision = columnDecision(table.columns[mapping.column], mapping.format, formats);
  return columnReader(fieldConverter(target.field, { decision, country: schema.country, values }));
}

function joined(
  parts: readonly (ConvertedColumn & { readonly column: number })[],
  target: TargetField,
  block: Block,
  entity: string,
  issues: Issue[],
): ConvertedColumn {
  const [first] = parts;
  if (first === undefined)
    return { values: new Array<Value>(block.size).fill(null), filled: new Uint8Array(block.size) };
  if (parts.length === 1) return first;
  return joinColumns(parts, target, (row, column, params) => {
    issueSink(block, { entity, field: target.key, column }, issues)(
      row,
      'value-dropped',
      'warning',
      params,
    );
  });
}

function issueSink(
  block: Block,
  place: Pick<Issue, 'entity' | 'field' | 'column'>,
  issues: Issue[],
) {
  return (
    row: number,
    code: string,
    severity: Issue['severity'],
    params: Issue['params'],
  ): void => {
    issues.push({ code, severity, row: block.rowNumbers[row] ?? 0, ...place, params });
  };
}

/** The default as a cell would be read; null, with issues that belong to no row, where it can not be. */
function defaultValue(
  entity: string,
  target: TargetField,
  { schema, formats }: EntityReaderContext,
  issues: Issue[],
): Value {
  const text = cleanCell(target.default ?? '');
  if (text === '') return null;
  const decision = columnDecision(undefined, {}, formats);
  const converted = fieldConverter(target.field, {
    decision,
    country: schema.country,
    values: new Map(),
  })(text, KIND.text);
  if (!isDoubtful(converted)) return converted;
  for (const { code, severity, params } of converted.issues) {
    issues.push({
      code,
      severity,
      entity,
      field: target.key,
      params: { ...params, default: true },
    });
  }
  return converted.value;
}

/** Fills the empty cells of a record; a cell that could not be read stays null beside its issue. */
function withDefault(column: ReadField, value: Value, present: Uint8Array): FieldColumn {
  const { filled, ...rest } = column;
  if (value === null) return rest;
  const values = column.values.map((own, row) =>
    present[row] === 1 && filled[row] === CELL.empty ? value : own,
  );
  return { ...rest, values };
}
