import {
  RECORD_ID,
  type AdapterContext,
  type PersistenceAdapter,
  type StoredRecord,
} from '../adapter/PersistenceAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import { formatValue } from '../records/formatValue.ts';
import { normalizeKey } from '../records/normalizeKey.ts';
import type { ReferenceField, Schema, Value } from '../schema/Schema.ts';

/** The records of one row of a file, by entity: one that has none inside it, and all that it stands in. */
export type StoredLine = Readonly<Record<string, StoredRecord>>;

export interface StoredLinesOptions {
  readonly schema: Schema;
  readonly adapter: PersistenceAdapter;
  readonly context: AdapterContext;
}

/** Records asked for at once. */
const PART = 500;

/**
 * What is stored, as rows of a file: a record is repeated for each record inside it, references are readable texts.
 * @throws ImportError `adapter-failed` when the adapter can not list.
 */
export async function* storedLines(options: StoredLinesOptions): AsyncGenerator<StoredLine> {
  const roots = Object.entries(options.schema.entities).filter(([, entity]) => !entity.parent);
  for (const [entity] of roots) {
    for await (const records of partsOf(options, entity)) {
      for (const lines of await linesOf(options, entity, records)) yield* lines;
    }
  }
}

async function* partsOf(
  { adapter, context }: StoredLinesOptions,
  entity: string,
  parentIds?: readonly string[],
): AsyncGenerator<readonly StoredRecord[]> {
  if (adapter.list === undefined) {
    const message =
      'The adapter can not list what is stored. Give it a method "list" to export records.';
    throw new ImportError('adapter-failed', message);
  }
  const request = { entity, limit: PART, ...(parentIds && { parentIds }) };
  let after: string | null = null;
  do {
    context.signal?.throwIfAborted();
    const { records, next } = await adapter.list({ ...request, after }, context);
    yield records;
    after = next;
  } while (after !== null);
}

/** The lines of each record, in order. */
async function linesOf(
  options: StoredLinesOptions,
  entity: string,
  records: readonly StoredRecord[],
): Promise<readonly (readonly StoredLine[])[]> {
  const readable = await withReadable(options, entity, records);
  const inside = new Map<string, StoredLine[]>();
  const children = Object.entries(options.schema.entities).filter(
    ([, { parent }]) => parent === entity,
  );
  for (const [child] of records.length === 0 ? [] : children) {
    const parentIds = records.map(({ id }) => id);
    for await (const part of partsOf(options, child, parentIds)) {
      const lines = await linesOf(options, child, part);
      for (const [at, { parentId }] of part.entries()) {
        const known = inside.get(parentId ?? '') ?? [];
        inside.set(parentId ?? '', known);
        for (const line of lines[at] ?? []) known.push(line);
      }
    }
  }
  return readable.map((record) => {
    const lines = inside.get(record.id) ?? [{}];
    return lines.map((line) => ({ ...line, [entity]: record }));
  });
}

/** The records with what people call the targets of their references in place of ids. */
async function withReadable(
  options: StoredLinesOptions,
  entity: string,
  records: readonly StoredRecord[],
): Promise<readonly StoredRecord[]> {
  const fields = Object.entries(options.schema.entities[entity]?.fields ?? {});
  let readable = records;
  for (const [key, field] of fields) {
    if (field.type !== 'reference') continue;
    const ids = [...new Set(records.flatMap(({ values }) => idsIn(values[key] ?? null)))];
    const names = ids.length === 0 ? new Map() : await namesOf(options, field, ids);
    readable = readable.map((record) => ({
      ...record,
      values: { ...record.values, [key]: named(record.values[key] ?? null, names) },
    }));
  }
  return readable;
}

function idsIn(value: Value): readonly string[] {
  if (value === null) return [];
  return typeof value === 'object' ? value : [String(value)];
}

function named(value: Value, names: ReadonlyMap<string, string>): Value {
  const texts = idsIn(value).map((id) => names.get(id) ?? '');
  if (value !== null && typeof value === 'object') return texts.filter((text) => text !== '');
  return texts[0] ?? null;
}

/** By the first of its fields that has a value: so is it looked up again. */
async function namesOf(
  { adapter, context, schema }: StoredLinesOptions,
  { to, by }: ReferenceField,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keys = ids.map((id) => [normalizeKey({ type: 'id', label: '' }, id)]);
  const { matches } = await adapter.lookup({ entity: to, fields: [RECORD_ID], keys }, context);
  const fields = schema.entities[to]?.fields ?? {};
  const names = ids.map((id, at) => {
    const values = matches[at]?.[0]?.values ?? {};
    const key = by.find((name) => (values[name] ?? null) !== null);
    return [id, key === undefined ? '' : formatValue(values[key] ?? null, fields[key])] as const;
  });
  return new Map(names);
}
