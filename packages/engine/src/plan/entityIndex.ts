/** Several records: nothing can be told by this key. */
export const SEVERAL = -2;

/** Finds the records of one entity that earlier rows of the file have hit. Values are record numbers. */
export interface EntityIndex {
  /** By match key: `inside` its parent, or `anywhere`. */
  readonly keys: Map<string, number>;
  /** By id in the host's store, and by what the id column said of a record that is new. */
  readonly ids: Map<string, number>;
  /** By normalised value, for each watched field. */
  readonly values: ReadonlyMap<string, Map<string, number>>;
}

export function entityIndex(watched: readonly string[]): EntityIndex {
  return {
    keys: new Map(),
    ids: new Map(),
    values: new Map(watched.map((field) => [field, new Map()])),
  };
}

/** Text of a key inside a parent (by its record number, -1 at the top). */
export function inside(parent: number, key: string): string {
  return `${parent}/${key}`;
}

/** Text of a key wherever its parent is. */
export function anywhere(key: string): string {
  return `*/${key}`;
}

/** Enters a record under a key that had none; under one that has another, no one is found any more. */
export function enter(map: Map<string, number>, key: string, record: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, record);
  else if (known !== record) map.set(key, SEVERAL);
}
