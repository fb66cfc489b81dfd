import type { Issue } from '../issue/Issue.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import { isListField } from '../schema/isListField.ts';
import type { Field, Schema, Value } from '../schema/Schema.ts';
import type { Block } from '../source/Block.ts';
import type { Table } from '../table/Table.ts';
import { type CellIssue, isDoubtful, KIND } from './CellConverter.ts';
import { cleanCell } from './cleanCell.ts';
import { columnDecision, type FormatDefaults } from './columnDecision.ts';
import { CELL, columnReader, type ColumnReader, emptyColumn } from './convertColumn.ts';
import { fieldConverter } from './fieldConverter.ts';
import { fillColumns, type FieldSources, type ReadField } from './fillColumns.ts';
import { idMark, type GivenValue } from './givenValue.ts';
import { type FilePart, joinColumns } from './joinColumns.ts';
import type { Phones } from './loadPhones.ts';
import type { EntityRecords } from './Records.ts';
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
  const sources = readers.map((reader) => reader.sources);
  return (run) => {
    const columns = readers.map((reader) => reader.read(run));
    const present = new Uint8Array(run.block.size);
    for (const { filled } of columns) {
      for (let row = 0; row < filled.length; row += 1) {
        if ((filled[row] ?? CELL.blank) >= CELL.value) present[row] = 1;
      }
    }
    // Only now is it known which rows hold a record, and so where a default goes.
    return { entity, present, fields: fillColumns(columns, sources, present) };
  };
}

interface FieldReader {
  readonly sources: FieldSources;
  readonly read: (run: BlockRun) => ReadField;
}

function fieldReader(entity: string, target: TargetField, context: ReaderContext): FieldReader {
  const readers = target.columns.map((mapping) => ({
    column: mapping.column,
    read: readerOf(target, mapping, context),
  }));
  const given = sourcesOf(entity, target, context);
  const pending = [...given.issues];
  return {
    sources: given.sources,
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

/** What fills the field beside its cells, with the issues of defaults that can not be read, which belong to no row. */
function sourcesOf(
  entity: string,
  target: TargetField,
  context: ReaderContext,
): { readonly sources: FieldSources; readonly issues: readonly Issue[] } {
  const { field, fixed } = target;
  const own = writtenValue(entity, { target, text: target.default ?? '' }, context);
  const onCreate = writtenValue(entity, { target, text: field.defaultOnCreate ?? '' }, context);
  const sources: FieldSources = {
    field,
    always: (fixed ? own.value : null) ?? givenWhen(target, 'always'),
    default: fixed ? null : own.value,
    empty: givenWhen(target, 'empty'),
    create: givenWhen(target, 'create') ?? onCreate.value,
  };
  return { sources, issues: [...own.issues, ...onCreate.issues] };
}

/** What settings give: a list where the field holds several, ids marked where it refers. */
function givenWhen({ field, given }: TargetField, when: GivenValue['when']): Value {
  const values = given
    .filter((value) => value.when === when)
    .flatMap(({ value }): readonly Value[] => (isList(value) ? value : [value]))
    .filter((value) => value !== null && value !== '')
    .map((value) => (field.type === 'reference' ? idMark(String(value)) : value));
  if (values.length === 0) return null;
  if (isListField(field)) return [...new Set(values.map(String))];
  return field.type === 'text' && values.length > 1 ? values.join(', ') : (values[0] ?? null);
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

/** A value of the recipe or the schema, read as a cell would be; null, with issues, where it can not be. */
function writtenValue(
  entity: string,
  { target, text: written }: { readonly target: TargetField; readonly text: string },
  { schema, formats, phones }: ReaderContext,
): { readonly value: Value; readonly issues: readonly Issue[] } {
  const text = cleanCell(written);
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
