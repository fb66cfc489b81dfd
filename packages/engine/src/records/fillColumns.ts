import { isListField } from '../schema/isListField.ts';
import type { ConditionValue, Field, Value } from '../schema/Schema.ts';
import { CELL, type ConvertedColumn } from './convertColumn.ts';
import { formatValue } from './formatValue.ts';
import { BLANK } from './Records.ts';
import type { FieldColumn } from './Records.ts';

/** What fills a field where its cell is empty, weightiest first; null: nothing does. */
export interface FieldSources {
  readonly field: Field;
  /** Of every record, whatever its cell says. */
  readonly always: Value;
  /** The recipe's default: it joins what a list holds. */
  readonly default: Value;
  /** A setting's answer, for where nothing is stored. */
  readonly empty: Value;
  /** Of a new record alone. */
  readonly create: Value;
}

/** A field as its cells were read, before anything else fills it. */
export interface ReadField extends FieldColumn, ConvertedColumn {
  readonly values: Value[];
}

/**
 * Fills the empty cells of the rows that hold a record: by a fixed value, a default, another field (`derive`), and what a new
 * record gets. A cell that could not be read stays null beside its issue. What is derived comes last, from what is there then.
 */
export function fillColumns(
  columns: readonly ReadField[],
  sources: readonly FieldSources[],
  present: Uint8Array,
): readonly FieldColumn[] {
  const filled = new Map<string, FieldColumn>();
  const inTurn = columns
    .map((read, index) => ({ read, source: sources[index] as FieldSources }))
    .toSorted(
      (a, b) =>
        Number(a.source.field.derive !== undefined) - Number(b.source.field.derive !== undefined),
    );
  for (const { read, source } of inTurn)
    filled.set(read.field, fillColumn(read, source, { present, filled }));
  return columns.map(({ field }) => filled.get(field) as FieldColumn);
}

interface Rows {
  readonly present: Uint8Array;
  readonly filled: ReadonlyMap<string, FieldColumn>;
}

function fillColumn(read: ReadField, sources: FieldSources, rows: Rows): FieldColumn {
  const { field, column, filled, values } = read;
  const { always } = sources;
  const derived = derivation(sources.field, rows.filled);
  if (always !== null && !isListField(sources.field)) {
    const same = values.map((_, row) => (rows.present[row] === 1 ? always : null));
    return { field, column: null, fixed: true, values: same };
  }
  const blank = blanksOf(filled);
  const isMarked = fillEmpty(read, blank, { sources, derived, present: rows.present });
  if (always === null)
    return isMarked || column !== null
      ? { field, column, values, blank }
      : { field, column, values };
  const add = { always: always as readonly string[], marks: filled, present: rows.present };
  addToAll(values, blank, add);
  return column === null && !isMarked
    ? { field, column, values, fixed: true }
    : { field, column, values, blank };
}

interface Filling {
  readonly sources: FieldSources;
  readonly derived: ((row: number) => Value) | null;
  readonly present: Uint8Array;
}

/** Fills empty cells; tells whether a value was one that `blank` must tell about. */
function fillEmpty(read: ReadField, blank: Uint8Array, filling: Filling): boolean {
  const { sources, derived, present } = filling;
  if ((sources.default ?? sources.empty ?? sources.create) === null && derived === null)
    return false;
  let isMarked = false;
  for (let row = 0; row < read.filled.length; row += 1) {
    if (present[row] !== 1 || (read.filled[row] ?? CELL.blank) >= CELL.value) continue;
    if (sources.default !== null) {
      read.values[row] = sources.default;
      if (read.column === null) blank[row] = 0;
      continue;
    }
    const own = sources.empty ?? derived?.(row) ?? null;
    if (own === null && sources.create === null) continue;
    read.values[row] = own ?? sources.create;
    blank[row] = own === null ? BLANK.newOnly : BLANK.ifEmpty;
    isMarked = true;
  }
  return isMarked;
}

/** What every record gets stands beside what its cell holds. */
function addToAll(
  values: Value[],
  blank: Uint8Array,
  add: {
    readonly always: readonly string[];
    readonly marks: Uint8Array;
    readonly present: Uint8Array;
  },
): void {
  for (let row = 0; row < values.length; row += 1) {
    if (add.present[row] !== 1 || add.marks[row] === CELL.unreadable) continue;
    const own = values[row];
    if (!Array.isArray(own)) blank[row] = BLANK.added;
    values[row] = [
      ...new Set<string>([...(Array.isArray(own) ? (own as string[]) : []), ...add.always]),
    ];
  }
}

/** The value of a row's other field, where the condition holds. */
function derivation(
  { type, derive }: Field,
  filled: ReadonlyMap<string, FieldColumn>,
): ((row: number) => Value) | null {
  const from = derive === undefined ? undefined : filled.get(derive.from)?.values;
  if (derive === undefined || from === undefined) return null;
  const { when } = derive;
  const asked = when === undefined ? undefined : filled.get(when.field)?.values;
  const wanted = when === undefined ? [] : listOf(when.is);
  const fits = (value: Value): boolean =>
    Array.isArray(value)
      ? value.some((one: string) => wanted.includes(one))
      : wanted.includes(value as ConditionValue);
  return (row) => {
    if (when !== undefined && !fits(asked?.[row] ?? null)) return null;
    const value = from[row] ?? null;
    return type === 'text' && value !== null ? formatValue(value) : value;
  };
}

function listOf(is: ConditionValue | readonly ConditionValue[]): readonly ConditionValue[] {
  return Array.isArray(is) ? (is as readonly ConditionValue[]) : [is as ConditionValue];
}

function blanksOf(filled: Uint8Array): Uint8Array {
  return filled.map((mark) =>
    mark === CELL.blank ? BLANK.empty : mark === CELL.omitted ? BLANK.omitted : 0,
  );
}
