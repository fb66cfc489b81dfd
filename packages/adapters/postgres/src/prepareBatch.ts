import type { Operation, Value, WriteBatch } from '@importera/engine';
import { fitsKind } from './keySql.ts';
import type { EntityLayout, FieldPlace } from './Layout.ts';
import type { SqlQuery } from './SqlClient.ts';
import { refusal, type Refusal } from './sqlError.ts';
import { toStored } from './storedValue.ts';

/** An operation made ready to be written: ids known, values by column. */
export interface Job {
  /** Index in the batch. */
  readonly index: number;
  readonly operation: Operation;
  readonly layout: EntityLayout;
  /** Of the record, also of one that is still to be created. */
  readonly id: string;
  /** JSON values by column, references and parent included. */
  readonly values: Readonly<Record<string, Value>>;
  /** Custom fields by key; null where none is written. */
  readonly custom: Readonly<Record<string, Value>> | null;
  /** Records (by number) that must have been created by this batch. */
  readonly needs: readonly number[];
  /** Jobs of one wave touch different records and run as one statement per table. */
  readonly wave: number;
}

/** A row of the spreadsheet: its jobs are written together or not at all. */
export interface JobRow {
  readonly jobs: readonly Job[];
  /** Known before anything is tried. */
  readonly refusals: ReadonlyMap<number, Refusal>;
}

export interface PrepareOptions {
  layoutOf(entity: string): EntityLayout;
  placesOf(entity: string): ReadonlyMap<string, FieldPlace>;
}

/** Turns a batch into rows of jobs; asks the database for the ids of all new records. */
export async function prepareBatch(
  tx: SqlQuery,
  { operations }: WriteBatch,
  options: PrepareOptions,
): Promise<readonly JobRow[]> {
  const newIds = await makeIds(tx, operations, options);
  const wavesOf = waves(operations, options);
  const rows: { row: number; jobs: Job[]; refusals: Map<number, Refusal> }[] = [];
  operations.forEach((operation, index) => {
    let row = rows.at(-1);
    if (row?.row !== operation.row)
      rows.push((row = { row: operation.row, jobs: [], refusals: new Map() }));
    const { job, refused } = prepare(operation, index, {
      newIds,
      wave: wavesOf[index] ?? 0,
      ...options,
    });
    row.jobs.push(job);
    if (refused !== null) row.refusals.set(index, refused);
  });
  return rows;
}

async function makeIds(
  tx: SqlQuery,
  operations: readonly Operation[],
  { layoutOf }: PrepareOptions,
): Promise<ReadonlyMap<number, string>> {
  const created = new Map<string, number[]>();
  for (const { action, entity, record } of operations) {
    if (action !== 'create') continue;
    const records = created.get(entity);
    if (records === undefined) created.set(entity, [record]);
    else records.push(record);
  }
  const ids = new Map<number, string>();
  for (const [entity, records] of created) {
    const { newId } = layoutOf(entity);
    const { rows } = await tx.query(
      `SELECT (${newId})::text AS id FROM generate_series(1, $1::int)`,
      [records.length],
    );
    records.forEach((record, n) => ids.set(record, String(rows[n]?.['id'])));
  }
  return ids;
}

/** An operation's wave: after the one before it on the same record, and not before the records it needs exist. */
function waves(operations: readonly Operation[], { layoutOf }: PrepareOptions): readonly number[] {
  const last = new Map<string, number>();
  const created = new Map<number, { readonly wave: number; readonly rank: number }>();
  return operations.map((operation) => {
    const { rank } = layoutOf(operation.entity);
    const record = recordName(operation);
    const before = last.get(record);
    const needed = needsOf(operation).map((need) => {
      const made = created.get(need);
      return made === undefined ? 0 : made.wave + (made.rank < rank ? 0 : 1);
    });
    const wave = Math.max(before === undefined ? 0 : before + 1, ...needed);
    last.set(record, wave);
    if (operation.action === 'create') created.set(operation.record, { wave, rank });
    return wave;
  });
}

function recordName({ entity, id, record }: Operation): string {
  return id === null ? String(record) : JSON.stringify([entity, id]);
}

function needsOf(operation: Operation): readonly number[] {
  const own = operation.action === 'update' && operation.id === null ? [operation.record] : [];
  const parent =
    operation.parentId === null && operation.parentRecord !== null ? [operation.parentRecord] : [];
  return [...own, ...parent, ...Object.values(operation.references ?? {})];
}

interface OperationOptions extends PrepareOptions {
  readonly newIds: ReadonlyMap<number, string>;
  readonly wave: number;
}

function prepare(
  operation: Operation,
  index: number,
  options: OperationOptions,
): { readonly job: Job; readonly refused: Refusal | null } {
  const { newIds, wave } = options;
  const layout = options.layoutOf(operation.entity);
  const { refused, ...written } = writtenValues(operation, layout, options);
  const id = operation.id ?? newIds.get(operation.record) ?? '';
  const job = { index, operation, layout, id, wave, needs: needsOf(operation), ...written };
  const unknown =
    operation.action === 'update' && operation.id !== null && !fitsKind(layout.id.kind, id);
  return { job, refused: unknown ? notFound(layout, id) : refused };
}

export function notFound(layout: EntityLayout, id: string): Refusal {
  return refusal('not-found', `There is no ${layout.label} with id ${id} any more.`);
}

function writtenValues(
  operation: Operation,
  layout: EntityLayout,
  { newIds, placesOf }: OperationOptions,
): Pick<Job, 'values' | 'custom'> & { readonly refused: Refusal | null } {
  const values: [column: string, value: Value][] = [];
  const custom: [key: string, value: Value][] = [];
  let refused: Refusal | null = null;
  for (const [key, value] of writtenEntries(operation, newIds)) {
    const place = placesOf(operation.entity).get(key);
    if (layout.idFields.has(key)) continue;
    if (place === undefined)
      refused ??= refusal('unknown-field', `${layout.label} has no field ${key}.`, key);
    else if (!isSound(value))
      refused ??= refusal('invalid-value', `${place.field.label} holds broken characters.`, key);
    else if (place.in === 'custom') custom.push([key, toStored(place.field, value)]);
    else if (!place.column.isGenerated)
      values.push([place.column.name, toStored(place.field, value)]);
  }
  const parent = parentOf(operation, newIds);
  if (layout.parent !== null && operation.action === 'create' && parent !== null) {
    values.push([layout.parent.column.name, parent]);
    if (!fitsKind(layout.parent.column.kind, parent))
      refused ??= refusal('reference-missing', `There is no ${layout.parent.entity} ${parent}.`);
  }
  return {
    values: Object.fromEntries(values),
    custom: custom.length === 0 ? null : Object.fromEntries(custom),
    refused,
  };
}

function writtenEntries(
  { values, references = {} }: Operation,
  newIds: ReadonlyMap<number, string>,
): readonly (readonly [string, Value])[] {
  const made = Object.entries(references).map(
    ([key, record]) => [key, newIds.get(record) ?? null] as const,
  );
  return [...Object.entries(values), ...made];
}

function parentOf(
  { parentId, parentRecord }: Operation,
  newIds: ReadonlyMap<number, string>,
): string | null {
  return parentId ?? (parentRecord === null ? null : (newIds.get(parentRecord) ?? null));
}

/** Postgres stores neither NUL nor half a surrogate pair. */
function isSound(value: Value): boolean {
  if (typeof value === 'string') return !/\0|\p{Cs}/u.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  return !Array.isArray(value) || value.every(isSound);
}
