import type { EntityRules, FieldRule } from './entityRules.ts';
import type { ByteStore } from './packed/byteStore.ts';
import { textNumbers, type TextNumbers } from './packed/textNumbers.ts';
import { textTable } from './packed/textTable.ts';

/** Several records: nothing can be told by this key. */
export const SEVERAL = -2;

/** One record, or several. */
type Holders = number | Set<number>;

/** Finds the records of one entity that earlier rows of the file have hit. Values are record numbers. */
export interface EntityIndex {
  /** By match key as the record has it now, wherever the parent is. */
  readonly keys: TextNumbers;
  /** For the keys that `SEVERAL` records have: these by their parent. */
  readonly shared: Map<string, Map<number, Holders>>;
  /** By all values, for an entity without a key. */
  readonly whole: TextNumbers;
  /** By id in the host's store, and by what the id column said of a record that is new. */
  readonly ids: TextNumbers;
  /** By normalised value, for each watched field. */
  readonly values: ReadonlyMap<string, TextNumbers>;
  /** By normalised value of each unique field: the row that took it. */
  readonly takenIn: ReadonlyMap<string, TextNumbers>;
  /** By normalised value of each unique field: the record that had it before a row gave it another. */
  readonly released: ReadonlyMap<string, TextNumbers>;
}

export function entityIndex(
  { watched, unique, match }: Pick<EntityRules, 'watched' | 'unique' | 'match'>,
  store: ByteStore,
): EntityIndex {
  const keys = textTable(store);
  const isKey = ({ slot }: FieldRule): boolean => match.length === 1 && match[0]?.slot === slot;
  // The texts of a unique match key are its values too.
  const tables = new Map(
    watched.map((rule) => [rule.field, isKey(rule) ? keys : textTable(store)] as const),
  );
  const numbers = (rules: readonly FieldRule[]): ReadonlyMap<string, TextNumbers> =>
    new Map(rules.map(({ field }) => [field, textNumbers(tables.get(field) ?? keys)]));
  return {
    keys: textNumbers(keys),
    shared: new Map(),
    whole: textNumbers(textTable(store)),
    ids: textNumbers(textTable(store)),
    values: numbers(watched),
    takenIn: numbers(unique),
    released: numbers(unique),
  };
}

/** Tells the record number of a record's parent. */
type ParentOf = (record: number) => number;

/** The record with a key inside a parent. */
export function findInside(
  { keys, shared }: EntityIndex,
  { parent, key }: { readonly parent: number; readonly key: string },
  parentOf: ParentOf,
): number | undefined {
  const record = keys.get(key);
  if (record === undefined) return undefined;
  if (record === SEVERAL) return onlyOne(shared.get(key)?.get(parent));
  return parentOf(record) === parent ? record : undefined;
}

/** Enters a record under its match key. Most keys have one record, so only the others are kept by parent too. */
export function enterKey(
  { keys, shared }: EntityIndex,
  key: string,
  { record, parentOf }: KeyHolder,
): void {
  const known = keys.get(key);
  if (known === record) return;
  if (known === undefined) {
    keys.set(key, record);
    return;
  }
  const holders = shared.get(key) ?? new Map<number, Holders>();
  for (const holder of known === SEVERAL ? [record] : [known, record]) {
    const parent = parentOf(holder);
    holders.set(parent, withHolder(holders.get(parent), holder));
  }
  shared.set(key, holders);
  keys.set(key, SEVERAL);
}

/** Takes a record out that has its match key no longer: what is found by it is another, or none. */
export function leaveKey(
  { keys, shared }: EntityIndex,
  key: string,
  { record, parentOf }: KeyHolder,
): void {
  if (keys.get(key) === record) keys.delete(key);
  const holders = shared.get(key);
  if (holders === undefined) return;
  const parent = parentOf(record);
  const inside = withoutHolder(holders.get(parent), record);
  if (inside === undefined) holders.delete(parent);
  else holders.set(parent, inside);
  const [left] = holders.size === 1 ? holders.values() : [];
  if (typeof left !== 'number') return;
  keys.set(key, left);
  shared.delete(key);
}

function withHolder(known: Holders | undefined, record: number): Holders {
  if (known === undefined || known === record) return record;
  return typeof known === 'number' ? new Set([known, record]) : known.add(record);
}

function withoutHolder(known: Holders | undefined, record: number): Holders | undefined {
  if (typeof known !== 'object') return known === record ? undefined : known;
  known.delete(record);
  const [first] = known;
  return known.size === 1 ? first : known;
}

function onlyOne(holders: Holders | undefined): number | undefined {
  return typeof holders === 'object' ? SEVERAL : holders;
}

interface KeyHolder {
  readonly record: number;
  readonly parentOf: ParentOf;
}

/** Enters a record under a key that had none; under one that has another, no one is found any more. */
export function enter(numbers: TextNumbers, key: string, record: number): void {
  const known = numbers.get(key);
  if (known === undefined) numbers.set(key, record);
  else if (known !== record) numbers.set(key, SEVERAL);
}
