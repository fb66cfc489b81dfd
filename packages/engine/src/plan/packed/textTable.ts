import { byteHash, type ByteHash } from './byteHash.ts';
import type { ByteStore } from './byteStore.ts';
import { numberColumn } from './numberColumn.ts';
import { textPacker } from './textPacker.ts';

/** Numbers texts from 0 on, in the order they come. */
export interface TextTable {
  /** The number of a text; -1 for one that did not come yet. */
  find(text: string): number;
  /** The number of a text, which gets one if it has none. */
  enter(text: string): number;
}

/** Open places at first: a power of two, as it always is. */
const FIRST_SLOTS = 64;

/**
 * A hash table by open addressing that keeps no text in memory: some twenty bytes for each, whatever its length. The texts are in
 * the store, and compared there whenever their hashes agree, so that two texts never pass for one.
 */
export function textTable(store: ByteStore, hash: ByteHash = byteHash()): TextTable {
  const { packed, pack } = textPacker();
  const hashes = numberColumn(Int32Array);
  const places = numberColumn(Float64Array);
  let slots = new Int32Array(FIRST_SLOTS).fill(-1);
  let count = 0;
  // The same text is asked for time and again while its row is planned.
  let last: string | null = null;
  let lastHash = 0;
  let lastSlot = 0;

  /** The slot of the text that is packed, or the open one where it belongs. */
  const slotOfPacked = (): number => {
    for (let slot = lastHash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
      const number = slots[slot] ?? -1;
      if (number < 0) return slot;
      if (hashes.get(number) === lastHash && store.holds(places.get(number), packed)) return slot;
    }
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let number = 0; number < count; number += 1) {
      let slot = hashes.get(number) & (slots.length - 1);
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number;
    }
    lastSlot = slotOfPacked();
  };
  const find = (text: string): number => {
    if (text !== last) {
      pack(text);
      last = text;
      lastHash = hash(packed);
      lastSlot = slotOfPacked();
    }
    return slots[lastSlot] ?? -1;
  };

  return {
    find,
    enter(text) {
      const known = find(text);
      if (known >= 0) return known;
      const number = count;
      count += 1;
      slots[lastSlot] = number;
      hashes.set(number, lastHash);
      places.set(number, store.append(packed));
      if (count * 4 > slots.length * 3) grow();
      return number;
    },
  };
}
