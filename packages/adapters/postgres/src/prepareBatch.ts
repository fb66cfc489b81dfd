import type { Operation, Value, WriteBatch } from '@importera/engine';
import { batchEntity, type BatchEntity } from './batchEntity.ts';
import type { Job, JobRow } from './Job.ts';
import { fitsKind } from './keySql.ts';
import type { EntityLayout, FieldPlace } from './Layout.ts';
import { newIds } from './newIds.ts';
import type { SqlQuery } from './SqlClient.ts';
import { refusal, type Refusal } from './sqlError.ts';
import { toStored } from './storedValue.ts';
import { needsOf, waves } from './waves.ts';

export interface PrepareOptions {
  layoutOf(entity: string): EntityLayout;
  placesOf(entity: string): ReadonlyMap<string, FieldPlace>;
}

/** Turns a batch into rows of jobs, with the ids of all new records. */
export async function prepareBatch(
  tx: SqlQuery,
  { operations }: WriteBatch,
  options: PrepareOptions,
): Promise<readonly JobRow[]> {
  const ids = await newIds(tx, operations, options.layoutOf);
  const wavesOf = waves(operations, options.layoutOf);
  const entityOf = entitiesOf(options);
  const rows: { row: number; jobs: Job[]; refusals: ReadonlyMap<number, Refusal> }[] = [];
  operations.forEach((operation, index) => {
    const entity = entityOf(operation.entity);
    const { job, refused } = prepare(operation, { index, entity, ids, wave: wavesOf[index] ?? 0 });
    let row = rows.at(-1);
    // A list made of its first job has room for that alone: most rows have one.
    if (row?.row === operation.row) row.jobs.push(job);
    else rows.push((row = { row: operation.row, jobs: [job], refusals: NO_REFUSALS }));
    if (refused !== null) row.refusals = new Map([...row.refusals, [index, refused]]);
  });
  return rows;
}

const NO_REFUSALS: ReadonlyMap<number, Refusal> = new Map();

function entitiesOf(options: PrepareOptions): (entity: string) => BatchEntity {
  const entities = new Map<string, BatchEntity>();
  return (name) => {
    const known = entities.get(name);
    if (known !== undefined) return known;
    const entity = batchEntity(options.layoutOf(name), options.placesOf(name));
    entities.set(name, entity);
    return entity;
  };
}

interface Place {
  readonly index: number;
  readonly entity: BatchEntity;
  readonly ids: ReadonlyMap<number, string>;
  readonly wave: number;
}

function prepare(
  operation: Operation,
  { index, entity, ids, wave }: Place,
): { readonly job: Job; readonly refused: Refusal | null } {
  const { layout } = entity;
  const id = operation.id ?? ids.get(operation.record) ?? '';
  const written = writtenCells(operation, entity, ids);
  const needs = needsOf(operation);
  const { cells } = written;
  // By entries, since a field may have any name, `__proto__` too.
  const custom = written.custom === null ? null : Object.fromEntries(written.custom);
  const job = { index, operation, layout, entity, id, cells, custom, needs, wave };
  const unknown =
    operation.action === 'update' && operation.id !== null && !fitsKind(layout.id.kind, id);
  return { job, refused: unknown ? notFound(layout, id) : written.refused };
}

export function notFound(layout: EntityLayout, id: string): Refusal {
  return refusal('not-found', `There is no ${layout.label} with id ${id} any more.`);
}

interface Written {
  readonly cells: (Value | undefined)[];
  custom: [key: string, value: Value][] | null;
  refused: Refusal | null;
}

function writtenCells(
  operation: Operation,
  entity: BatchEntity,
  ids: ReadonlyMap<number, string>,
): Written {
  const written: Written = { cells: [], custom: null, refused: null };
  for (const key in operation.values) {
    if (Object.hasOwn(operation.values, key))
      setValue(written, entity, key, operation.values[key] ?? null);
  }
  for (const key in operation.references) {
    if (Object.hasOwn(operation.references, key))
      setValue(written, entity, key, ids.get(operation.references[key] ?? -1) ?? null);
  }
  if (entity.parentSlot >= 0 && operation.action === 'create')
    setParent(written, entity, parentOf(operation, ids));
  return written;
}

function setValue(written: Written, entity: BatchEntity, key: string, value: Value): void {
  const target = entity.targetOf(key);
  const { label } = entity.layout;
  if (target.to === 'unknown') {
    written.refused ??= refusal('unknown-field', `${label} has no field ${key}.`, key);
  } else if (target.field === null) {
    return;
  } else if (!isSound(value)) {
    const message = `${target.field.label} holds broken characters.`;
    written.refused ??= refusal('invalid-value', message, key);
  } else if (target.to === 'column') {
    written.cells[target.slot] = toStored(target.field, value);
  } else if (target.to === 'custom') {
    (written.custom ??= []).push([key, toStored(target.field, value)]);
  }
}

function setParent(written: Written, { layout, parentSlot }: BatchEntity, id: string | null): void {
  if (layout.parent === null || id === null) return;
  written.cells[parentSlot] = id;
  if (!fitsKind(layout.parent.column.kind, id))
    written.refused ??= refusal('reference-missing', `There is no ${layout.parent.entity} ${id}.`);
}

function parentOf(
  { parentId, parentRecord }: Operation,
  ids: ReadonlyMap<number, string>,
): string | null {
  return parentId ?? (parentRecord === null ? null : (ids.get(parentRecord) ?? null));
}

/** Postgres stores neither NUL nor half a surrogate pair. */
function isSound(value: Value): boolean {
  if (typeof value === 'string')
    return !/[\0\ud800-\udfff]/.test(value) || !/\0|\p{Cs}/u.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  return !Array.isArray(value) || value.every(isSound);
}
