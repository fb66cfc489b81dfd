import type { EntityRecords, FieldColumn, RecordBlock } from '../records/Records.ts';
import { normalizeKey } from '../records/normalizeKey.ts';
import type { Value } from '../schema/Schema.ts';
import type { EntityRules, FieldRule } from './entityRules.ts';
import { keyText } from './keyText.ts';

/** A block with everything about keys worked out column by column. */
export interface PreparedBlock {
  readonly records: RecordBlock;
  /** In the order of the rules. */
  readonly entities: readonly PreparedEntity[];
  /** Row numbers an error keeps out. */
  readonly faulty: ReadonlySet<number>;
  /** `row field` of every cell with an issue: an empty value there is no empty cell. */
  readonly doubtful: ReadonlySet<string>;
}

export interface PreparedEntity {
  readonly rules: EntityRules;
  readonly present: Uint8Array;
  /** By slot. Reference columns hold the resolved value once their row is planned. */
  readonly columns: readonly FieldColumn[];
  /** By slot: as `columns`, a reference to a record this import makes still in its readable form. */
  readonly shown: readonly FieldColumn[];
  /** Normalised values of the columns that are compared, by slot. */
  readonly normalized: ReadonlyMap<number, readonly Value[]>;
  /** Text of the match key of each row, references unresolved; null where a part is empty. Absent without match columns. */
  readonly keys: readonly (string | null)[] | undefined;
  /** Value of the id column of each row. Absent without one. */
  readonly ids: readonly (string | null)[] | undefined;
  /** Text of all values of a row: the key, inside the file, of an entity that has none of its own. */
  readonly wholeKeys: readonly (string | null)[] | undefined;
}

export function preparedBlock(rules: readonly EntityRules[], records: RecordBlock): PreparedBlock {
  const faulty = new Set<number>();
  const doubtful = new Set<string>();
  for (const { row, field, severity } of records.issues) {
    if (row === undefined) continue;
    if (severity === 'error') faulty.add(row);
    doubtful.add(`${row} ${field ?? ''}`);
  }
  const entities = rules.map((rule) =>
    preparedEntity(
      rule,
      records.entities.find(({ entity }) => entity === rule.entity) ?? absent(rule, records.size),
    ),
  );
  return { records, entities, faulty, doubtful };
}

function absent({ entity }: EntityRules, size: number): EntityRecords {
  return { entity, present: new Uint8Array(size), fields: [] };
}

function preparedEntity(rules: EntityRules, { present, fields }: EntityRecords): PreparedEntity {
  const read = rules.names.map((name) => columnOf(fields, name, present.length));
  const referring = new Set(rules.references.map(({ slot }) => slot));
  const copied = (): readonly FieldColumn[] =>
    referring.size === 0
      ? read
      : read.map((column, slot) =>
          referring.has(slot) ? { ...column, values: [...column.values] } : column,
        );
  const columns = copied();
  const normalized = new Map<number, readonly Value[]>();
  for (const rule of [...rules.match, ...rules.watched])
    normalized.set(rule.slot, normalize(rule, read));
  const keys = rules.match.map(({ slot }) => normalized.get(slot) ?? []);
  const whole = rules.foundBy.length > 0 ? rules.fields.map((rule) => normalize(rule, read)) : [];
  return {
    rules,
    present,
    columns,
    shown: copied(),
    normalized,
    keys: keys.length === 0 ? undefined : tupleTexts(keys, present),
    ids: rules.idSlot < 0 ? undefined : (read[rules.idSlot]?.values ?? []).map(idText),
    wholeKeys: whole.length === 0 ? undefined : wholeTexts(whole, present),
  };
}

/** The values of a field. Where two columns fill the same field, the later one where it is filled. */
function columnOf(fields: readonly FieldColumn[], name: string, size: number): FieldColumn {
  const [first, ...more] = fields.filter(({ field }) => field === name);
  if (first === undefined)
    return { field: name, column: null, values: Array.from({ length: size }, () => null) };
  if (more.length === 0) return first;
  const values = first.values.map((value, r) =>
    more.reduce((last, { values }) => values[r] ?? last, value),
  );
  return { ...first, values };
}

function normalize(
  { definition, slot }: FieldRule,
  columns: readonly FieldColumn[],
): readonly Value[] {
  return (columns[slot]?.values ?? []).map((value) => normalizeKey(definition, value));
}

function tupleTexts(
  columns: readonly (readonly Value[])[],
  present: Uint8Array,
): readonly (string | null)[] {
  return Array.from(present, (is, r) =>
    is === 1 ? keyText(columns.map((values) => values[r] ?? null)) : null,
  );
}

function wholeTexts(
  columns: readonly (readonly Value[])[],
  present: Uint8Array,
): readonly (string | null)[] {
  return Array.from(present, (is, r) =>
    is === 1 ? JSON.stringify(columns.map((values) => values[r] ?? null)) : null,
  );
}

function idText(value: Value): string | null {
  return value === null || value === '' ? null : String(value);
}

/** The match key of a row: normalised values, and their text (null where a part is empty). */
export interface RowKey {
  readonly key: readonly Value[];
  readonly text: string | null;
}

/** @param references resolved references of the row: a reference in a key is compared by the id it leads to. */
export function keyAt(
  entity: PreparedEntity,
  r: number,
  references: ReadonlyMap<number, Value>,
): RowKey {
  const { rules, normalized, keys } = entity;
  const key = rules.match.map(
    ({ slot }) => references.get(slot) ?? normalized.get(slot)?.[r] ?? null,
  );
  const refers = rules.match.some(({ slot }) => references.has(slot));
  return { key, text: refers ? keyText(key) : (keys?.[r] ?? null) };
}
