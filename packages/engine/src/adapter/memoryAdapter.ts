import { normalizeKey } from '../records/normalizeKey.ts';
import type { Field, Schema } from '../schema/Schema.ts';
import { memoryState, type MemoryState } from './memoryState.ts';
import type { MemoryRecord } from './memoryTable.ts';
import { memoryUndo, type MemoryChange } from './memoryUndo.ts';
import { memoryWrite } from './memoryWrite.ts';
import type {
  ListRequest,
  ListResult,
  LookupRequest,
  OperationOutcome,
  PersistenceAdapter,
  StoredRecord,
} from './PersistenceAdapter.ts';

/** What a `memoryAdapter` begins with. */
export interface MemoryAdapterOptions {
  /** What is stored from the start, by entity. */
  readonly records?: Readonly<Record<string, readonly StoredRecord[]>>;
}

/** An adapter whose records can be looked at. */
export interface MemoryAdapter extends PersistenceAdapter {
  /** The stored records of an entity, in the order they were made. */
  records(entity: string): readonly StoredRecord[];
  fields(entity: string): Promise<Readonly<Record<string, Field>>>;
}

/** More than one is enough to know that a key is ambiguous; a few more can be named. */
const CANDIDATES = 10;

/**
 * Keeps records in memory: for tests, demos and dry runs. Compares keys by `normalizeKey`, holds unique fields unique,
 * assigns ids, takes a batch id once, makes custom fields, and can undo an import.
 * @example
 * const adapter = memoryAdapter(crm, { records: { company: [{ id: '1', values: { name: 'Acme' } }] } });
 */
export function memoryAdapter(schema: Schema, options: MemoryAdapterOptions = {}): MemoryAdapter {
  const custom = new Map<string, Record<string, Field>>();
  const state = memoryState(schema, custom);
  const batches = new Map<string, readonly OperationOutcome[]>();
  const changes = new Map<string, MemoryChange[]>();
  seed(state, options.records ?? {});

  return {
    lookup: async (request) => ({
      matches: request.keys.map((_, index) => matchesOf(state, request, index)),
    }),
    list: async (request) => listed(state, request),
    async write(batch, context) {
      const known = batches.get(batch.id);
      if (known !== undefined) return known;
      const { outcomes, changes: made } = memoryWrite(state, batch);
      batches.set(batch.id, outcomes);
      changes.set(context.importId, appended(changes.get(context.importId) ?? [], made));
      return outcomes;
    },
    fields: async (entity) => ({ ...custom.get(entity) }),
    async createField({ entity, field, label, type }) {
      custom.set(entity, { ...customField(field, label, type), ...custom.get(entity) });
    },
    async undo(importId) {
      const report = memoryUndo(state, changes.get(importId) ?? [], true);
      changes.delete(importId);
      for (const id of batches.keys()) if (id.startsWith(`${importId}/`)) batches.delete(id);
      return report;
    },
    undoPreview: async (importId) => memoryUndo(state, changes.get(importId) ?? [], false),
    records: (entity) => [...state.table(entity).records.values()].map(publicRecord),
  };
}

function seed(
  state: MemoryState,
  records: Readonly<Record<string, readonly StoredRecord[]>>,
): void {
  for (const [entity, list] of Object.entries(records)) {
    for (const { id, values, parentId } of list) {
      state.table(entity).set(id, { id, values, parentId: parentId ?? null, version: 0 });
    }
  }
}

function matchesOf(
  state: MemoryState,
  request: LookupRequest,
  index: number,
): readonly StoredRecord[] {
  const table = state.table(request.entity);
  const parentId = request.parentIds?.[index] ?? null;
  const found: StoredRecord[] = [];
  for (const id of table.find(request.fields, request.keys[index] ?? [])) {
    const record = table.records.get(id);
    if (record === undefined || (parentId !== null && record.parentId !== parentId)) continue;
    if (found.push(publicRecord(record)) === CANDIDATES) break;
  }
  return found;
}

/** In the order they were made; a part begins after the record that the one before ended with. */
function listed(
  state: MemoryState,
  { entity, where = {}, parentIds, after, limit }: ListRequest,
): ListResult {
  const table = state.table(entity);
  const fields = Object.keys(where);
  const key = fields.map((field) => normalizeKey(state.field(entity, field), where[field] ?? null));
  const wanted = fields.length === 0 ? null : table.find(fields, key);
  const ids = [...table.records.keys()];
  const fits = ids.slice(after === null ? 0 : ids.indexOf(after) + 1).flatMap((id) => {
    const record = table.records.get(id);
    if (record === undefined || (wanted !== null && !wanted.has(id))) return [];
    return parentIds !== undefined && !parentIds.includes(record.parentId ?? '')
      ? []
      : [publicRecord(record)];
  });
  const records = fits.slice(0, limit);
  return { records, next: fits.length > limit ? (records.at(-1)?.id ?? null) : null };
}

function publicRecord({ id, values, parentId }: MemoryRecord): StoredRecord {
  return { id, values, parentId };
}

function customField(key: string, label: string, type: Field['type']): Record<string, Field> {
  const base = { label, custom: true };
  if (type === 'choice') return { [key]: { ...base, type, options: [], open: true } };
  if (type === 'reference') return { [key]: { ...base, type: 'text' } };
  return { [key]: { ...base, type } };
}

function appended<T>(list: T[], more: readonly T[]): T[] {
  for (const item of more) list.push(item);
  return list;
}
