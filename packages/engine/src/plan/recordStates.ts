import type { Value } from '../schema/Schema.ts';
import type { ByteStore } from './packed/byteStore.ts';
import { numberColumn } from './packed/numberColumn.ts';
import { recordPacker, type PackedRecord } from './packed/recordPacker.ts';

/** A record when a row hits it for the first time. */
export interface NewState {
  /** Id in the host's store; null for one this import creates. */
  readonly id: string | null;
  /** Record number of its parent, -1 for none or one that no row hit. */
  readonly parent: number;
  /** Id of its parent in the host's store. */
  readonly parentId: string | null;
  /** Its values before the row, by slot: those that are stored, or those that create it. */
  readonly values: readonly Value[];
}

/**
 * Every record the import has hit so far, by number, as it will be after the rows planned so far. Made for millions of records:
 * in memory are some twenty bytes for each, and the ones at hand; the others are packed away.
 */
export interface RecordStates {
  readonly count: () => number;
  add(state: NewState): number;
  id(record: number): string | null;
  parent(record: number): number;
  parentId(record: number): string | null;
  /** @param slot position of the field among its entity's columns. */
  value(record: number, slot: number): Value;
  change(record: number, slot: number, value: Value): void;
  /** Whether a row of this import changed the field of a stored record. */
  changed(record: number, slot: number): boolean;
}

/** A record as it is now. */
interface RecordAtHand extends PackedRecord {
  readonly record: number;
  /** Not packed yet as it is now. */
  readonly isNew: boolean;
}

/** Records at hand: those of as many numbers in a row. */
const AT_HAND = 1024;

/** What is told of a record without unpacking it. */
const HAS = { id: 1, parentId: 2, changes: 4 } as const;

export function recordStates(store: ByteStore): RecordStates {
  const packing = recordPacker();
  const parents = numberColumn(Int32Array, -1);
  const marks = numberColumn(Uint8Array);
  const places = numberColumn(Float64Array);
  const lengths = numberColumn(Int32Array);
  const atHand = Array.from({ length: AT_HAND }, (): RecordAtHand | undefined => undefined);
  let count = 0;

  const packAway = (held: RecordAtHand): void => {
    const packed = packing.pack(held);
    places.set(held.record, store.append(packed));
    lengths.set(held.record, packed.length);
  };
  const hold = (held: RecordAtHand): RecordAtHand => {
    const place = held.record % AT_HAND;
    const other = atHand[place];
    if (other?.isNew === true && other.record !== held.record) packAway(other);
    atHand[place] = held;
    return held;
  };
  const take = (record: number): RecordAtHand => {
    const held = atHand[record % AT_HAND];
    if (held?.record === record) return held;
    const bytes = store.read(places.get(record), lengths.get(record));
    return hold({ record, isNew: false, ...packing.unpack(bytes) });
  };
  const has = (record: number, mark: number): boolean =>
    record >= 0 && (marks.get(record) & mark) !== 0;

  return {
    count: () => count,
    add({ id, parent, parentId, values }) {
      const record = count;
      count += 1;
      parents.set(record, parent);
      marks.set(record, (id === null ? 0 : HAS.id) | (parentId === null ? 0 : HAS.parentId));
      hold({ record, isNew: true, id, parentId, values, changed: [] });
      return record;
    },
    id: (record) => (has(record, HAS.id) ? take(record).id : null),
    parent: (record) => parents.get(record),
    parentId: (record) => (has(record, HAS.parentId) ? take(record).parentId : null),
    value: (record, slot) => take(record).values[slot] ?? null,
    change(record, slot, value) {
      const held = take(record);
      const changed = held.changed.includes(slot) ? held.changed : [...held.changed, slot];
      hold({ ...held, isNew: true, values: held.values.with(slot, value), changed });
      marks.set(record, marks.get(record) | HAS.changes);
    },
    changed: (record, slot) => has(record, HAS.changes) && take(record).changed.includes(slot),
  };
}
