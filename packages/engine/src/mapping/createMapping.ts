import { isListField } from '../schema/isListField.ts';
import type { Field, Schema } from '../schema/Schema.ts';
import { isErrorFileHeader } from '../source/errorFileColumns.ts';
import type { ColumnProfile } from '../table/Table.ts';
import { matchColumns } from './matchColumns.ts';
import type {
  ColumnFormat,
  ColumnMapping,
  ColumnSuggestion,
  ColumnTarget,
  Mapping,
  WritePolicy,
} from './Mapping.ts';
import { SUGGEST_THRESHOLD } from './suggestMapping.ts';

/** What a mapping needs to know of a column; a `TableColumn` will do. */
export interface MappedColumn {
  readonly index: number;
  readonly header: string;
  readonly profile?: ColumnProfile;
}

/** How `createMapping` takes suggestions over. */
export interface CreateMappingOptions {
  /** Guesses below this score leave their column open. Default 0.55. */
  readonly threshold?: number;
}

/**
 * The mapping a person starts from: suggested fields where the guess is good, everything else open. Columns that an
 * error file added, and columns without header and values, are ignored. Match ticks are set for the first of an
 * entity's `identify` combinations that is mapped as a whole and that most of the entity's records have; never for
 * columns without values.
 */
export function createMapping(
  columns: readonly MappedColumn[],
  suggestions: readonly ColumnSuggestion[],
  schema: Schema,
  options: CreateMappingOptions = {},
): Mapping {
  const threshold = options.threshold ?? SUGGEST_THRESHOLD;
  const targets = columns.map((column, index) =>
    targetOf(column, suggestions[index] ?? null, threshold),
  );
  const matched = matchColumns(targets, columns, schema);
  return {
    columns: columns.map((column, index) => {
      const target = targets[index] ?? null;
      const field = fieldOf(target, schema);
      return {
        column: column.index,
        header: column.header,
        target,
        match: matched.has(index),
        write: schema.policy?.write?.default ?? defaultWrite(field),
        clear: false,
        format: provenFormat(field, column.profile),
        values: [],
      } satisfies ColumnMapping;
    }),
  };
}

/** What a column may do to its field unless a person says otherwise. */
function defaultWrite(field: Field | null): WritePolicy {
  return field !== null && isListField(field) ? 'append' : 'overwrite';
}

/** The way of writing dates and numbers that the values of a column prove; nothing while they leave it open. */
function provenFormat(field: Field | null, profile: ColumnProfile | undefined): ColumnFormat {
  const orders = profile?.evidence.dateOrders ?? [];
  const decimals = profile?.evidence.decimals ?? [];
  const [order] = orders;
  const [decimal] = decimals;
  if (field?.type === 'date' && order && orders.length === 1) return { dateOrder: order };
  if (field?.type === 'number' && decimal && decimals.length === 1) return { decimal };
  return {};
}

function targetOf(
  { header, profile }: MappedColumn,
  suggestion: ColumnSuggestion | null,
  threshold: number,
): ColumnTarget | null {
  if (isErrorFileHeader(header)) return { kind: 'ignore' };
  if (header.trim() === '' && profile?.filled === 0) return { kind: 'ignore' };
  const guess = suggestion?.guess;
  if (!guess || guess.score < threshold) return null;
  return { kind: 'field', entity: guess.entity, field: guess.field };
}

function fieldOf(target: ColumnTarget | null, schema: Schema): Field | null {
  if (target?.kind !== 'field') return null;
  return schema.entities[target.entity]?.fields[target.field] ?? null;
}
