import {
  RECORD_ID,
  type AdapterContext,
  type LookupRequest,
  type Operation,
  type OperationOutcome,
  type PersistenceAdapter,
  type StoredRecord,
} from '../adapter/PersistenceAdapter.ts';
import { normalizeKey } from '../records/normalizeKey.ts';
import type { RecordValues, Value } from '../schema/Schema.ts';
import { contractSchema } from './contractSchema.ts';
import type { TestApi } from './TestApi.ts';

export type Check = (what: string, body: (bench: AdapterBench) => Promise<void>) => void;

/** An adapter with short words for what the tests do to it. */
export interface AdapterBench {
  readonly adapter: PersistenceAdapter;
  readonly expect: TestApi['expect'];
  context(importId?: string): AdapterContext;
  /** Writes operations as one batch. */
  write(
    operations: readonly Operation[],
    options?: WriteOptions,
  ): Promise<readonly OperationOutcome[]>;
  /** Creates one record and gives its id. */
  create(entity: string, values: RecordValues, parentId?: string | null): Promise<string>;
  /** The record with this id; undefined where there is none. */
  read(entity: string, id: string): Promise<StoredRecord | undefined>;
  /** Ids of the records with this value, normalised as the engine does. */
  find(entity: string, key: RecordValues, parentId?: string | null): Promise<readonly string[]>;
}

export interface WriteOptions {
  readonly id?: string;
  readonly importId?: string;
  readonly allOrNothing?: boolean;
}

export function create(record: number, entity: string, values: RecordValues): Operation {
  return {
    row: record + 2,
    entity,
    action: 'create',
    record,
    id: null,
    parentId: null,
    parentRecord: null,
    values,
  };
}

export function update(id: string, entity: string, values: RecordValues): Operation {
  return { ...create(1000, entity, values), action: 'update', id };
}

const context = (importId = 'import-1'): AdapterContext => ({ importId, settings: {} });

export function adapterBench(adapter: PersistenceAdapter, api: TestApi): AdapterBench {
  let batches = 0;
  const write: AdapterBench['write'] = (
    operations,
    { id, importId = 'import-1', allOrNothing } = {},
  ) => {
    batches += 1;
    const batch = { id: id ?? `${importId}/${batches}`, operations };
    return adapter.write(
      allOrNothing === true ? { ...batch, allOrNothing } : batch,
      context(importId),
    );
  };
  const lookup = async (request: LookupRequest): Promise<readonly StoredRecord[]> =>
    (await adapter.lookup(request, context())).matches[0] ?? [];
  return {
    adapter,
    expect: api.expect,
    context,
    write,
    async create(entity, values, parentId = null) {
      return idOf((await write([{ ...create(0, entity, values), parentId }]))[0]);
    },
    read: async (entity, id) => (await lookup({ entity, fields: [RECORD_ID], keys: [[id]] }))[0],
    async find(entity, key, parentId = null) {
      const request = { entity, fields: Object.keys(key), keys: [normalizedKey(entity, key)] };
      const found = await lookup(
        parentId === null ? request : { ...request, parentIds: [parentId] },
      );
      return found.map(({ id }) => id);
    },
  };
}

export function normalizedKey(entity: string, key: RecordValues): readonly Value[] {
  const fields = contractSchema.entities[entity]?.fields ?? {};
  return Object.entries(key).map(([name, value]) => {
    const field = fields[name];
    return field === undefined ? value : normalizeKey(field, value);
  });
}

export function idOf(outcome: OperationOutcome | undefined): string {
  if (outcome?.status === 'written') return outcome.id;
  throw new Error(`Expected the operation to be written: ${JSON.stringify(outcome)}`);
}

export function statuses(outcomes: readonly OperationOutcome[]): readonly string[] {
  return outcomes.map(({ status }) => status);
}

export function codes(outcomes: readonly OperationOutcome[]): readonly string[] {
  return outcomes.map((outcome) => (outcome.status === 'refused' ? outcome.code : 'written'));
}
