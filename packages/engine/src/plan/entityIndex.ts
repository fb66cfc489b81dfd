import type { EntityRules, FieldRule } from './entityRules.ts';

/** Several records: nothing can be told by this key. */
export const SEVERAL = -2;

/** Finds the records of one entity that earlier rows of the file have hit. Values are record numbers. */
export interface EntityIndex {
  /** By match key, wherever the parent is. */
  readonly keys: Map<string, number>;
  /** By match key and parent, for the keys that `SEVERAL` records have. */
  readonly keysInside: Map<string, number>;
  /** By all values, for an entity without a key. */
  readonly whole: Map<string, number>;
  /** By id in the host's store, and by what the id column said of a record that is new. */
  readonly ids: Map<string, number>;
  /** By normalised value, for each watched field. */
  readonly values: ReadonlyMap<string, Map<string, number>>;
  /** By normalised value of each unique field: the row that took it. */
  readonly takenIn: ReadonlyMap<string, Map<string, number>>;
  /** By normalised value of each unique field: the record that had it before a row gave it another. */
  readonly released: ReadonlyMap<string, Map<string, number>>;
}

export function entityIndex({
  watched,
  unique,
}: Pick<EntityRules, 'watched' | 'unique'>): EntityIndex {
  const maps = (rules: readonly FieldRule[]): ReadonlyMap<string, Map<string, number>> =>
    new Map(rules.map(({ field }) => [field, new Map<string, number>()]));
  return {
    keys: new Map(),
    keysInside: new Map(),
    whole: new Map(),
    ids: new Map(),
    values: maps(watched),
    takenIn: maps(unique),
    released: maps(unique),
  };
}

/** Tells the record number of a record's parent. */
type ParentOf = (record: number) => number;

/** The record with a key inside a parent. */
export function findInside(
  { keys, keysInside }: EntityIndex,
  { parent, key }: { readonly parent: number; readonly key: string },
  parentOf: ParentOf,
): number | undefined {
  const record = keys.get(key);
  if (record === undefined) return undefined;
  if (record === SEVERAL) return keysInside.get(`${parent}/${key}`);
  return parentOf(record) === parent ? record : undefined;
}

/** Enters a record under its match key. Most keys have one record, so only the others are kept by parent too. */
export function enterKey(
  { keys, keysInside }: EntityIndex,
  key: string,
  { record, parentOf }: KeyHolder,
): void {
  const known = keys.get(key);
  if (known === record) return;
  if (known === undefined) {
    keys.set(key, record);
    return;
  }
  if (known !== SEVERAL) enter(keysInside, `${parentOf(known)}/${key}`, known);
  enter(keysInside, `${parentOf(record)}/${key}`, record);
  keys.set(key, SEVERAL);
}

interface KeyHolder {
  readonly record: number;
  readonly parentOf: ParentOf;
}

/** Enters a record under a key that had none; under one that has another, no one is found any more. */
export function enter(map: Map<string, number>, key: string, record: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, record);
  else if (known !== record) map.set(key, SEVERAL);
}
